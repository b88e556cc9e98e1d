/// One neuron: `activation(b + w₀·x₀ + w₁·x₁ + …)`, as in karpathy/micrograd.
public struct Neuron: Module {
    /// Added to the weighted sum; labelled `b`.
    public let bias: Value
    /// Applied to the weighted sum.
    public let activation: Activation

    /// The weights stand on the tape one after the other, directly before the bias.
    private let weightCount: Int
    private let scope: ScopeIdentity

    /// Makes a neuron with weights uniform in [-1, 1) and a bias of 0.
    ///
    /// - Parameters:
    ///   - inputCount: The number of inputs, at least 1.
    ///   - activation: relu by default.
    ///   - random: Where the weights are drawn from, first to last.
    public init(_ inputCount: Int, activation: Activation = .relu, using random: inout RandomStream) {
        self.init(inputCount, activation: activation, name: "neuron", using: &random)
    }

    /// Makes a neuron whose weights come from the stream of `seed`.
    public init(_ inputCount: Int, activation: Activation = .relu, seed: Int = 0) {
        var random = RandomStream(seed: seed)
        self.init(inputCount, activation: activation, using: &random)
    }

    init(_ inputCount: Int, activation: Activation, name: String, using random: inout RandomStream) {
        guard inputCount > 0 else { trap("A neuron needs at least one input (got \(inputCount)).") }
        for index in 0..<inputCount { _ = Value.makeParameter(random.uniform(-1, 1), label: "w\(index)") }
        weightCount = inputCount
        bias = .makeParameter(0, label: "b")
        self.activation = activation
        scope = ScopeIdentity(kind: "neuron", name: name)
    }

    /// One weight for each input, labelled `w0`, `w1`, ….
    public var weights: [Value] {
        let first = Int(bias.index) - weightCount
        return (0..<weightCount).map { Value(stamp: bias.stamp, index: UInt32(first + $0)) }
    }

    /// Returns the neuron's output for `inputs`, shape [weights.count].
    public func callAsFunction(_ inputs: [Value]) -> Value {
        inputs.withUnsafeBufferPointer(callAsFunction)
    }

    func callAsFunction(_ inputs: UnsafeBufferPointer<Value>) -> Value {
        guard inputs.count == weightCount else {
            trap("A neuron of \(weightCount) inputs was given \(inputs.count).")
        }
        let state = bias.state
        state.pointee.openScope(scope)
        let sum = TapeState.recordWeightedSum(
            on: state, bias: bias, firstWeight: Int(bias.index) - weightCount, inputs: inputs)
        let output = activation(sum)
        state.pointee.closeScope()
        return output
    }

    /// The weights, then the bias.
    public var parameters: [Value] { weights + [bias] }
}

extension TapeState {
    /// Records `bias + w₀·x₀ + w₁·x₁ + …`, product by product and sum by sum, as operators would.
    ///
    /// All operands are checked, but each once: the weights are those of the bias, which was checked.
    @inline(__always)
    fileprivate static func recordWeightedSum(
        on state: Reference, bias: Value, firstWeight: Int, inputs: UnsafeBufferPointer<Value>
    ) -> Value {
        while state.pointee.capacity - state.pointee.count < 2 * inputs.count { state.pointee.grow() }
        let nodes = state.pointee.nodes
        var count = state.pointee.count
        var sum = nodes[Int(bias.index)].data
        var sumIndex = bias.index
        for position in 0..<inputs.count {
            let input = inputs[position]
            if !_fastPath(input.isPlainlyValid(on: state)) { Value.checkClosely(bias, input) }
            let weight = firstWeight &+ position
            let product = nodes[weight].data * nodes[Int(input.index)].data
            (nodes + count).initialize(
                to: Node(
                    data: product, operation: .multiply, form: .values,
                    first: UInt32(truncatingIfNeeded: weight), second: UInt64(input.index)))
            sum += product
            (nodes + count + 1).initialize(
                to: Node(
                    data: sum, operation: .add, form: .values, first: sumIndex,
                    second: UInt64(truncatingIfNeeded: count)))
            sumIndex = UInt32(truncatingIfNeeded: count &+ 1)
            count &+= 2
        }
        state.pointee.count = count
        return Value(stamp: state.pointee.stamp, index: sumIndex)
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
