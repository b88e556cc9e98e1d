extension Neuron: CustomStringConvertible {
    /// The neuron as micrograd prints it, such as `ReLUNeuron(2)`.
    public var description: String {
        let name =
            switch activation {
            case .linear: "Linear"
            case .relu: "ReLU"
            case .tanh: "Tanh"
            case .sigmoid: "Sigmoid"
            case .leakyRelu: "LeakyReLU"
            case .gelu: "GELU"
            case .softplus: "Softplus"
            }
        return "\(name)Neuron(\(weights.count))"
    }
}

extension Layer: CustomStringConvertible {
    /// The layer as micrograd prints it, such as `Layer of [ReLUNeuron(2), ReLUNeuron(2)]`.
    public var description: String { "Layer of [\(neurons.map(\.description).joined(separator: ", "))]" }
}

extension MLP: CustomStringConvertible {
    /// The network as micrograd prints it, such as `MLP of [Layer of [LinearNeuron(2)]]`.
    public var description: String { "MLP of [\(layers.map(\.description).joined(separator: ", "))]" }
}
