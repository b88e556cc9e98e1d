internal import Micrograd
internal import MicrogradSupport

/// Writes a graph as a table for reading in a terminal.
struct TableWriter {
    /// A row for each value, and one for each folded scope.
    static func text(of graph: Graph, _ options: DrawingOptions) -> String {
        guard case .kind = options.folding else { return table(of: graph, options).text }
        var options = options
        options.focus = nil
        let view = GraphView.whole(graph, options)
        return table(of: graph, view.items.map(\.content), FoldBuilder(view, options, nil), options).text
    }

    /// What the gradients of a graph were compared with, beside its values.
    static func text(of check: GradientCheck, of graph: Graph, _ options: DrawingOptions) -> String {
        let numbers = NumberText(precision: options.precision)
        // What is left of a difference where the gradient is right is the error of the quotient.
        let errors = NumberText(precision: options.precision, style: .fixed)
        let gradients = check.gradients
        var table = table(of: graph, options)
        table.add("quotient", .right, gradients.map { numbers.text($0.quotient) })
        table.add(
            "difference", .right,
            gradients.map { ($0.verdict == .differs ? numbers : errors).text($0.difference) })
        table.add("verdict", .left, gradients.map { $0.verdictText(numbers.text) })
        return table.text
    }

    private static func table(of graph: Graph, _ options: DrawingOptions) -> TextTable {
        table(of: graph, graph.nodes.map { .value($0.id) }, nil, options)
    }

    /// - Parameter folds: Tells of the folded scopes among the rows.
    private static func table(
        of graph: Graph, _ rows: [GraphView.Content], _ folds: FoldBuilder?, _ options: DrawingOptions
    ) -> TextTable {
        let numbers = NumberText(precision: options.precision)
        let labels = graph.distinctLabels.map { ($0 ?? "").visible }
        let meanings = graph.meanings(numbers)
        var table = TextTable()
        func column(
            _ title: String, _ alignment: TextTable.Alignment, _ ofNode: (GraphNode) -> String,
            ofFold: (Int) -> String?
        ) {
            table.add(
                title, alignment,
                rows.map { row in
                    switch row {
                    case .value(let id), .copy(let id, _): ofNode(graph.nodes[id])
                    case .fold(let scope): ofFold(scope) ?? ""
                    }
                })
        }
        column("id", .right, { "#\($0.id)" }, ofFold: { "s\($0)" })
        if options.show.contains(.name), folds != nil || labels.contains(where: { !$0.isEmpty }) {
            column(
                "name", .left, { shortened(labels[$0.id]) },
                ofFold: { shortened(graph.path(ofScope: $0).visible) })
        }
        column("is", .left, { shortened(meanings[$0.id]) }, ofFold: { folds?.sizes(of: $0) })
        if options.show.contains(.data) {
            column("data", .right, { numbers.text($0.data) }, ofFold: { folds?.data(of: $0) })
        }
        if options.show.contains(.grad) {
            column("grad", .right, { numbers.text($0.grad) }, ofFold: { folds?.grad(of: $0) })
        }
        return table
    }

    /// A long name would push the numbers out of sight.
    private static func shortened(_ text: String) -> String {
        text.utf8.count > 40 && text.count > 40 ? text.prefix(39) + "…" : text
    }
}

extension Graph {
    /// What each node is: `input`, `parameter`, `constant`, or the operation with its operands.
    ///
    /// An operand whose label stands twice goes by its id, for the reader to find its row.
    fileprivate func meanings(_ numbers: NumberText) -> [String] {
        let labels = nodes.lazy.compactMap { $0.label.flatMap { $0.isEmpty ? nil : $0 } }
        let counts = labels.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        let names = nodes.map { node in
            if node.isConstant { return constantText(node.data, numbers) }
            let isUnique = node.label.map { counts[$0] == 1 } ?? false
            return isUnique ? name(of: node.id).visible : "#\(node.id)"
        }
        return nodes.map { node in
            guard node.operation == nil else { return formula(of: node, node.operands.map { names[$0] }) }
            return node.isConstant ? "constant" : (node.isParameter ? "parameter" : "input")
        }
    }

    /// All digits where these are few.
    private func constantText(_ number: Double, _ numbers: NumberText) -> String {
        let exact = NumberText.exact(number)
        return exact.count <= 8 ? exact : numbers.text(number)
    }
}
