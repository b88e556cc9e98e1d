internal import Micrograd

/// Which scopes a picture draws as boxes, and which nodes stand in each.
///
/// A parameter stands in the innermost scope that all its uses share.
struct ScopePlacement {
    private(set) var groups: [Scene.Group] = []
    private var groupOfNode: [Int?] = []

    init(_ graph: Graph, _ options: DrawingOptions) {
        guard !graph.scopes.isEmpty, options.theme.drawsScopes, options.engine.framesScopes else { return }
        let scopeOfNode = graph.scopesOfNodes(ScopeTree(graph.scopes))

        // The outermost is left out if it only holds others: its frame would push the inputs aside.
        var isDrawn = [Bool](repeating: false, count: graph.scopes.count)
        for case .some(let scope) in scopeOfNode { isDrawn[scope] = true }
        for scope in graph.scopes.reversed() where isDrawn[scope.id] {
            if let parent = scope.parent, graph.scopes[parent].parent != nil { isDrawn[parent] = true }
        }

        var groupOfScope = [Int?](repeating: nil, count: graph.scopes.count)
        for scope in graph.scopes where isDrawn[scope.id] {
            groupOfScope[scope.id] = groups.count
            groups.append(
                Scene.Group(
                    scope: scope.id, name: scope.name, parent: scope.parent.flatMap { groupOfScope[$0] }))
        }
        groupOfNode = scopeOfNode.map { $0.flatMap { groupOfScope[$0] } }
    }

    /// How many frames stand inside one another, at most.
    var depth: Int {
        var depths: [Int] = []
        for group in groups { depths.append(1 + (group.parent.map { depths[$0] } ?? 0)) }
        return depths.max() ?? 0
    }

    func group(of node: Int) -> Int? {
        groupOfNode.isEmpty ? nil : groupOfNode[node]
    }
}
