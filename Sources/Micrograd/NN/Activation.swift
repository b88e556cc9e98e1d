/// A function that a neuron applies to its weighted sum, and a step of a `Sequential`.
///
///     let model = Sequential(Linear(2, 16), Activation.gelu, Linear(16, 1))
public enum Activation: String, BitwiseCopyable, CaseIterable, Sendable {
    case linear, relu, tanh, sigmoid, leakyRelu, gelu, softplus

    /// Returns the activation of one value; `linear` is the value itself.
    @inlinable
    public func callAsFunction(_ x: Value) -> Value {
        switch self {
        case .linear: x
        case .relu: x.relu()
        case .tanh: x.tanh()
        case .sigmoid: x.sigmoid()
        case .leakyRelu: Micrograd.leakyRelu(x)
        case .gelu: Micrograd.gelu(x)
        case .softplus: Micrograd.softplus(x)
        }
    }

    /// What it is as a part of neurons; nil for those that consist of several operations.
    var fused: FusedActivation? {
        switch self {
        case .linear: .linear
        case .relu: .relu
        case .tanh: .tanh
        case .sigmoid: .sigmoid
        case .leakyRelu, .gelu, .softplus: nil
        }
    }
}

extension Activation: Model {
    /// None: an activation has no parameters.
    public var parts: [ModulePart] { [] }

    /// Returns the activation of each value.
    public func callAsFunction(_ inputs: Values) -> Values {
        Values(inputs.map { self($0) }, shape: inputs.shape)
    }
}
