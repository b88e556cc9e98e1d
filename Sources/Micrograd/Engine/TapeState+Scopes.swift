extension TapeState {
    mutating func openScope(_ identity: ScopeIdentity) {
        scopes.push(
            ScopeRecord(
                start: UInt32(count), end: .max, parent: openScope, name: identity.name,
                instance: identity.instance))
        openScope = Int32(scopes.count - 1)
    }

    /// Ends the innermost open scope, and forgets it where it recorded nothing.
    mutating func closeScope() {
        let scope = Int(openScope)
        openScope = scopes[scope].parent
        if _fastPath(Int(scopes[scope].start) < count) {
            scopes[scope].end = UInt32(count)
        } else {
            // Scopes inside recorded nothing either, and are gone: this one is the last.
            scopes.count = scope
        }
    }
}

/// Gives what `body` records a name that pictures can show and fold.
///
///     let y = withScope("attention") { softmax(scores) }
///
/// Scopes nest. They take no memory in the values: some 30 bytes each beside them, and each name that differs
/// once. Both go away with the `withTape { }` or tape around them.
///
/// - Parameters:
///   - name: The name of this scope, such as `block 2`.
///   - kind: What it is one of, such as `block`; the name by default.
public func withScope<Result, Failure: Error>(
    _ name: String, kind: String? = nil, _ body: () throws(Failure) -> Result
) throws(Failure) -> Result {
    let state = TapeState.current
    return try withScope(
        ScopeIdentity(kind: kind ?? name, name: name, on: state, instance: 0), on: state, body)
}

/// The same for one call of a module, which `identity` tells from others of its name.
package func withScope<Result, Failure: Error>(
    _ identity: ScopeIdentity, _ body: () throws(Failure) -> Result
) throws(Failure) -> Result {
    try withScope(identity, on: TapeState.current, body)
}

private func withScope<Result, Failure: Error>(
    _ identity: ScopeIdentity, on state: TapeState.Reference, _ body: () throws(Failure) -> Result
) throws(Failure) -> Result {
    state.pointee.openScope(identity)
    defer { state.pointee.closeScope() }
    return try body()
}
