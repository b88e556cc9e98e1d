internal import Micrograd

/// What a folded scope holds, and what comes in and goes out.
struct FoldSummary {
    /// Values from outside that are no parameters, no numbers of the text, and different.
    var inputCount = 0
    /// The ids of values that are used outside, or drawn as results.
    var outputs: [Int] = []
    /// Different ones.
    var parameters: [Int] = []
    var neuronCount = 0

    /// The root of the sum of squares of the parameters' gradients; nil where one has none.
    func gradientNorm(in graph: Graph) -> Double? {
        // Scaled, so that no square overflows.
        var largest = 0.0
        for id in parameters {
            guard let grad = graph.nodes[id].grad else { return nil }
            guard !grad.isNaN else { return .nan }
            largest = max(largest, grad.magnitude)
        }
        guard largest > 0, largest.isFinite else { return parameters.isEmpty ? nil : largest }
        let sum = parameters.reduce(0.0) { sum, id in
            let share = (graph.nodes[id].grad ?? 0) / largest
            return sum + share * share
        }
        return largest * sum.squareRoot()
    }
}

/// The summaries of all folded scopes of a view, made in one pass.
struct FoldSummaries {
    private var summaries: [Int: FoldSummary] = [:]

    subscript(scope: Int) -> FoldSummary { summaries[scope] ?? FoldSummary() }

    init(_ view: GraphView) {
        let shown = Set(
            view.items.compactMap { item in
                if case .fold(let scope) = item.content { scope } else { nil }
            })
        guard !shown.isEmpty else { return }
        let graph = view.graph
        let scopes = FoldedScopes(graph) { shown.contains($0.id) }
        let folds = graph.nodes.map { scopes.fold(ofScope: $0.scope) }
        var (inputs, outputs, parameters): ([Int: [Int]], [Int: [Int]], [Int: [Int]]) = ([:], [:], [:])
        for node in graph.nodes {
            for operand in node.operands where folds[operand] != folds[node.id] {
                if let source = folds[operand] { outputs[source, default: []].append(operand) }
                guard let fold = folds[node.id] else { continue }
                if graph.nodes[operand].isParameter, graph.nodes[operand].operation == nil {
                    parameters[fold, default: []].append(operand)
                } else if !graph.nodes[operand].isConstant {
                    inputs[fold, default: []].append(operand)
                }
            }
        }
        for root in graph.roots {
            if let fold = folds[root] { outputs[fold, default: []].append(root) }
        }
        for scope in shown {
            summaries[scope] = FoldSummary(
                inputCount: FoldSummaries.distinct(inputs[scope]).count,
                outputs: FoldSummaries.distinct(outputs[scope]),
                parameters: FoldSummaries.distinct(parameters[scope]))
        }
        for scope in graph.scopes where scope.kind == "neuron" {
            if let fold = scopes.fold(ofScope: scope.id) { summaries[fold]?.neuronCount += 1 }
        }
    }

    private static func distinct(_ ids: [Int]?) -> [Int] {
        var result: [Int] = []
        for id in (ids ?? []).sorted() where id != result.last { result.append(id) }
        return result
    }
}
