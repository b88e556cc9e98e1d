internal import Micrograd
internal import MicrogradSupport

/// Which gradients of a graph teach nothing: exactly zero, far below the rest, or beyond all measure.
struct GradientFindings {
    /// Frames, or values outside of such, by what is the matter with them.
    private var zero: [String] = []
    private var vanishing: [String] = []
    private var exploding: [String] = []
    /// Leaves outside of frames whose gradient is zero, which is no fault in itself.
    private var zeroLeaves: [String] = []

    /// Gradients below this share of the largest count as vanishing.
    static let vanishingShare = 1e-6
    /// Gradients of this size and more count as exploding.
    static let explodingSize = 1e6

    init(_ graph: Graph) {
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
                case .zero: zeroLeaves.append(graph.name(of: node.id))
                case .vanishing: vanishing.append(graph.name(of: node.id))
                case .exploding: exploding.append(graph.name(of: node.id))
                case .usual: break
                }
            }
        }
        let holdsNodes = counts.map { $0.all > 0 }
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
            let name = GradientFindings.path(graph, scope.id, holdsNodes)
            if count.zero == count.all {
                zero.append(name)
            } else if count.vanishing > 0, count.zero + count.vanishing == count.all {
                vanishing.append(name)
            } else if count.exploding == count.all {
                exploding.append(name)
            } else {
                continue
            }
            isNamed[scope.id] = true
        }
    }

    /// The names of the frames around, but for an outermost one that holds only others and is not drawn.
    private static func path(_ graph: Graph, _ id: Int, _ holdsNodes: [Bool]) -> String {
        let path = graph.path(ofScope: id)
        var root = id
        while let parent = graph.scopes[root].parent { root = parent }
        guard root != id, !holdsNodes[root], let slash = path.firstIndex(of: "/") else { return path }
        return String(path[path.index(after: slash)...])
    }

    /// What is worth a note, a sentence for each kind.
    var sentences: [String] {
        [
            ("exactly 0", zero), ("below a millionth of the largest", vanishing),
            ("a million or more, or not finite", exploding),
        ].filter { !$0.1.isEmpty }.map { what, names in
            "The gradients of \(Caption.list(names, limit: 5)) are \(what)."
        }
    }

    /// The same with the leaves whose gradient is zero, for who does not see the picture.
    var description: String {
        var all = sentences
        if !zeroLeaves.isEmpty {
            let verb = zeroLeaves.count == 1 ? "gradient of" : "gradients of"
            let names = Caption.list(zeroLeaves, limit: 5)
            all.append("The \(verb) \(names) \(zeroLeaves.count == 1 ? "is" : "are") exactly 0.")
        }
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
