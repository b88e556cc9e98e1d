/// Neurons side by side that share their inputs.
public struct Layer: Module {
    /// At least one, in the order of the outputs.
    public let neurons: [Neuron]

    private let scope: ScopeIdentity

    /// Makes a layer whose neurons draw their weights one after the other.
    ///
    /// - Parameters:
    ///   - inputCount: The number of inputs, at least 1.
    ///   - outputCount: The number of neurons, at least 1.
    ///   - activation: relu by default.
    ///   - random: Where the weights are drawn from.
    public init(
        _ inputCount: Int, _ outputCount: Int, activation: Activation = .relu,
        using random: inout RandomStream
    ) {
        self.init(inputCount, outputCount, activation: activation, name: "layer", using: &random)
    }

    /// Makes a layer whose weights come from the stream of `seed`.
    public init(_ inputCount: Int, _ outputCount: Int, activation: Activation = .relu, seed: Int = 0) {
        var random = RandomStream(seed: seed)
        self.init(inputCount, outputCount, activation: activation, using: &random)
    }

    init(
        _ inputCount: Int, _ outputCount: Int, activation: Activation, name: String,
        using random: inout RandomStream
    ) {
        guard outputCount > 0 else { trap("A layer needs at least one neuron (got \(outputCount)).") }
        neurons = (0..<outputCount).map { index in
            Neuron(inputCount, activation: activation, name: "neuron \(index)", using: &random)
        }
        scope = ScopeIdentity(kind: "layer", name: name)
    }

    /// Returns one output for each neuron.
    public func callAsFunction(_ inputs: [Value]) -> [Value] {
        withScope(scope, on: neurons[0].bias.state) {
            inputs.withUnsafeBufferPointer { inputs in
                [Value](unsafeUninitializedCapacity: neurons.count) { outputs, count in
                    for neuron in neurons {
                        outputs.initializeElement(at: count, to: neuron(inputs))
                        count += 1
                    }
                }
            }
        }
    }

    /// The parameters of all neurons, first to last.
    public var parameters: [Value] { neurons.flatMap(\.parameters) }
}
