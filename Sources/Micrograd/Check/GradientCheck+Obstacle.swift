internal import MicrogradSupport

extension GradientCheck {
    /// What keeps a check from comparing anything.
    public enum Obstacle: Hashable, Sendable, CustomStringConvertible {
        /// No value of the graph has a gradient.
        case noGradients
        /// The last backward ran from another value, which is named where the graph holds it.
        case otherRoot(String?)
        /// The graph has several results, and no backward says which of them the gradients belong to.
        case severalResults
        /// The result is NaN or infinite.
        case resultNotFinite(Double)
        /// A value holds another number than its operation makes of its operands.
        case changed(name: String, data: Double, recomputed: Double)
        /// The graph has more nodes than the options allow.
        case tooLarge(count: Int, limit: Int)

        /// What is wrong, and what to do.
        public var description: String {
            switch self {
            case .noGradients:
                "there is no gradient to check, because no backward() has run from the result; call it first"
            case .otherRoot(let name):
                "the last backward() ran from \(name ?? "a value that is not in this graph"); check the gradients "
                    + "of that value, or call backward() on this one"
            case .severalResults:
                "there are several results, and no backward() has run; choose one of them"
            case .resultNotFinite(let data):
                "the result is \(data.pythonDescription), so no difference can be made of it"
            case .changed(let name, let data, let recomputed):
                "\(name) holds \(data.shortestDescription), and its operands now give "
                    + "\(recomputed.shortestDescription): data changed after they were used; "
                    + "compute the result anew, and check before changing data"
            case .tooLarge(let count, let limit):
                "the graph has \(count) nodes, and no more than \(limit) are checked; allow more, or check a part"
            }
        }
    }

    /// What keeps the nodes from being checked; nil where nothing does.
    static func obstacle(to nodes: [GraphNode], root: Int, _ options: Options) -> Obstacle? {
        guard nodes.count <= options.maximumCount else {
            return .tooLarge(count: nodes.count, limit: options.maximumCount)
        }
        guard nodes.contains(where: { $0.grad != nil }) else { return .noGradients }
        guard nodes[root].data.isFinite else { return .resultNotFinite(nodes[root].data) }
        for node in nodes.prefix(root + 1) {
            guard let operation = node.operation else { continue }
            let (x, y) = (nodes[node.operands[0]].data, node.argument ?? nodes[node.operands.last ?? 0].data)
            let recomputed = operation.value(x, y)
            // On one machine they are equal to the last bit; a saved graph may come from another.
            let isClose =
                (recomputed - node.data).magnitude <= 1e-9
                * Swift.max(recomputed.magnitude, node.data.magnitude)
            guard isClose || recomputed == node.data || (recomputed.isNaN && node.data.isNaN) else {
                return .changed(name: node.numberedName, data: node.data, recomputed: recomputed)
            }
        }
        return nil
    }
}

extension GraphNode {
    /// `#4 e`, or `#4` for a node without a label.
    var numberedName: String { CheckedGradient.name(id: id, label: label) }
}
