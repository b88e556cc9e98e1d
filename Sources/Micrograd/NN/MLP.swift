internal import MicrogradSupport

/// A multi-layer perceptron with the defaults of karpathy/micrograd: relu, but for a linear last layer.
///
///     let model = MLP(3, [4, 4, 1])
///     let y = model([Value(1), Value(2), Value(3)])[0]
public struct MLP: Model {
    /// At least one, from the inputs to the outputs.
    public private(set) var layers: [Layer]

    private var blocks: [NeuronBlock]
    /// Whether the activation is part of the neurons' compound in all layers.
    private let isFused: Bool
    private var scope: ScopeIdentity

    /// Makes a network whose layers draw their weights one after the other.
    ///
    /// - Parameters:
    ///   - inputCount: The number of inputs, at least 1.
    ///   - outputCounts: The number of neurons of each layer; at least one layer.
    ///   - activation: That of all layers but the last, which is linear; relu by default.
    ///   - random: Where the weights are drawn from.
    public init(
        _ inputCount: Int, _ outputCounts: [Int], activation: Activation = .relu,
        using random: inout some RandomNumberGenerator
    ) {
        guard !outputCounts.isEmpty else { trap("An MLP needs at least one layer.") }
        let sizes = [inputCount] + outputCounts
        layers = outputCounts.indices.map { index in
            Layer(
                sizes[index], sizes[index + 1],
                activation: index == outputCounts.count - 1 ? .linear : activation,
                name: "layer \(index)", using: &random)
        }
        blocks = layers.map(\.block)
        isFused = activation.fused != nil
        scope = ScopeIdentity(kind: "mlp", name: "mlp")
    }

    /// Makes a network whose weights come from the stream of `seed`.
    public init(_ inputCount: Int, _ outputCounts: [Int], activation: Activation = .relu, seed: Int = 0) {
        var random = RandomStream(seed: seed)
        self.init(inputCount, outputCounts, activation: activation, using: &random)
    }

    /// Returns the outputs of the last layer, for inputs of shape [inputs].
    public func callAsFunction(_ inputs: Values) -> Values {
        Values(self(inputs.list(for: "An MLP", of: blocks[0].inputCount)))
    }

    /// Returns the outputs of the last layer.
    public func callAsFunction(_ inputs: [Value]) -> [Value] {
        guard isFused else { return Values(inputs).inScope(scope) { layers.reduce(inputs) { $1($0) } } }
        let state = blocks[0].state
        return outputs(of: blocks[0].operands(inputs, on: state), count: inputs.count, on: state)
    }

    /// Returns the outputs of the last layer for inputs that are new leaves of the thread's tape.
    public func callAsFunction(_ inputs: [Double]) -> [Value] {
        let state = blocks[0].state
        guard TapeState.current == state else { Value.trapTwoTapes() }
        guard isFused else { return self(inputs.map { Value(input: $0, on: state) }) }
        return outputs(of: TapeState.recordLeaves(inputs, on: state), count: inputs.count, on: state)
    }

    private func outputs(of inputs: OperandList, count: Int, on state: TapeState.Reference) -> [Value] {
        state.pointee.openScope(scope)
        var (operands, count) = (inputs, count)
        var outputs = 0..<0
        for block in blocks {
            outputs = block(operands, count: count, on: state)
            (operands, count) = (.span(from: outputs.lowerBound), outputs.count)
        }
        state.pointee.closeScope()
        return state.pointee.values(outputs)
    }

    /// Takes the parameters' new places on a tape that was compacted.
    package mutating func move(by move: borrowing TapeMove) {
        for index in layers.indices { layers[index].move(by: move) }
        blocks = layers.map(\.block)
    }

    /// Returns a network with parameters of its own, of the same numbers.
    public func copy() -> MLP {
        var copy = self
        copy.layers = layers.map { $0.copy() }
        copy.blocks = copy.layers.map(\.block)
        copy.scope = scope.renewed(from: blocks[0].state)
        return copy
    }

    /// The layers, as `layers.0` and so on.
    public var parts: [ModulePart] { [ModulePart("layers", layers)] }
}
