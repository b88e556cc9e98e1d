/// The nodes that some values depend on, each once and operands before results.
///
///     for node in GraphWalk(from: loss) {
///         print(node.label ?? "", node.operation?.symbol ?? "leaf", node.data, node.grad ?? .nan)
///     }
///
/// The order is that of creation; a constant stands directly before the node that uses it. Read
/// backwards it is the order of the sweep that `backward()` makes. The walk reads the tape as it
/// stands when the loop runs, so it is valid as long as its values are.
///
/// - Complexity: O(n) in the values recorded between the first dependency and the last root, in time
///   and, at 4 bytes each, in space; no recursion.
public struct GraphWalk: Sequence {
    /// The ids of the roots, in the order they were given.
    public let roots: [Int]
    /// How many nodes the walk has.
    public let count: Int
    /// The calls of modules and functions that recorded nodes of the walk, parents first.
    public let scopes: [GraphScope]

    /// The calls of `backward()` made on its nodes or later; nil where there was none.
    public let backward: GraphBackward?

    /// The root of the innermost region: valid as long as all nodes of the walk are.
    private let newest: Value
    private let numbering: WalkNumbering
    /// For each scope of the tape: its id here, or -1.
    private let scopeIDs: [Int]

    /// Walks what one value depends on.
    public init(from root: Value) {
        self.init(from: [root])
    }

    /// Walks what several values depend on, all of one tape.
    ///
    /// - Precondition: At least one root.
    public init(from roots: [Value]) {
        guard let first = roots.first else { trap("A walk needs at least one value to start from.") }
        let state = first.state
        for root in roots where root.state != state { Value.trapTwoTapes() }

        numbering = WalkNumbering(of: roots.map { Int($0.index) }, in: state)
        newest = roots.max { $0.index < $1.index } ?? first
        count = numbering.count
        self.roots = roots.map { [numbering] root in numbering.id(of: Int(root.index)) }
        backward = state.pointee.backward(of: numbering)
        (scopes, scopeIDs) = state.pointee.scopes(used: numbering.usedScopes)
    }

    /// The id that a value has in the walk; nil where no root depends on it.
    public func id(of value: Value) -> Int? {
        guard value.state == newest.state, numbering.contains(Int(value.index)) else { return nil }
        return numbering.id(of: Int(value.index))
    }

    /// The same as `count`.
    public var underestimatedCount: Int { count }

    /// Starts at the first node.
    public func makeIterator() -> Iterator { Iterator(self) }

    /// Hands on the nodes one by one.
    public struct Iterator: IteratorProtocol {
        private let walk: GraphWalk
        private var index: Int
        private var hasEmittedConstant = false
        private var scope = ScopeCursor()

        fileprivate init(_ walk: GraphWalk) {
            self.walk = walk
            index = walk.numbering.lowest
        }

        /// Returns the next node; nil after the last.
        public mutating func next() -> GraphNode? {
            let state = walk.newest.state
            while index < walk.numbering.end, !walk.numbering.contains(index) { index += 1 }
            guard index < walk.numbering.end else { return nil }

            let node = state.pointee.nodes[index]
            let recordedScope = scope.innermost(at: index, in: state.pointee.scopes)
            let scopeID = recordedScope < 0 ? nil : walk.scopeIDs[recordedScope]
            if node.hasConstantLeaf, !hasEmittedConstant {
                hasEmittedConstant = true
                return makeConstant(of: node, scope: scopeID, in: state)
            }
            defer {
                hasEmittedConstant = false
                index += 1
            }
            return makeNode(node, scope: scopeID, in: state)
        }

        private func makeNode(_ node: Node, scope: Int?, in state: TapeState.Reference) -> GraphNode {
            let id = walk.numbering.id(of: index)
            var result = GraphNode(
                id: id, operation: node.isLeaf ? nil : node.operation, data: node.data,
                grad: node.hasGradient ? node.grad : nil, label: state.pointee.labels[UInt32(index)],
                scope: scope, isParameter: node.flags.contains(.parameter))
            var derivatives = LocalDerivatives(node: node, nodes: state.pointee.nodes)
            switch node.form {
            case .leaf:
                return result
            case .unary:
                result.operands = [walk.numbering.id(of: node.firstIndex)]
            case .values:
                result.operands = [
                    walk.numbering.id(of: node.firstIndex), walk.numbering.id(of: node.secondIndex),
                ]
            case .valueConstant where !node.hasConstantLeaf:
                result.operands = [walk.numbering.id(of: node.firstIndex)]
                result.argument = node.constant
            case .valueConstant:
                result.operands = [walk.numbering.id(of: node.firstIndex), id - 1]
            case .constantValue:
                result.operands = [id - 1, walk.numbering.id(of: node.firstIndex)]
            }
            node.operation.dispatch(&derivatives)
            result.localDerivatives = derivatives.values
            return result
        }

        private func makeConstant(of node: Node, scope: Int?, in state: TapeState.Reference) -> GraphNode {
            var gradient = ConstantGradient(node: node, operand: state.pointee.nodes[node.firstIndex].data)
            node.operation.dispatch(&gradient)
            return GraphNode(
                id: walk.numbering.id(of: index) - 1, data: node.constant,
                grad: node.hasGradient ? gradient.grad + 0.0 : nil, scope: scope, isConstant: true)
        }
    }
}

@available(*, unavailable)
extension GraphWalk: Sendable {}

extension Node {
    /// Whether the constant of the node stands as a leaf: all do but the exponent of a power.
    var hasConstantLeaf: Bool {
        switch form {
        case .constantValue: true
        case .valueConstant: operation != .power
        case .leaf, .unary, .values: false
        }
    }
}

/// The derivatives of a node with respect to its operands, a constant among them.
private struct LocalDerivatives: OperationVisitor {
    let node: Node
    let nodes: UnsafeMutablePointer<Node>
    var values: [Double] = []

    init(node: Node, nodes: UnsafeMutablePointer<Node>) {
        self.node = node
        self.nodes = nodes
    }

    mutating func visit<O: UnaryOperation>(_: O.Type) {
        values = [O.dx(nodes[node.firstIndex].data, node.data) + 0.0]
    }

    mutating func visit<O: BinaryOperation>(_: O.Type) {
        let first = nodes[node.firstIndex].data
        let (x, y) =
            switch node.form {
            case .values: (first, nodes[node.secondIndex].data)
            case .constantValue: (node.constant, first)
            case .leaf, .unary, .valueConstant: (first, node.constant)
            }
        values = [O.dx(x, y, node.data) + 0.0]
        if node.form != .valueConstant || node.hasConstantLeaf { values.append(O.dy(x, y, node.data) + 0.0) }
    }
}

/// What the gradient of a node gives to its constant, as the sweep would if it were a value.
private struct ConstantGradient: OperationVisitor {
    let node: Node
    /// The data of the other operand.
    let operand: Double
    var grad = 0.0

    init(node: Node, operand: Double) {
        self.node = node
        self.operand = operand
    }

    mutating func visit<O: UnaryOperation>(_: O.Type) {}

    mutating func visit<O: BinaryOperation>(_: O.Type) {
        grad =
            node.form == .constantValue
            ? O.gradX(node.grad, node.constant, operand, node.data)
            : O.gradY(node.grad, operand, node.constant, node.data)
    }
}
