internal import MicrogradSupport

/// Returns the max-margin (hinge) loss, `Σ max(0, 1 - tᵢ·sᵢ) / n`, as in the demo of karpathy/micrograd.
///
/// - Parameters:
///   - scores: One raw output for each example, shape [n], at least one.
///   - targets: -1 or +1, shape [n]; constants of the graph.
@inlinable
public func maxMargin(_ scores: some Collection<Value>, _ targets: some Collection<Double>) -> Value {
    maxMargin(of: Array(scores), .numbers(Array(targets)))
}

/// The same for targets that are values, such as an input of a `Recording`.
@inlinable
public func maxMargin(_ scores: some Collection<Value>, _ targets: some Collection<Value>) -> Value {
    maxMargin(of: Array(scores), .values(Array(targets)))
}

@usableFromInline
func maxMargin(of scores: [Value], _ targets: LossTargets) -> Value {
    if case .numbers(let numbers) = targets, let wrong = numbers.first(where: { $0.magnitude != 1 }) {
        trap("`maxMargin` was given the target \(wrong): the classes are -1 and +1.")
    }
    return recordLoss(of: scores, targets, "maxMargin", noun: "score", in: .maxMargin) {
        mean(scores.indices.map { (1 - targets.times(scores[$0], at: $0)).relu() })
    }
}

/// Returns the mean binary cross entropy, `Σ -(tᵢ·ln pᵢ + (1 - tᵢ)·ln(1 - pᵢ)) / n` with p the sigmoids of the logits.
///
/// Computed as `max(z, 0) - z·t + ln(1 + e^-|z|)`, without overflow, as `torch.nn.BCEWithLogitsLoss`.
///
/// - Parameters:
///   - logits: One raw output for each example, shape [n], at least one.
///   - targets: The probability of the class, 0 to 1, shape [n]; constants of the graph.
@inlinable
public func binaryCrossEntropy(
    logits: some Collection<Value>, targets: some Collection<Double>
) -> Value {
    binaryCrossEntropy(of: Array(logits), .numbers(Array(targets)))
}

/// The same for targets that are values, such as an input of a `Recording`.
@inlinable
public func binaryCrossEntropy(
    logits: some Collection<Value>, targets: some Collection<Value>
) -> Value {
    binaryCrossEntropy(of: Array(logits), .values(Array(targets)))
}

@usableFromInline
func binaryCrossEntropy(of logits: [Value], _ targets: LossTargets) -> Value {
    if case .numbers(let numbers) = targets, let wrong = numbers.first(where: { !(0...1).contains($0) }) {
        trap("`binaryCrossEntropy` was given the target \(wrong): targets are probabilities, from 0 to 1.")
    }
    return recordLoss(of: logits, targets, "binaryCrossEntropy", noun: "logit", in: .binaryCrossEntropy) {
        mean(
            logits.indices.map { index in
                let logit = logits[index]
                return max(logit, 0) - targets.times(logit, at: index) + logit.softplusOfMinusMagnitude()
            })
    }
}
