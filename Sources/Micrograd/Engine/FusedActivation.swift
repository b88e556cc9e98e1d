/// The function that is applied to the weighted sums of neurons as part of their compound.
///
/// Only functions whose derivative follows from their result alone: the sum itself is not stored.
enum FusedActivation: BitwiseCopyable {
    case linear, relu, tanh, sigmoid

    /// The operation that it is; nil for `linear`.
    var operation: Value.Operation? {
        switch self {
        case .linear: nil
        case .relu: .relu
        case .tanh: .tanh
        case .sigmoid: .sigmoid
        }
    }
}
