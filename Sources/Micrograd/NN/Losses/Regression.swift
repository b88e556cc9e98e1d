internal import MicrogradSupport

/// Returns the mean squared error, `Σ (pᵢ - tᵢ)² / n`, as `torch.nn.MSELoss`.
///
/// - Parameters:
///   - predictions: What the model says, shape [n], at least one.
///   - targets: What it should say, shape [n]; constants of the graph.
@inlinable
public func meanSquaredError(
    _ predictions: some Collection<Value>, _ targets: some Collection<Double>
) -> Value {
    meanSquaredError(of: Array(predictions), .numbers(Array(targets)))
}

/// The same for targets that are values, such as an input of a `Recording`.
@inlinable
public func meanSquaredError(
    _ predictions: some Collection<Value>, _ targets: some Collection<Value>
) -> Value {
    meanSquaredError(of: Array(predictions), .values(Array(targets)))
}

@usableFromInline
func meanSquaredError(of predictions: [Value], _ targets: LossTargets) -> Value {
    recordLoss(of: predictions, targets, "meanSquaredError", in: .meanSquaredError) {
        let differences = differences(predictions, targets)
        return dot(differences, differences) / Double(differences.count)
    }
}

/// Returns the mean absolute error, the L1 loss `Σ |pᵢ - tᵢ| / n`, as `torch.nn.L1Loss`.
///
/// Its derivative where both are equal is 0.
///
/// - Parameters:
///   - predictions: What the model says, shape [n], at least one.
///   - targets: What it should say, shape [n]; constants of the graph.
@inlinable
public func meanAbsoluteError(
    _ predictions: some Collection<Value>, _ targets: some Collection<Double>
) -> Value {
    meanAbsoluteError(of: Array(predictions), .numbers(Array(targets)))
}

/// The same for targets that are values, such as an input of a `Recording`.
@inlinable
public func meanAbsoluteError(
    _ predictions: some Collection<Value>, _ targets: some Collection<Value>
) -> Value {
    meanAbsoluteError(of: Array(predictions), .values(Array(targets)))
}

@usableFromInline
func meanAbsoluteError(of predictions: [Value], _ targets: LossTargets) -> Value {
    recordLoss(of: predictions, targets, "meanAbsoluteError", in: .meanAbsoluteError) {
        mean(differences(predictions, targets).map { $0.abs() })
    }
}

/// Returns the mean Huber loss, in which few outliers do not outweigh the rest, as `torch.nn.HuberLoss`.
///
/// For a difference d it is `d²/2` up to `|d| = delta`, and `delta · (|d| - delta/2)` beyond. Source: Huber,
/// Robust Estimation of a Location Parameter, 1964.
///
/// - Parameters:
///   - predictions: What the model says, shape [n], at least one.
///   - targets: What it should say, shape [n]; constants of the graph.
///   - delta: Above 0.
@inlinable
public func huber(
    _ predictions: some Collection<Value>, _ targets: some Collection<Double>, delta: Double = 1
) -> Value {
    huber(of: Array(predictions), .numbers(Array(targets)), delta: delta)
}

/// The same for targets that are values, such as an input of a `Recording`.
@inlinable
public func huber(
    _ predictions: some Collection<Value>, _ targets: some Collection<Value>, delta: Double = 1
) -> Value {
    huber(of: Array(predictions), .values(Array(targets)), delta: delta)
}

@usableFromInline
func huber(of predictions: [Value], _ targets: LossTargets, delta: Double) -> Value {
    guard delta > 0 else { trap("`huber` needs a `delta` above 0 (got \(delta)).") }
    return recordLoss(of: predictions, targets, "huber", in: .huber) {
        // With q = min(|d|, delta) both cases are q · (|d| - q/2).
        let magnitudes = differences(predictions, targets).map { $0.abs() }
        let clamped = magnitudes.map { min($0, delta) }
        return dot(clamped, zip(magnitudes, clamped).map { $0 - 0.5 * $1 }) / Double(magnitudes.count)
    }
}

private func differences(_ predictions: [Value], _ targets: LossTargets) -> [Value] {
    predictions.indices.map { targets.subtracted(from: predictions[$0], at: $0) }
}
