internal import MicrogradSupport

/// What a loss compares predictions with: a number, which is a constant of the graph, or a value, such as an
/// input of a `Recording`.
///
/// Each loss is written once for both.
protocol LossTarget {
    /// `prediction - self`.
    func subtracted(from prediction: Value) -> Value
    /// `prediction · self`.
    func times(_ prediction: Value) -> Value
}

extension Double: LossTarget {
    func subtracted(from prediction: Value) -> Value { prediction - self }
    func times(_ prediction: Value) -> Value { prediction * self }
}

extension Value: LossTarget {
    func subtracted(from prediction: Value) -> Value { prediction - self }
    func times(_ prediction: Value) -> Value { prediction * self }
}

/// Records a loss in its scope, checked to have a target for each prediction.
///
/// - Parameters:
///   - predictions: At least one.
///   - function: What the caller calls the loss.
///   - noun: What the loss calls one prediction.
func recordLoss<Target: LossTarget>(
    of predictions: some Collection<Value>, _ targets: some Collection<Target>, _ function: String,
    noun: String = "prediction", in scope: ScopeIdentity,
    _ body: (_ predictions: [Value], _ targets: [Target]) -> Value
) -> Value {
    let (predictions, targets) = (Array(predictions), Array(targets))
    guard predictions.count == targets.count else {
        trap(
            "`\(function)` was given \(predictions.count) \(noun)s and \(targets.count) targets: each \(noun) needs one target."
        )
    }
    guard let first = predictions.first else { trap("`\(function)` needs at least one \(noun).") }
    return first.inScope(scope) { body(predictions, targets) }
}
