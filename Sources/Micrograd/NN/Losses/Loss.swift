/// A loss for training: how far the outputs of a model are from the target of one example.
///
///     let loss = Loss { outputs, target in meanSquaredError(outputs, target) }
///     let huber = Loss.huber(delta: 0.5)
///
/// Over a batch, training takes the mean of its examples.
public struct Loss: Sendable {
    private let body: @Sendable (_ outputs: [Value], _ target: [Double]) -> Value

    /// Makes a loss of a function of the outputs for one example and of its target.
    public init(_ body: @escaping @Sendable (_ outputs: [Value], _ target: [Double]) -> Value) {
        self.body = body
    }

    /// Returns the loss of one example.
    public func callAsFunction(_ outputs: [Value], _ target: [Double]) -> Value { body(outputs, target) }
}

extension Loss {
    /// The mean over the outputs of their squared distance from the target.
    public static let meanSquaredError = Loss { Micrograd.meanSquaredError($0, $1) }

    /// The mean over the outputs of their distance from the target.
    public static let meanAbsoluteError = Loss { Micrograd.meanAbsoluteError($0, $1) }

    /// The mean Huber loss over the outputs.
    ///
    /// - Parameter delta: Up to which distance it is that of squares; above 0, and 1 by default.
    public static func huber(delta: Double = 1) -> Loss {
        Loss { Micrograd.huber($0, $1, delta: delta) }
    }

    /// The hinge loss of raw outputs for targets of -1 or +1, the mean where there are several.
    public static let maxMargin = Loss { Micrograd.maxMargin($0, $1) }

    /// The binary cross entropy of logits for targets of 0 to 1, the mean where there are several.
    public static let binaryCrossEntropy = Loss { Micrograd.binaryCrossEntropy(logits: $0, targets: $1) }

    /// The cross entropy of one logit for each class; the target is one number, that of the right class, from 0.
    public static let crossEntropy = Loss { outputs, target in
        guard target.count == 1 else {
            trap(
                "The loss `crossEntropy` was given a target of \(target.count) numbers: it needs one, that of the right class."
            )
        }
        guard let label = Int(exactly: target[0]) else {
            trap(
                "The loss `crossEntropy` was given the target \(target[0]): it needs the number of the right class, 0, 1, 2, …."
            )
        }
        return Micrograd.crossEntropy(logits: outputs, label: label)
    }
}
