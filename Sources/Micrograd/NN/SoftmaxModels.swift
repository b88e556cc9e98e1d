/// The step of a `Sequential` that makes probabilities of scores: `softmax` of all its inputs.
///
/// For training leave it out, and take a loss of scores, such as `.crossEntropy`.
public struct Softmax: Model {
    /// Makes the step.
    public init() {}

    /// Returns probabilities, which add up to 1; of the same shape.
    public func callAsFunction(_ inputs: Values) -> Values { inputs.softmax() }
}

/// The step of a `Sequential` that makes logarithms of probabilities of scores: `logSoftmax` of all its inputs.
public struct LogSoftmax: Model {
    /// Makes the step.
    public init() {}

    /// Returns logarithms of probabilities; of the same shape.
    public func callAsFunction(_ inputs: Values) -> Values { inputs.logSoftmax() }
}
