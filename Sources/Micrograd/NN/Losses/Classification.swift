internal import MicrogradSupport

/// Returns the max-margin (hinge) loss, `Σ max(0, 1 - tᵢ·sᵢ) / n`, as in the demo of karpathy/micrograd.
///
/// - Parameters:
///   - scores: One raw output for each example, shape [n], at least one.
///   - targets: -1 or +1, shape [n]; constants of the graph.
public func maxMargin(_ scores: some Collection<Value>, _ targets: some Collection<Double>) -> Value {
    if let wrong = targets.first(where: { $0.magnitude != 1 }) {
        trap("`maxMargin` was given the target \(wrong): the classes are -1 and +1.")
    }
    return maxMarginOf(scores, targets)
}

/// The same for targets that are values, such as an input of a `Recording`.
public func maxMargin(_ scores: some Collection<Value>, _ targets: some Collection<Value>) -> Value {
    maxMarginOf(scores, targets)
}

private func maxMarginOf<Target: LossTarget>(
    _ scores: some Collection<Value>, _ targets: some Collection<Target>
) -> Value {
    recordLoss(of: scores, targets, "maxMargin", noun: "score", in: .maxMargin) { scores, targets in
        mean(zip(scores, targets).map { (1 - $1.times($0)).relu() })
    }
}

/// Returns the mean binary cross entropy, `Σ -(tᵢ·ln pᵢ + (1 - tᵢ)·ln(1 - pᵢ)) / n` with p the sigmoids of the logits.
///
/// Computed as `max(z, 0) - z·t + ln(1 + e^-|z|)`, without overflow, as `torch.nn.BCEWithLogitsLoss`.
///
/// - Parameters:
///   - logits: One raw output for each example, shape [n], at least one.
///   - targets: The probability of the class, 0 to 1, shape [n]; constants of the graph.
public func binaryCrossEntropy(logits: some Collection<Value>, targets: some Collection<Double>) -> Value {
    if let wrong = targets.first(where: { !(0...1).contains($0) }) {
        trap("`binaryCrossEntropy` was given the target \(wrong): targets are probabilities, from 0 to 1.")
    }
    return binaryCrossEntropyOf(logits, targets)
}

/// The same for targets that are values, such as an input of a `Recording`.
public func binaryCrossEntropy(logits: some Collection<Value>, targets: some Collection<Value>) -> Value {
    binaryCrossEntropyOf(logits, targets)
}

private func binaryCrossEntropyOf<Target: LossTarget>(
    _ logits: some Collection<Value>, _ targets: some Collection<Target>
) -> Value {
    recordLoss(of: logits, targets, "binaryCrossEntropy", noun: "logit", in: .binaryCrossEntropy) {
        logits, targets in
        mean(
            zip(logits, targets).map { logit, target in
                max(logit, 0) - target.times(logit) + logit.softplusOfMinusMagnitude()
            })
    }
}
