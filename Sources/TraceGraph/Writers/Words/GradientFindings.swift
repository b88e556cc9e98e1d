internal import Micrograd
internal import MicrogradSupport

/// Which gradients of a graph teach nothing: exactly zero, far below the rest, or beyond all measure.
struct GradientFindings {
    private let graph: Graph
    /// By what is the matter with them.
    private var zero: [Place] = []
    private var vanishing: [Place] = []
    private var exploding: [Place] = []
    /// Leaves outside of frames whose gradient is zero, which is no fault in itself.
    private var zeroLeaves: [Place] = []
    /// For each scope whether a node stands in it directly: an outermost one that holds only others is not drawn.
    private var holdsNodes: [Bool] = []

    /// A frame, or a leaf outside of all frames.
    private enum Place {
        case scope(Int)
        case leaf(Int)
    }

    /// Gradients below this share of the largest count as vanishing.
    static let vanishingShare = 1e-6
    /// Gradients of this size and more count as exploding.
    static let explodingSize = 1e6

    init(_ graph: Graph) {
        self.graph = graph
        let sizes = graph.nodes.lazy.compactMap { $0.isConstant ? nil : $0.grad?.magnitude }
        guard let largest = sizes.filter(\.isFinite).max() else { return }
        let scopes = graph.scopesOfNodes(ScopeTree(graph.scopes))
        var counts = [Counts](repeating: Counts(), count: graph.scopes.count)
        // A dead neuron still has a gradient at its output: what counts are its weights, where there are any.
        var weightCounts = counts
        for node in graph.nodes where !node.isConstant {
            guard let grad = node.grad else { continue }
            let finding = Finding(grad, largest: largest)
            if let scope = scopes[node.id] {
                counts[scope].add(finding)
                if node.isParameter { weightCounts[scope].add(finding) }
            } else if node.operation == nil {
                switch finding {
                case .zero: zeroLeaves.append(.leaf(node.id))
                case .vanishing: vanishing.append(.leaf(node.id))
                case .exploding: exploding.append(.leaf(node.id))
                case .usual: break
                }
            }
        }
        holdsNodes = counts.map { $0.all > 0 }
        for scope in graph.scopes.reversed() {
            guard let parent = scope.parent else { continue }
            counts[parent].add(counts[scope.id])
            weightCounts[parent].add(weightCounts[scope.id])
        }
        // The outermost that are all of one kind.
        var isNamed = [Bool](repeating: false, count: graph.scopes.count)
        for scope in graph.scopes {
            if let parent = scope.parent, isNamed[parent] {
                isNamed[scope.id] = true
                continue
            }
            let count = weightCounts[scope.id].all > 0 ? weightCounts[scope.id] : counts[scope.id]
            guard count.all > 0 else { continue }
            if count.zero == count.all {
                zero.append(.scope(scope.id))
            } else if count.vanishing > 0, count.zero + count.vanishing == count.all {
                vanishing.append(.scope(scope.id))
            } else if count.exploding == count.all {
                exploding.append(.scope(scope.id))
            } else {
                continue
            }
            isNamed[scope.id] = true
        }
    }

    /// The first of the names, and how many more there are.
    private func list(_ places: [Place]) -> String {
        Wording.list(places.lazy.map(name), limit: 5)
    }

    private func name(of place: Place) -> String {
        switch place {
        case .leaf(let id): return graph.name(of: id)
        case .scope(let id):
            var root = id
            while let parent = graph.scopes[root].parent { root = parent }
            return graph.path(ofScope: id, below: root == id || holdsNodes[root] ? nil : root)
        }
    }

    /// What is worth a note, a sentence for each kind.
    var sentences: [String] {
        [
            ("exactly 0", zero), ("below a millionth of the largest", vanishing),
            ("a million or more, or not finite", exploding),
        ].filter { !$0.1.isEmpty }.map { what, places in
            sentence(places, what)
        }
    }

    /// A frame has many gradients, and a value one.
    private func sentence(_ places: [Place], _ what: String) -> String {
        if places.count == 1, case .leaf = places[0] { return "The gradient of \(list(places)) is \(what)." }
        return "The gradients of \(list(places)) are \(what)."
    }

    /// The same with the leaves whose gradient is zero, for who does not see the picture.
    var description: String {
        var all = sentences
        if !zeroLeaves.isEmpty { all.append(sentence(zeroLeaves, "exactly 0")) }
        return all.joined(separator: " ")
    }

    private enum Finding {
        case zero, vanishing, exploding, usual

        init(_ grad: Double, largest: Double) {
            let size = grad.magnitude
            if size == 0 {
                self = .zero
            } else if !(size < GradientFindings.explodingSize) {
                self = .exploding
            } else {
                self = size < GradientFindings.vanishingShare * largest ? .vanishing : .usual
            }
        }
    }

    private struct Counts {
        var all = 0
        var zero = 0
        var vanishing = 0
        var exploding = 0

        mutating func add(_ finding: Finding) {
            all += 1
            switch finding {
            case .zero: zero += 1
            case .vanishing: vanishing += 1
            case .exploding: exploding += 1
            case .usual: break
            }
        }

        mutating func add(_ other: Counts) {
            all += other.all
            zero += other.zero
            vanishing += other.vanishing
            exploding += other.exploding
        }
    }
}
