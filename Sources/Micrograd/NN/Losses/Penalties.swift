/// Returns the L2 penalty `strength · Σ p²`, which pulls parameters towards 0; to be added to a loss.
///
/// The demo of karpathy/micrograd takes 1e-4. Its gradient is `2 · strength · p`, that of a `weightDecay` of twice
/// the strength. Without parameters it is 0.
@inlinable
public func l2Penalty(_ parameters: some Collection<Value>, strength: Double) -> Value {
    l2Penalty(of: Array(parameters), strength: strength)
}

@usableFromInline
func l2Penalty(of parameters: [Value], strength: Double) -> Value {
    penalty(on: parameters, strength: strength, in: .l2Penalty) { dot(parameters, parameters) }
}

/// Returns the L1 penalty `strength · Σ |p|`, which makes parameters 0 that matter little; to be added to a loss.
///
/// Its derivative where a parameter is 0 is 0. Without parameters it is 0.
@inlinable
public func l1Penalty(_ parameters: some Collection<Value>, strength: Double) -> Value {
    l1Penalty(of: Array(parameters), strength: strength)
}

@usableFromInline
func l1Penalty(of parameters: [Value], strength: Double) -> Value {
    penalty(on: parameters, strength: strength, in: .l1Penalty) { sum(parameters.map { $0.abs() }) }
}

private func penalty(
    on parameters: [Value], strength: Double, in scope: ScopeIdentity, _ size: () -> Value
) -> Value {
    guard let first = parameters.first else { return Value(0) }
    return first.inScope(scope) { strength * size() }
}
