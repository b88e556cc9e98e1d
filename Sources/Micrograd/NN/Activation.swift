/// The function that a neuron applies to its weighted sum.
public enum Activation: String, BitwiseCopyable, CaseIterable, Sendable {
    case linear, relu, tanh, sigmoid

    /// Returns the activation of one value; `linear` is the value itself.
    @inlinable
    public func callAsFunction(_ x: Value) -> Value {
        switch self {
        case .linear: x
        case .relu: x.relu()
        case .tanh: x.tanh()
        case .sigmoid: x.sigmoid()
        }
    }

    /// The operation that it is; nil for `linear`.
    var operation: Operation? {
        switch self {
        case .linear: nil
        case .relu: .relu
        case .tanh: .tanh
        case .sigmoid: .sigmoid
        }
    }
}
