internal import Synchronization

/// The kind and name of a scope, and whose call it is.
package struct ScopeIdentity: BitwiseCopyable, Sendable {
    let name: ScopeNames.Key
    /// A number of the module among all modules, so that two of one name do not merge.
    let instance: UInt64

    /// An identity for a new module; or, with `instance` 0, for all that share the name.
    ///
    /// The process keeps the name: it is one of a few.
    package init(kind: String, name: String, instance: UInt64 = ScopeIdentity.makeInstance()) {
        self.name = ScopeNames.sharedKey(of: ScopeNames.Name(kind: kind, name: name))
        self.instance = instance
    }

    /// An identity with a name of a caller's choice, valid on a tape as long as its innermost region.
    init(
        kind: String, name: String, on state: TapeState.Reference,
        instance: UInt64 = ScopeIdentity.makeInstance()
    ) {
        self.name = state.pointee.key(of: ScopeNames.Name(kind: kind, name: name))
        self.instance = instance
    }

    private static let lastInstance = Atomic<UInt64>(0)

    package static func makeInstance() -> UInt64 { makeInstances(1) }

    /// Returns the first of `count` new numbers in a row.
    static func makeInstances(_ count: Int) -> UInt64 {
        lastInstance.wrappingAdd(UInt64(count), ordering: .relaxed).oldValue + 1
    }

    /// The identity of a layer's neuron.
    static func neuron(_ index: Int, instance: UInt64) -> ScopeIdentity {
        ScopeIdentity(kind: "neuron", name: "neuron \(index)", instance: instance)
    }
}
