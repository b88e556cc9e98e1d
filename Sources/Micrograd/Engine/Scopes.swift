internal import MicrogradSupport
internal import Synchronization

/// What a tape stores for one call of a module or function: the span of nodes that it recorded.
struct ScopeRecord {
    var start: UInt32
    /// One past its last node; `UInt32.max` while the scope is open.
    var end: UInt32
    /// The index of the scope around it, or -1.
    var parent: Int32
    var name: UInt32
    var instance: UInt64
}

/// The kind and name of a scope, and whose call it is.
package struct ScopeIdentity: BitwiseCopyable, Sendable {
    /// A number of the name among all names that scopes have had.
    let name: UInt32
    /// A number of the module among all modules, so that two of one name do not merge.
    let instance: UInt64

    /// An identity for a new module; or, with `instance` 0, for all that share the name.
    package init(kind: String, name: String, instance: UInt64 = ScopeIdentity.makeInstance()) {
        self.name = ScopeNames.number(of: ScopeNames.Name(kind: kind, name: name))
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

/// The names that scopes have had in this process, each stored once.
enum ScopeNames {
    struct Name: Hashable {
        var kind: String
        var name: String
    }

    private struct Table {
        var numbers: [Name: UInt32] = [:]
        var names: [Name] = []
    }

    private static let table = Locked(Table())

    static func number(of name: Name) -> UInt32 {
        table.withLock { table in
            if let known = table.numbers[name] { return known }
            let number = UInt32(table.names.count)
            table.names.append(name)
            table.numbers[name] = number
            return number
        }
    }

    static func name(_ number: UInt32) -> Name {
        table.withLock { $0.names[Int(number)] }
    }
}

extension TapeState {
    mutating func openScope(_ identity: ScopeIdentity) {
        scopes.push(
            ScopeRecord(
                start: UInt32(count), end: .max, parent: openScope, name: identity.name,
                instance: identity.instance))
        openScope = Int32(scopes.count - 1)
    }

    mutating func closeScope() {
        let scope = Int(openScope)
        scopes[scope].end = UInt32(count)
        openScope = scopes[scope].parent
    }
}

/// Gives what `body` records a name that pictures can show and fold.
///
///     let y = withScope("attention") { softmax(scores) }
///
/// Scopes nest. They take no memory in the values, but each name that differs is kept as long as the
/// process runs: let a name say what, not which time.
///
/// - Parameters:
///   - name: The name of this scope, such as `block 2`.
///   - kind: What it is one of, such as `block`; the name by default.
public func withScope<Result, Failure: Error>(
    _ name: String, kind: String? = nil, _ body: () throws(Failure) -> Result
) throws(Failure) -> Result {
    try withScope(ScopeIdentity(kind: kind ?? name, name: name, instance: 0), body)
}

/// The same for one call of a module, which `identity` tells from others of its name.
package func withScope<Result, Failure: Error>(
    _ identity: ScopeIdentity, _ body: () throws(Failure) -> Result
) throws(Failure) -> Result {
    let state = TapeState.current
    state.pointee.openScope(identity)
    defer { state.pointee.closeScope() }
    return try body()
}
