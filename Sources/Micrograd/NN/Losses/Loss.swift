internal import MicrogradSupport

/// A loss for training: how far the outputs of a model are from the target of one example.
///
///     let loss = Loss { outputs, target in meanSquaredError(outputs, target) }
///     let huber = Loss.huber(delta: 0.5)
///
/// Over a batch, training takes the mean of its examples.
public struct Loss: Sendable {
    private let body: @Sendable (_ outputs: [Value], _ target: [Double]) -> Value
    private let answer: (@Sendable (_ outputs: [Double], _ target: [Double]) -> Bool)?

    /// Makes a loss of a function of the outputs for one example and of its target.
    ///
    /// - Parameter isCorrect: Whether the outputs for an example name its class, for the accuracy that `train`
    ///   reports; nil, as by default, where the target is no class.
    public init(
        isCorrect answer: (@Sendable (_ outputs: [Double], _ target: [Double]) -> Bool)? = nil,
        _ body: @escaping @Sendable (_ outputs: [Value], _ target: [Double]) -> Value
    ) {
        self.answer = answer
        self.body = body
    }

    /// Returns the loss of one example.
    public func callAsFunction(_ outputs: [Value], _ target: [Double]) -> Value { body(outputs, target) }

    /// Whether the outputs for an example name its class; nil where the target is no class.
    public func isCorrect(_ outputs: [Value], _ target: [Double]) -> Bool? {
        answer.map { $0(outputs.map(\.data), target) }
    }
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
    ///
    /// Right are outputs above 0 for +1, and others for -1.
    public static let maxMargin = Loss(
        isCorrect: { outputs, target in zip(outputs, target).allSatisfy { ($0 > 0) == ($1 > 0) } },
        { Micrograd.maxMargin($0, $1) })

    /// The binary cross entropy of logits for targets of 0 to 1, the mean where there are several.
    ///
    /// Right are logits above 0 for targets above ½, and others for the rest.
    public static let binaryCrossEntropy = Loss(
        isCorrect: { outputs, target in zip(outputs, target).allSatisfy { ($0 > 0) == ($1 > 0.5) } },
        { Micrograd.binaryCrossEntropy(logits: $0, targets: $1) })

    /// The cross entropy of one logit for each class; the target is one number, that of the right class, from 0.
    ///
    /// Right is the target that has the largest logit.
    public static let crossEntropy = Loss(isCorrect: { outputs, target in
        outputs.indices.max { outputs[$0] < outputs[$1] }.map(Double.init) == target.first
    }) { outputs, target in
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
