internal import Micrograd

/// How the gradients of values that are used more than once add up.
struct GradientSums {
    private var terms: [Int: [Double]] = [:]

    /// Sums none.
    init() {}

    init(_ graph: Graph) {
        for node in graph.nodes {
            guard let grad = node.grad else { continue }
            for (operand, local) in zip(node.operands, node.localDerivatives) {
                terms[operand, default: []].append(local * grad)
            }
        }
        terms = terms.filter { id, terms in
            guard terms.count > 1, let grad = graph.nodes[id].grad else { return false }
            // Of several passes, or after a change by hand, a gradient is more than its terms.
            let sum = terms.reduce(0, +)
            let size = terms.reduce(0) { $0 + $1.magnitude }
            return (sum - grad).magnitude <= 1e-12 * size
        }
    }

    /// `3 + (-6)`; nil for a value that is used once.
    func text(of id: Int) -> String? {
        guard let terms = terms[id] else { return nil }
        let shown = terms.prefix(GradientSums.limit).enumerated().map { index, term in
            let text = NumberText.exact(term)
            return index > 0 && text.hasPrefix("-") ? "(\(text))" : text
        }
        let rest = terms.count - shown.count
        return shown.joined(separator: " + ") + (rest > 0 ? " and \(rest) more" : "")
    }

    private static let limit = 20
}
