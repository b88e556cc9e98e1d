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

    func callAsFunction(_ inputs: [Value]) -> [Value] {
        switch self {
        case .neuron(let neuron): [neuron(inputs)]
        case .layer(let layer): layer(inputs)
        case .perceptron(let model): model(inputs)
        }
    }

    /// The network as micrograd prints it.
    var description: String {
        switch self {
        case .neuron(let neuron): neuron.description
        case .layer(let layer): layer.description
        case .perceptron(let model): model.description
        }
    }

    /// Takes the parameters' new places on a tape that was compacted.
    mutating func move(by move: borrowing TapeMove) {
        switch self {
        case .neuron(var neuron):
            neuron.move(by: move)
            self = .neuron(neuron)
        case .layer(var layer):
            layer.move(by: move)
            self = .layer(layer)
        case .perceptron(var model):
            model.move(by: move)
            self = .perceptron(model)
        }
    }
}

/// A network as an object of the heap, with what calls of it ask for each time.
final class NetworkBox {
    private(set) var network: Network
    let inputCount: Int
    /// The positions of its parameters on the tape.
    private(set) var parameters: [Int]

    init(_ network: Network) {
        self.network = network
        inputCount = network.inputCount
        parameters = network.parameters.map(\.position)
    }

    /// Takes the parameters' new places on a tape that was compacted.
    func move(by move: borrowing TapeMove) {
        network.move(by: move)
        for index in parameters.indices { parameters[index] = move.place(of: parameters[index]) ?? 0 }
    }
}
