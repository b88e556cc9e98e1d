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

extension Sequential: CustomStringConvertible {
    /// The models in their order, such as `Sequential of [Linear(2, 16), relu, Linear(16, 1)]`.
    public var description: String {
        "Sequential of [\(models.map { "\($0)" }.joined(separator: ", "))]"
    }
}

extension Linear: CustomStringConvertible {
    /// The sizes, such as `Linear(2, 16)`.
    public var description: String { "Linear(\(block.inputCount), \(block.neuronCount))" }
}

extension Conv2D: CustomStringConvertible {
    /// The sizes, such as `Conv2D(1, 8, kernel: 3, stride: 1, padding: 1)`.
    public var description: String {
        "Conv2D(\(inputChannels), \(block.neuronCount), kernel: \(kernel), stride: \(stride), padding: \(padding))"
    }
}

extension MaxPool2D: CustomStringConvertible {
    /// The sizes, such as `MaxPool2D(2, stride: 2)`.
    public var description: String { "MaxPool2D(\(pooling.kernel), stride: \(pooling.stride))" }
}

extension AveragePool2D: CustomStringConvertible {
    /// The sizes, such as `AveragePool2D(2, stride: 2)`.
    public var description: String { "AveragePool2D(\(pooling.kernel), stride: \(pooling.stride))" }
}

extension Reshape: CustomStringConvertible {
    /// The shape, such as `Reshape(1, 8, 8)`.
    public var description: String { "Reshape(\(shape.map(String.init).joined(separator: ", ")))" }
}

extension Dropout: CustomStringConvertible {
    /// The rate, such as `Dropout(0.5)`.
    public var description: String { "Dropout(\(rate))" }
}
