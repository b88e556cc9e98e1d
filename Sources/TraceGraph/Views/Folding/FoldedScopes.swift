internal import Micrograd

/// Which scopes of a graph are drawn as one node each.
struct FoldedScopes {
    /// For each scope the folded one that it stands in, or is.
    private var foldOfScope: [Int?]
    private let graph: Graph

    /// The scopes of a kind; of those inside one another the outermost.
    init(_ graph: Graph, kind: String) {
        let kind = kind.lowercased()
        self.init(graph) { $0.kind.lowercased() == kind }
    }

    /// - Parameter isFolded: Whether a scope is to be folded, unless one around it is.
    init(_ graph: Graph, where isFolded: (GraphScope) -> Bool) {
        self.graph = graph
        foldOfScope = []
        foldOfScope.reserveCapacity(graph.scopes.count)
        for scope in graph.scopes {
            let outer = scope.parent.flatMap { foldOfScope[$0] }
            foldOfScope.append(outer ?? (isFolded(scope) ? scope.id : nil))
        }
    }

    var isEmpty: Bool { foldOfScope.allSatisfy { $0 == nil } }

    /// The folded scope that something in a scope belongs to.
    func fold(ofScope scope: Int?) -> Int? { scope.flatMap { foldOfScope[$0] } }

    /// Leaves some of them open.
    mutating func open(_ scopes: Set<Int>) {
        for index in foldOfScope.indices {
            if let fold = foldOfScope[index], scopes.contains(fold) { foldOfScope[index] = nil }
        }
    }
}
