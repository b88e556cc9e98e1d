// One identity for each function, looked up once: a scope then costs a few nanoseconds.
extension ScopeIdentity {
    static let softmax = ScopeIdentity(function: "softmax")
    static let logSoftmax = ScopeIdentity(function: "log softmax")
    static let leakyRelu = ScopeIdentity(function: "leaky relu")
    static let gelu = ScopeIdentity(function: "gelu")
    static let softplus = ScopeIdentity(function: "softplus")

    static let meanSquaredError = ScopeIdentity(function: "mean squared error")
    static let meanAbsoluteError = ScopeIdentity(function: "mean absolute error")
    static let huber = ScopeIdentity(function: "huber")
    static let maxMargin = ScopeIdentity(function: "max margin")
    static let binaryCrossEntropy = ScopeIdentity(function: "binary cross entropy")
    static let crossEntropy = ScopeIdentity(function: "cross entropy")
    static let l2Penalty = ScopeIdentity(function: "l2 penalty")
    static let l1Penalty = ScopeIdentity(function: "l1 penalty")

    private init(function name: String) { self.init(kind: name, name: name, instance: 0) }
}

extension ScopeIdentity {
    /// The same kind and name for another module, on the tape on which the thread records.
    ///
    /// - Parameter state: The tape that the name is valid on.
    func renewed(from state: TapeState.Reference) -> ScopeIdentity {
        let instance = ScopeIdentity.makeInstance()
        guard name.isOfTape else { return ScopeIdentity(name: name, instance: instance) }
        let text = state.pointee.name(name)
        return ScopeIdentity(kind: text.kind, name: text.name, on: TapeState.current, instance: instance)
    }

    private init(name: ScopeNames.Key, instance: UInt64) {
        self.name = name
        self.instance = instance
    }
}

extension Value {
    /// Puts what `body` records into a scope of the value's tape, which need not be the thread's.
    @inline(__always)
    func inScope<Result>(_ identity: ScopeIdentity, _ body: () -> Result) -> Result {
        let state = state
        state.pointee.openScope(identity)
        defer { state.pointee.closeScope() }
        return body()
    }
}
