internal import MicrogradSupport

extension Values {
    /// Puts what `body` records into a scope of the values' tape, which need not be the thread's.
    func inScope<Result>(_ identity: ScopeIdentity, _ body: () -> Result) -> Result {
        guard let first else { return body() }
        return first.inScope(identity, body)
    }

    /// The elements, checked to be a list of `count`.
    func list(for module: String, of count: Int) -> [Value] {
        guard shape == [count] else {
            let hint = elements.count == count ? " Put a Flatten() before it." : ""
            trap("\(module) of \(count) inputs, shape [\(count)], was given the shape \(shape).\(hint)")
        }
        return elements
    }
}
