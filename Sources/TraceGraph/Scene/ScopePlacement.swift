internal import Micrograd

/// Which scopes a picture draws as boxes, and which nodes stand in each.
///
/// A parameter stands in the innermost scope that all its uses share.
struct ScopePlacement {
    private(set) var groups: [Scene.Group] = []
    private var groupOfNode: [Int?] = []

    /// Draws no scope.
    init() {}

    init(_ graph: Graph) {
        guard !graph.scopes.isEmpty else { return }
        let scopeOfNode = ScopePlacement.scopes(of: graph)

        // The outermost is left out if it only holds others: its frame would push the inputs aside.
        var isDrawn = [Bool](repeating: false, count: graph.scopes.count)
        for case .some(let scope) in scopeOfNode { isDrawn[scope] = true }
        for scope in graph.scopes.reversed() where isDrawn[scope.id] {
            if let parent = scope.parent, graph.scopes[parent].parent != nil { isDrawn[parent] = true }
        }

        var groupOfScope = [Int?](repeating: nil, count: graph.scopes.count)
        for scope in graph.scopes where isDrawn[scope.id] {
            groupOfScope[scope.id] = groups.count
            groups.append(Scene.Group(name: scope.name, parent: scope.parent.flatMap { groupOfScope[$0] }))
        }
        groupOfNode = scopeOfNode.map { $0.flatMap { groupOfScope[$0] } }
    }

    func group(of node: Int) -> Int? {
        groupOfNode.isEmpty ? nil : groupOfNode[node]
    }

    private static func scopes(of graph: Graph) -> [Int?] {
        let depths = graph.scopes.reduce(into: [Int]()) { depths, scope in
            depths.append(scope.parent.map { depths[$0] + 1 } ?? 0)
        }
        func common(_ one: Int?, _ other: Int?) -> Int? {
            var (one, other) = (one, other)
            while let first = one, let second = other, first != second {
                if depths[first] >= depths[second] {
                    one = graph.scopes[first].parent
                } else {
                    other = graph.scopes[second].parent
                }
            }
            return one == nil ? nil : other
        }

        var result = graph.nodes.map(\.scope)
        var isUsed = [Bool](repeating: false, count: graph.nodes.count)
        for node in graph.nodes {
            for operand in node.operands where graph.nodes[operand].isParameter {
                result[operand] = isUsed[operand] ? common(result[operand], node.scope) : node.scope
                isUsed[operand] = true
            }
        }
        return result
    }
}
