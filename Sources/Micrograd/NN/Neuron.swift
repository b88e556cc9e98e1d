internal import MicrogradSupport

/// One neuron: `activation(b + w₀·x₀ + w₁·x₁ + …)`, as in karpathy/micrograd.
///
/// Its output is one node of the tape; pictures show the products, sums and activation that it stands for.
public struct Neuron: Module {
    /// Added to the weighted sum; labelled `b`.
    public private(set) var bias: Value
    /// Applied to the weighted sum.
    public let activation: Activation

    /// The weights stand on the tape one after the other, directly before the bias.
    private let weightCount: Int
    private var scope: ScopeIdentity

    /// Makes a neuron with weights uniform in [-1, 1) and a bias of 0.
    ///
    /// - Parameters:
    ///   - inputCount: The number of inputs, at least 1.
    ///   - activation: relu by default.
    ///   - random: Where the weights are drawn from, first to last.
    public init(
        _ inputCount: Int, activation: Activation = .relu, using random: inout some RandomNumberGenerator
    ) {
        self.init(
            inputCount, activation: activation, scope: ScopeIdentity(kind: "neuron", name: "neuron"),
            using: &random)
    }

    /// Makes a neuron whose weights come from the stream of `seed`.
    public init(_ inputCount: Int, activation: Activation = .relu, seed: Int = 0) {
        var random = RandomStream(seed: seed)
        self.init(inputCount, activation: activation, using: &random)
    }

    init(
        _ inputCount: Int, activation: Activation, scope: ScopeIdentity,
        using random: inout some RandomNumberGenerator
    ) {
        guard inputCount > 0 else { trap("A neuron needs at least one input (got \(inputCount)).") }
        NeuronBlock.checkSize("A neuron", weights: [inputCount], biases: 1)
        for index in 0..<inputCount { _ = Value.makeParameter(random.drawUniform(-1, 1), label: "w\(index)") }
        weightCount = inputCount
        bias = .makeParameter(0, label: "b")
        self.activation = activation
        self.scope = scope
    }

    /// One weight for each input, labelled `w0`, `w1`, ….
    public var weights: [Value] {
        let first = Int(bias.index) - weightCount
        return (0..<weightCount).map {
            Value(possibleParameter: Value(stamp: bias.stamp, index: UInt32(first + $0)))
        }
    }

    /// Returns the neuron's output for `inputs`, shape [weights.count].
    public func callAsFunction(_ inputs: [Value]) -> Value {
        inputs.withUnsafeBufferPointer(callAsFunction)
    }

    private func callAsFunction(_ inputs: UnsafeBufferPointer<Value>) -> Value {
        guard inputs.count == weightCount else {
            trap(
                "A neuron of \(weightCount) inputs, shape [\(weightCount)], was given the shape [\(inputs.count)]."
            )
        }
        let state = bias.state
        state.pointee.openScope(scope)
        let operands = TapeState.operands(inputs, on: state, with: bias)
        let output = TapeState.recordNeurons(
            on: state, firstWeight: bias.position - weightCount, rows: 1, inputs: operands,
            columns: weightCount, activation: activation.fused ?? .linear, firstInstance: 0)
        var result = Value(stamp: state.pointee.stamp, index: UInt32(truncatingIfNeeded: output))
        if activation.fused == nil { result = activation(result) }
        state.pointee.closeScope()
        return result
    }

    /// Takes the parameters' new places on a tape that was compacted.
    package mutating func move(by move: borrowing TapeMove) { bias = move.value(bias) }

    /// Returns a neuron with parameters of its own, of the same numbers.
    public func copy() -> Neuron { copy(scope: scope.renewed(from: bias.state)) }

    /// The copy with the scope of another module.
    func copy(scope: ScopeIdentity) -> Neuron {
        var copy = self
        for weight in weights { _ = weight.copyOfParameter() }
        copy.bias = bias.copyOfParameter()
        copy.scope = scope
        return copy
    }

    /// The weights as `w0` and so on, and the bias as `b`.
    public var parts: [ModulePart] {
        weights.enumerated().map { ModulePart("w\($0)", $1) } + [ModulePart("b", bias)]
    }
}

extension Value {
    /// Makes a leaf that training changes.
    static func makeParameter(_ data: Double, label: String) -> Value {
        let value = Value(data, label: label)
        value.isParameter = true
        return value
    }
}
