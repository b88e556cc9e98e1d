/// One call of one module or function, and the span of a graph that it recorded.
public struct GraphScope: Hashable, Sendable {
    /// The position in the walk's list of scopes; a parent stands before its children.
    public var id: Int
    /// The scope around this one.
    public var parent: Int?
    /// What it is one of: `neuron`, `layer`, `mlp`, or what the code chose.
    public var kind: String
    /// Its own name, such as `layer 0`.
    public var name: String
    /// Which call of the same module this is, from 0.
    public var call: Int

    package init(id: Int, parent: Int?, kind: String, name: String, call: Int) {
        self.id = id
        self.parent = parent
        self.kind = kind
        self.name = name
        self.call = call
    }
}
