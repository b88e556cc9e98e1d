/// One node of a graph, as a walk over it hands it on.
public struct GraphNode: Hashable, Sendable {
    /// The position in the walk, from 0.
    public var id: Int
    /// What computed the node; nil for a leaf.
    public var operation: Operation?
    /// The ids of the operands in order; a value used twice stands twice.
    public var operands: [Int]
    /// The number that belongs to the operation itself: the exponent of a power by a number.
    public var argument: Double?
    /// The number that the node holds.
    public var data: Double
    /// The gradient; nil where no backward reached the node.
    public var grad: Double?
    /// The derivative of this node with respect to each operand, at the data the operands have now.
    public var localDerivatives: [Double]
    /// The name given to the value; nil where it has none.
    public var label: String?
    /// The innermost scope that recorded the node, as an index of `GraphWalk.scopes`.
    public var scope: Int?
    /// Whether the node is a number that met a value in an operation: a leaf of its own at each place.
    public var isConstant: Bool
    /// Whether the node is a leaf that training changes.
    public var isParameter: Bool
}

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

    public init(id: Int, parent: Int?, kind: String, name: String, call: Int) {
        self.id = id
        self.parent = parent
        self.kind = kind
        self.name = name
        self.call = call
    }
}
