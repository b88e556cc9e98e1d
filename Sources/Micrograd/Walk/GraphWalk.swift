internal import MicrogradSupport

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
/// A neuron, a dot product and a sum over a list take one node of the tape each; the walk shows the
/// multiplications, additions and activation that they stand for, unless it is told to show them whole.
///
/// - Complexity: O(n) in the values recorded between the first dependency and the last root and in the
///   operations shown, in time and, at 4 bytes for each value, in space; no recursion. Where neurons are
///   expanded, also in the changes of data since they were computed.
public struct GraphWalk: Sequence {
    /// The ids of the roots, in the order they were given.
    public let roots: [Int]
    /// How many nodes the walk has.
    public let count: Int
    /// The calls of modules and functions that recorded nodes of the walk, parents first.
    public let scopes: [GraphScope]

    /// The calls of `backward()` made on its nodes or later; nil where there was none.
    public let backward: GraphBackward?

    /// What a walk shows of the nodes that stand for many operations.
    public enum Detail: Sendable {
        /// Each as one node: see `GraphNode.compound`.
        case whole
        /// The operations that they stand for, each with its data, gradient and local derivatives.
        case expanded
    }

    private let detail: Detail
    /// The root of the innermost region: valid as long as all nodes of the walk are.
    private let newest: Value
    private let numbering: WalkNumbering
    /// For each scope of the tape: its id here, or -1.
    private let scopeIDs: [Int]

    /// Walks what one value depends on.
    public init(from root: Value, detail: Detail = .expanded) {
        self.init(from: [root], detail: detail)
    }

    /// Walks what several values depend on, all of one tape.
    ///
    /// - Precondition: At least one root.
    public init(from roots: [Value], detail: Detail = .expanded) {
        guard let first = roots.first else { trap("A walk needs at least one value to start from.") }
        let state = first.state
        state.pointee.prepareGrads()
        for root in roots {
            guard root.state == state else { Value.trapTwoTapes() }
            root.checkRecording()
        }

        numbering = WalkNumbering(of: roots.map(\.position), detail: detail, in: state)
        self.detail = detail
        newest = roots.max { $0.index < $1.index } ?? first
        count = numbering.count
        self.roots = roots.map { [numbering] root in numbering.id(of: Int(root.index)) }
        backward = state.pointee.backward(of: numbering)
        (scopes, scopeIDs) = numbering.graphScopes(of: state.pointee)
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
        /// The nodes that the current node of the tape stands for.
        private var parts: [GraphNode] = []
        private var emittedPartCount = 0
        /// What changed after it was used, as of the last compound.
        private var history: DataHistory?
        private var scope = ScopeCursor()

        fileprivate init(_ walk: GraphWalk) {
            self.walk = walk
            index = walk.numbering.lowest
        }

        /// Returns the next node; nil after the last.
        public mutating func next() -> GraphNode? {
            let state = walk.newest.state
            if emittedPartCount < parts.count {
                defer { emittedPartCount += 1 }
                return parts[emittedPartCount]
            }
            while index < walk.numbering.end, !walk.numbering.contains(index) { index += 1 }
            guard index < walk.numbering.end else { return nil }

            let node = state.pointee.nodes[index]
            let recordedScope = scope.innermost(at: index, in: walk.numbering.scopes)
            let scopeID = recordedScope < 0 ? nil : walk.scopeIDs[recordedScope]
            if node.isCompound {
                defer { index += 1 }
                return makeCompound(scope: scopeID, in: state.pointee)
            }
            if node.hasConstantLeaf, !hasEmittedConstant {
                hasEmittedConstant = true
                return makeConstant(of: node, scope: scopeID, in: state.pointee)
            }
            defer {
                hasEmittedConstant = false
                index += 1
            }
            return makeNode(node, scope: scopeID, in: state.pointee)
        }

        private mutating func makeCompound(scope: Int?, in state: TapeState) -> GraphNode {
            guard walk.detail == .expanded else {
                return CompoundParts.wholeNode(
                    ofOutput: index, in: state, numbering: walk.numbering, scope: scope)
            }
            let known = history.flatMap { $0.isCurrent(in: state) ? $0 : nil }
            let history = known ?? DataHistory(of: state)
            self.history = history
            parts = CompoundParts.nodes(
                ofOutput: index, in: state, history: history, numbering: walk.numbering, scope: scope)
            emittedPartCount = 1
            return parts[0]
        }

        private func makeNode(_ node: Node, scope: Int?, in state: TapeState) -> GraphNode {
            let id = walk.numbering.id(of: index)
            var result = GraphNode(
                id: id, operation: node.isLeaf ? nil : node.operation, data: state.data[index],
                grad: Gradient.exists(state.grads[index]) ? state.grads[index] : nil,
                label: state.labels.pointee[index],
                scope: scope, isParameter: node.flags.contains(.parameter))
            switch node.form {
            case .leaf, .compound:
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
            let (x, y) = node.operandData(in: state.data)
            let derivatives = node.operation.derivatives(x, y, result: state.data[index])
            result.localDerivatives = [derivatives.x + 0.0]
            if result.operands.count > 1 { result.localDerivatives.append(derivatives.y + 0.0) }
            return result
        }

        private func makeConstant(of node: Node, scope: Int?, in state: TapeState) -> GraphNode {
            let grad = state.grads[index]
            let (x, y) = node.operandData(in: state.data)
            let gradients = node.operation.gradients(grad, x, y, result: state.data[index])
            let contribution = node.form == .constantValue ? gradients.x : gradients.y
            return GraphNode(
                id: walk.numbering.id(of: index) - 1, data: node.constant,
                grad: Gradient.exists(grad) ? contribution + 0.0 : nil, scope: scope,
                isConstant: true)
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
        case .leaf, .unary, .values, .compound: false
        }
    }

    /// The data of the operands of one operation, a constant among them; y is that of x where there is one only.
    fileprivate func operandData(in data: UnsafeMutablePointer<Double>) -> (x: Double, y: Double) {
        let first = data[firstIndex]
        return switch form {
        case .values: (first, data[secondIndex])
        case .constantValue: (constant, first)
        case .valueConstant: (first, constant)
        case .leaf, .unary, .compound: (first, first)
        }
    }
}
