/// One node of a graph, as a walk over it hands it on.
///
/// Two nodes are equal if a saved graph shows them alike: NaN equals NaN.
public struct GraphNode: Sendable {
    /// The position in the walk, from 0.
    public var id: Int
    /// What computed the node, the last operation where it stands for many; nil for a leaf.
    public var operation: Value.Operation?
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

    /// What the node is, where it stands for many operations and the walk shows it whole; else nil.
    public var compound: GraphCompound?

    package init(
        id: Int, operation: Value.Operation? = nil, operands: [Int] = [], argument: Double? = nil,
        data: Double,
        grad: Double? = nil, localDerivatives: [Double] = [], label: String? = nil, scope: Int? = nil,
        isConstant: Bool = false, isParameter: Bool = false, compound: GraphCompound? = nil
    ) {
        self.id = id
        self.operation = operation
        self.operands = operands
        self.argument = argument
        self.data = data
        self.grad = grad
        self.localDerivatives = localDerivatives
        self.label = label
        self.scope = scope
        self.isConstant = isConstant
        self.isParameter = isParameter
        self.compound = compound
    }
}

extension GraphNode: Equatable {
    /// Compares all that a saved graph shows of two nodes.
    public static func == (one: GraphNode, other: GraphNode) -> Bool {
        one.id == other.id && one.operation == other.operation && one.operands == other.operands
            && isSame(one.argument, other.argument) && isSame(one.data, other.data)
            && isSame(one.grad, other.grad)
            && one.localDerivatives.elementsEqual(other.localDerivatives, by: isSame)
            && one.label == other.label && one.scope == other.scope && one.isConstant == other.isConstant
            && one.isParameter == other.isParameter && one.compound == other.compound
    }

    private static func isSame(_ one: Double?, _ other: Double?) -> Bool {
        guard let one, let other else { return (one == nil) == (other == nil) }
        return one == other || (one.isNaN && other.isNaN)
    }
}
