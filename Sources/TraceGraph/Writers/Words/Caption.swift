internal import Micrograd

/// What a picture says of itself to those who do not see it.
struct Caption {
    var title: String
    var description: String
}

extension Caption {
    init(_ graph: Graph, _ options: DrawingOptions) {
        title = "Computation graph of " + Wording.list(graph.roots.map(graph.name), limit: 3)
        let operations = graph.nodes.count { $0.operation != nil }
        let inputs = graph.nodes.filter { $0.operation == nil && !$0.isConstant }
        let numbers = NumberText(precision: options.precision)
        let results = graph.roots.map { "\(graph.name(of: $0)) = \(numbers.text(graph.nodes[$0].data))" }

        description =
            "\(Wording.count(graph.nodes.count, "value")) and \(Wording.count(operations, "operation"))"
        if !inputs.isEmpty {
            description += ", from " + Wording.list(inputs.map { graph.name(of: $0.id) }, limit: 8)
        }
        description += " to " + Wording.list(results, limit: 3) + "."
        if let backward = graph.backward, let root = backward.root {
            description += " Gradients are those of \(graph.name(of: root))"
            description += backward.calls > 1 ? ", after \(backward.calls) backward passes." : "."
        } else if graph.backward == nil {
            description += " No backward pass has run."
        }
        let findings = GradientFindings(graph).description
        if !findings.isEmpty { description += " " + findings }
    }
}
