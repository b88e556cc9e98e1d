internal import Micrograd

extension Graph {
    /// The scope that each node stands in; for a parameter the innermost that all its uses share.
    func scopesOfNodes(_ tree: ScopeTree) -> [Int?] {
        var result = nodes.map(\.scope)
        var isUsed = [Bool](repeating: false, count: nodes.count)
        for node in nodes {
            for operand in node.operands where nodes[operand].isParameter {
                result[operand] =
                    isUsed[operand] ? tree.innermost(holding: result[operand], node.scope) : node.scope
                isUsed[operand] = true
            }
        }
        return result
    }

    /// The scope that each node stands in; for a parameter, which is made outside of all calls, that of its first use.
    private var scopesOfFirstUses: [Int?] {
        var result = nodes.map(\.scope)
        var isUsed = [Bool](repeating: false, count: nodes.count)
        for node in nodes {
            for operand in node.operands where nodes[operand].isParameter && !isUsed[operand] {
                result[operand] = node.scope
                isUsed[operand] = true
            }
        }
        return result
    }

    /// The labels of the nodes, where several are equal with as many frames as tell them apart: `layer 0/neuron 1/w0`.
    var distinctLabels: [String?] {
        var labels = nodes.map(\.label)
        guard !scopes.isEmpty else { return labels }
        let nodesOfLabel = Dictionary(grouping: nodes.lazy.filter { $0.label?.isEmpty == false }, by: \.label)
        guard nodesOfLabel.count < nodes.count else { return labels }
        let tree = ScopeTree(scopes)
        let scopesOfNodes = scopesOfFirstUses
        for (label, nodes) in nodesOfLabel where nodes.count > 1 {
            let frames = nodes.map { tree.names(from: scopesOfNodes[$0.id], limit: Graph.pathLimit) }
            let distinctCount = Set(frames).count
            // None where all stand in the same frame: there only the ids tell them apart.
            let depth = (0...Graph.pathLimit).first { depth in
                Set(frames.lazy.map { $0.prefix(depth) }).count == distinctCount
            }
            for (node, names) in zip(nodes, frames) {
                let path = names.prefix(depth ?? Graph.pathLimit).reversed() + [label ?? ""]
                labels[node.id] = path.joined(separator: "/")
            }
        }
        return labels
    }

    /// Where something stands, for messages: the frames around it, each shortened, from the outermost on.
    ///
    /// - Parameter outer: A frame at which the path ends, and which it does not name.
    func path(ofScope scope: Int?, below outer: Int? = nil) -> String {
        var names: [String] = []
        var next = scope
        while let id = next, id != outer, names.count < Graph.pathLimit {
            let name = scopes[id].name
            names.append(name.count > 20 ? name.prefix(20) + "…" : name)
            next = scopes[id].parent
        }
        return names.reversed().joined(separator: "/")
    }

    /// How many frames a path names: enough for layers of a network in a class of the user's.
    private static let pathLimit = 8
}
