internal import Micrograd

/// The chains of additions in a neuron, or in a linear layer, that are drawn as one sum.
///
/// Their gradients are all equal, so that a picture loses no more than the partial sums.
struct JoinedSums {
    private var isHidden: [Bool] = []
    private var operands: [Int: [Int]] = [:]
    private var parts: [Int: [Int]] = [:]

    /// Joins none.
    init() {}

    /// Joins each `+` with an operand that is an unnamed `+` of the same frame, used nowhere else, and no root.
    init(_ graph: Graph) {
        guard graph.scopes.contains(where: JoinedSums.joins) else { return }
        var uses = [Int](repeating: 0, count: graph.nodes.count)
        for node in graph.nodes {
            for operand in node.operands { uses[operand] += 1 }
        }
        for root in graph.roots { uses[root] += 1 }
        isHidden = [Bool](repeating: false, count: graph.nodes.count)
        for node in graph.nodes where node.operation == .add {
            guard let scope = node.scope, JoinedSums.joins(graph.scopes[scope]) else { continue }
            var joined: [Int] = []
            var ids: [Int] = []
            for operand in node.operands {
                let part = graph.nodes[operand]
                guard part.operation == .add, uses[operand] == 1, part.scope == scope, part.label == nil
                else {
                    ids.append(operand)
                    continue
                }
                isHidden[operand] = true
                joined += (parts.removeValue(forKey: operand) ?? []) + [operand]
                ids += operands.removeValue(forKey: operand) ?? part.operands
            }
            guard !joined.isEmpty else { continue }
            operands[node.id] = ids
            parts[node.id] = joined
        }
    }

    /// Whether a scope is a neuron, or a whole layer of them.
    private static func joins(_ scope: GraphScope) -> Bool {
        scope.kind == "neuron" || scope.kind == "linear"
    }

    /// Whether a node is part of another's sum.
    func isHidden(_ id: Int) -> Bool { !isHidden.isEmpty && isHidden[id] }

    /// All that a joined sum adds up, in order; nil for what is no joined sum.
    func operands(of id: Int) -> [Int]? { operands[id] }

    /// The partial sums in a joined sum.
    func parts(of id: Int) -> [Int] { parts[id] ?? [] }
}
