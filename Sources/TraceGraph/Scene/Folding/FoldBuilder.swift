internal import Micrograd

/// Makes the cards of folded scopes.
struct FoldBuilder {
    private let graph: Graph
    private let options: DrawingOptions
    private let scale: GradientScale?
    private let numbers: NumberText
    private let summaries: FoldSummaries

    init(_ view: GraphView, _ options: DrawingOptions, _ scale: GradientScale?) {
        graph = view.graph
        self.options = options
        self.scale = scale
        numbers = NumberText(precision: options.precision, style: .picture)
        summaries = FoldSummaries(view)
    }

    func card(of scope: Int) -> FoldCard {
        let summary = summaries[scope]
        var rows: [FoldCard.Row] = []
        let outputs = summary.outputs.map { graph.nodes[$0] }
        if options.show.contains(.data) {
            rows.append(
                FoldCard.Row(key: "data", text: text(outputs.map(\.data), numbers), tint: .none, isBold: true)
            )
        }
        if options.show.contains(.grad) {
            let grads = outputs.map(\.grad)
            rows.append(
                FoldCard.Row(
                    key: "∂", text: text(grads, numbers), tint: Tint(of: largest(grads), on: scale),
                    isBold: false))
            if !summary.parameters.isEmpty {
                let norm = summary.gradientNorm(in: graph)
                rows.append(
                    FoldCard.Row(
                        key: "‖∂ parameters‖", text: numbers.text(norm), tint: .none, isBold: false))
            }
        }
        let name = Card.cut(LabelText.oneLine(graph.scopes[scope].name), to: 160, fontSize: 11)
        return FoldCard(
            scope: scope, name: name, sizes: sizes(summary), rows: rows,
            title: graph.tooltip(ofFold: scope, summary))
    }

    /// The data of what leaves a scope, as tables write numbers.
    func data(of scope: Int) -> String { text(summaries[scope].outputs.map { graph.nodes[$0].data }, tables) }

    /// The gradients of what leaves it.
    func grad(of scope: Int) -> String { text(summaries[scope].outputs.map { graph.nodes[$0].grad }, tables) }

    /// `2 in · 16 out · 16 neurons · 48 parameters`.
    func sizes(of scope: Int) -> String { sizes(summaries[scope]) }

    private var tables: NumberText { NumberText(precision: options.precision) }

    private func sizes(_ summary: FoldSummary) -> String {
        var parts = ["\(summary.inputCount) in", "\(summary.outputs.count) out"]
        if summary.neuronCount > 1 { parts.append(Wording.count(summary.neuronCount, "neuron")) }
        if !summary.parameters.isEmpty { parts.append(Wording.count(summary.parameters.count, "parameter")) }
        return parts.joined(separator: " · ")
    }

    /// Up to three one by one, and of more the smallest and the largest.
    private func text(_ values: [Double?], _ numbers: NumberText) -> String {
        let numbersOnly = values.compactMap { $0 }
        if values.isEmpty || numbersOnly.isEmpty { return NumberText.none }
        if values.count <= 3 { return values.map(numbers.text).joined(separator: ", ") }
        if let odd = numbersOnly.first(where: { $0.isNaN }) { return numbers.text(odd) }
        guard let least = numbersOnly.min(), let most = numbersOnly.max() else { return NumberText.none }
        return least == most ? numbers.text(least) : "\(numbers.text(least)) … \(numbers.text(most))"
    }

    /// The gradient of the largest size; what is not finite counts as larger than all.
    private func largest(_ grads: [Double?]) -> Double? {
        let known = grads.compactMap { $0 }
        return known.first { !$0.isFinite } ?? known.max { $0.magnitude < $1.magnitude }
    }
}
