internal import MicrogradSupport

/// Returns the cross entropy of one example, `-ln softmax(logits)[label]`, as `torch.nn.CrossEntropyLoss`.
///
/// Computed as `ln Σⱼ eᶻʲ⁻ᵐ - (z - m)`, m the largest of the logits and z that of the label, without overflow.
///
/// - Parameters:
///   - logits: One raw output for each class, at least one.
///   - label: The number of the right class, from 0.
@inlinable
public func crossEntropy(logits: some Collection<Value>, label: Int) -> Value {
    crossEntropy(of: Array(logits), label: label)
}

@usableFromInline
func crossEntropy(of logits: [Value], label: Int) -> Value {
    guard logits.indices.contains(label) else {
        trap(
            "`crossEntropy` was given the label \(label) for \(logits.count) logits: labels are from 0 to one less than the number of logits."
        )
    }
    return logits[label].inScope(.crossEntropy) {
        let logits = lessLargest(logits)
        return logSumExp(logits) - logits[label]
    }
}

/// Returns the mean cross entropy of a batch.
///
/// - Parameters:
///   - logits: For each example one raw output for each class, shape [n, classes]; at least one example.
///   - labels: The number of the right class of each example, from 0; shape [n].
@inlinable
public func crossEntropy(
    logits: some Collection<some Collection<Value>>, labels: some Collection<Int>
) -> Value {
    crossEntropy(of: logits.map { Array($0) }, labels: Array(labels))
}

@usableFromInline
func crossEntropy(of logits: [[Value]], labels: [Int]) -> Value {
    guard logits.count == labels.count else {
        trap(
            "`crossEntropy` was given \(logits.count) examples and \(labels.count) labels: each example needs one label."
        )
    }
    guard !logits.isEmpty else { trap("`crossEntropy` needs at least one example.") }
    return mean(zip(logits, labels).map { crossEntropy(of: $0, label: $1) })
}

/// Returns the cross entropy of one example whose target is a distribution, `-Σ tᵢ·ln softmax(logits)ᵢ`.
///
/// As `torch.nn.CrossEntropyLoss` with probabilities.
///
/// - Parameters:
///   - logits: One raw output for each class, shape [classes], at least one.
///   - targets: The probability of each class, shape [classes]; constants of the graph. Their sum should be 1.
@inlinable
public func crossEntropy(logits: some Collection<Value>, targets: some Collection<Double>) -> Value {
    crossEntropy(of: Array(logits), .numbers(Array(targets)))
}

/// The same for targets that are values, such as an input of a `Recording`, in which a label is a one among zeros.
@inlinable
public func crossEntropy(logits: some Collection<Value>, targets: some Collection<Value>) -> Value {
    crossEntropy(of: Array(logits), .values(Array(targets)))
}

@usableFromInline
func crossEntropy(of logits: [Value], _ targets: LossTargets) -> Value {
    recordLoss(of: logits, targets, "crossEntropy", noun: "logit", in: .crossEntropy) {
        let logits = lessLargest(logits)
        let logTotal = logSumExp(logits)
        return sum(logits.indices.map { targets.times(logTotal - logits[$0], at: $0) })
    }
}
