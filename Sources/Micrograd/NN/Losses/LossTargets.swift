internal import MicrogradSupport

/// What a loss compares predictions with: numbers, which are constants of the graph, or values, such as an input of a
/// `Recording`.
///
/// Each loss is written once for both.
@usableFromInline
enum LossTargets {
    case numbers([Double])
    case values([Value])

    var count: Int {
        switch self {
        case .numbers(let numbers): numbers.count
        case .values(let values): values.count
        }
    }

    /// `prediction - target`, of the target at a position.
    func subtracted(from prediction: Value, at position: Int) -> Value {
        switch self {
        case .numbers(let numbers): prediction - numbers[position]
        case .values(let values): prediction - values[position]
        }
    }

    /// `prediction · target`, of the target at a position.
    func times(_ prediction: Value, at position: Int) -> Value {
        switch self {
        case .numbers(let numbers): prediction * numbers[position]
        case .values(let values): prediction * values[position]
        }
    }
}

/// Records a loss in its scope, checked to have a target for each prediction.
///
/// - Parameters:
///   - predictions: At least one.
///   - function: What the caller calls the loss.
///   - noun: What the loss calls one prediction.
func recordLoss(
    of predictions: [Value], _ targets: LossTargets, _ function: String, noun: String = "prediction",
    in scope: ScopeIdentity, _ body: () -> Value
) -> Value {
    guard predictions.count == targets.count else {
        trap(
            "`\(function)` was given \(predictions.count) \(noun)s and \(targets.count) targets: each \(noun) needs one target."
        )
    }
    guard let first = predictions.first else { trap("`\(function)` needs at least one \(noun).") }
    return first.inScope(scope, body)
}
