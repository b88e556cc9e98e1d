/// One neuron: `activation(b + w₀·x₀ + w₁·x₁ + …)`, as in karpathy/micrograd.
public struct Neuron: Module {
    /// One weight for each input, labelled `w0`, `w1`, ….
    public let weights: [Value]
    /// Added to the weighted sum; labelled `b`.
    public let bias: Value
    /// Applied to the weighted sum.
    public let activation: Activation

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
        weights = (0..<inputCount).map { index in
            .makeParameter(random.uniform(-1, 1), label: "w\(index)")
        }
        bias = .makeParameter(0, label: "b")
        self.activation = activation
        scope = ScopeIdentity(kind: "neuron", name: name)
    }

    /// Returns the neuron's output for `inputs`, shape [weights.count].
    public func callAsFunction(_ inputs: [Value]) -> Value {
        guard inputs.count == weights.count else {
            trap("A neuron of \(weights.count) inputs was given \(inputs.count).")
        }
        return withScope(scope, on: bias.state) {
            var sum = bias
            for index in 0..<inputs.count { sum += weights[index] * inputs[index] }
            return activation(sum)
        }
    }

    /// The weights, then the bias.
    public var parameters: [Value] { weights + [bias] }
}

extension Value {
    /// Makes a leaf that training changes.
    static func makeParameter(_ data: Double, label: String) -> Value {
        let value = Value(data, label: label)
        value.isParameter = true
        return value
    }
}
