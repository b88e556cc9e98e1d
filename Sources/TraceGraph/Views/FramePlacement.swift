internal import Micrograd

/// Which scopes a picture draws as frames, and in which of them each node stands.
///
/// A parameter that is drawn once stands in the innermost scope that all its uses share.
struct FramePlacement {
    private(set) var frames: [GraphView.Frame] = []
    private var frameOfNode: [Int?] = []

    /// No frames at all.
    init() {}

    /// - Parameter repeatsParameters: Whether each is drawn in all frames that use it.
    init(_ graph: Graph, repeatsParameters: Bool) {
        guard !graph.scopes.isEmpty else { return }
        let scopeOfNode =
            repeatsParameters
            ? graph.nodes.map { $0.isParameter ? nil : $0.scope }
            : graph.scopesOfNodes(ScopeTree(graph.scopes))

        // The outermost is left out if it only holds others: its frame would push the inputs aside.
        var isDrawn = [Bool](repeating: false, count: graph.scopes.count)
        for case .some(let scope) in scopeOfNode { isDrawn[scope] = true }
        for scope in graph.scopes.reversed() where isDrawn[scope.id] {
            if let parent = scope.parent, graph.scopes[parent].parent != nil { isDrawn[parent] = true }
        }

        var frameOfScope = [Int?](repeating: nil, count: graph.scopes.count)
        for scope in graph.scopes where isDrawn[scope.id] {
            frameOfScope[scope.id] = frames.count
            frames.append(
                GraphView.Frame(scope: scope.id, parent: scope.parent.flatMap { frameOfScope[$0] }))
        }
        frameOfNode = scopeOfNode.map { $0.flatMap { frameOfScope[$0] } }
    }

    func frame(ofNode node: Int) -> Int? {
        frameOfNode.isEmpty ? nil : frameOfNode[node]
    }
}
