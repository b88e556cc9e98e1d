internal import Micrograd

/// A part of a network that the text made.
enum Network {
    case neuron(Neuron)
    case layer(Layer)
    case perceptron(MLP)

    var typeName: String {
        switch self {
        case .neuron: "a Neuron"
        case .layer: "a Layer"
        case .perceptron: "an MLP"
        }
    }

    var parameters: [Value] {
        switch self {
        case .neuron(let neuron): neuron.parameters
        case .layer(let layer): layer.parameters
        case .perceptron(let model): model.parameters
        }
    }

    /// How many numbers it takes.
    var inputCount: Int {
        switch self {
        case .neuron(let neuron): neuron.weights.count
        case .layer(let layer): layer.neurons[0].weights.count
        case .perceptron(let model): model.layers[0].neurons[0].weights.count
        }
    }

    /// Returns one Value where there is one output, as micrograd does; else a list.
    func callAsFunction(_ inputs: [Value]) -> Object {
        let outputs: [Value] =
            switch self {
            case .neuron(let neuron): [neuron(inputs)]
            case .layer(let layer): layer(inputs)
            case .perceptron(let model): model(inputs)
            }
        return outputs.count == 1 ? .value(outputs[0]) : .list(List(outputs.map(Object.value)))
    }

    /// The network as micrograd prints it.
    var description: String {
        switch self {
        case .neuron(let neuron): neuron.description
        case .layer(let layer): layer.description
        case .perceptron(let model): model.description
        }
    }
}
