/// What a tape stores for one call of a module or function: the span of nodes that it recorded.
struct ScopeRecord {
    var start: UInt32
    /// One past its last node; `UInt32.max` while the scope is open.
    var end: UInt32
    /// The index of the scope around it, or -1.
    var parent: Int32
    var name: ScopeNames.Key
    var instance: UInt64
}
