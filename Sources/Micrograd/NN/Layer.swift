internal import MicrogradSupport

/// Neurons side by side that share their inputs.
public struct Layer: Model {
    /// At least one, in the order of the outputs.
    public private(set) var neurons: [Neuron]

    private(set) var block: NeuronBlock

    /// Makes a layer whose neurons draw their weights one after the other.
    ///
    /// - Parameters:
    ///   - inputCount: The number of inputs, at least 1.
    ///   - outputCount: The number of neurons, at least 1.
    ///   - activation: relu by default.
    ///   - random: Where the weights are drawn from.
    public init(
        _ inputCount: Int, _ outputCount: Int, activation: Activation = .relu,
        using random: inout some RandomNumberGenerator
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
        using random: inout some RandomNumberGenerator
    ) {
        guard outputCount > 0 else { trap("A layer needs at least one neuron (got \(outputCount)).") }
        NeuronBlock.checkSize("A layer", weights: [max(inputCount, 1), outputCount], biases: outputCount)
        let firstInstance = ScopeIdentity.makeInstances(outputCount)
        neurons = (0..<outputCount).map { index in
            Neuron(
                inputCount, activation: activation,
                scope: .neuron(index, instance: firstInstance + UInt64(index)), using: &random)
        }
        block = NeuronBlock(
            firstWeight: neurons[0].weights[0], inputCount: inputCount, neuronCount: outputCount,
            activation: activation.fused ?? .linear, scope: ScopeIdentity(kind: "layer", name: name),
            firstInstance: firstInstance)
    }

    /// Returns one output for each neuron, for inputs of shape [inputs].
    public func callAsFunction(_ inputs: Values) -> Values {
        Values(self(inputs.list(for: "A layer", of: block.inputCount)))
    }

    /// Returns one output for each neuron.
    public func callAsFunction(_ inputs: [Value]) -> [Value] {
        let state = block.state
        guard neurons[0].activation.fused != nil else {
            return Values(inputs).inScope(block.scope) { neurons.map { $0(inputs) } }
        }
        return state.pointee.values(block(block.operands(inputs, on: state), count: inputs.count, on: state))
    }

    /// Takes the parameters' new places on a tape that was compacted.
    package mutating func move(by move: borrowing TapeMove) {
        for index in neurons.indices { neurons[index].move(by: move) }
        block.firstWeight = move.value(block.firstWeight)
    }

    /// Returns a layer with parameters of its own, of the same numbers.
    public func copy() -> Layer {
        var copy = self
        let firstInstance = ScopeIdentity.makeInstances(neurons.count)
        copy.neurons = neurons.enumerated().map { index, neuron in
            neuron.copy(scope: .neuron(index, instance: firstInstance + UInt64(index)))
        }
        copy.block.firstWeight = copy.neurons[0].weights[0]
        copy.block.scope = block.scope.renewed(from: block.state)
        copy.block.firstInstance = firstInstance
        return copy
    }

    /// The neurons, as `neurons.0` and so on.
    public var parts: [ModulePart] {
        let count = block.inputCount
        return [
            ModulePart(block) { position in
                let (neuron, column) = position.quotientAndRemainder(dividingBy: count + 1)
                return "neurons.\(neuron)." + (column == count ? "b" : "w\(column)")
            }
        ]
    }
}
