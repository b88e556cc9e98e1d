internal import Micrograd
internal import MicrogradSupport

/// Makes the faces of values in the look that is asked for.
struct PartBuilder {
    private let graph: Graph
    private let options: DrawingOptions
    private let theme: Theme
    private let scale: GradientScale?
    private let numbers: NumberText
    private let roots: Set<Int>
    private let hasNames: Bool
    /// Whether cards have a place for a bar: no gradient at all means none.
    private let hasBars: Bool
    private let folds: FoldBuilder

    init(_ view: GraphView, _ options: DrawingOptions, _ scale: GradientScale?) {
        graph = view.graph
        self.options = options
        theme = options.theme
        self.scale = scale
        numbers = NumberText(picture: options)
        roots = Set(graph.roots)
        hasNames = options.show.contains(.name) && graph.nodes.contains { $0.label != nil }
        hasBars = options.drawsSizes && graph.nodes.contains { $0.grad != nil }
        folds = FoldBuilder(view, options, scale)
    }

    func face(of item: GraphView.Item) -> (face: Scene.Face, size: Size, outline: Outline.Shape) {
        switch item.content {
        case .value(let id), .copy(let id, _): return face(of: graph.nodes[id], item)
        case .fold(let scope):
            let card = folds.card(of: scope)
            return (.fold(card), card.size, .rectangle(radius: 6))
        }
    }

    private func face(
        of node: GraphNode, _ item: GraphView.Item
    ) -> (face: Scene.Face, size: Size, outline: Outline.Shape) {
        if theme.values == .records {
            let record = record(of: node)
            return (
                .record(record), Size(width: record.width, height: Record.height),
                .rectangle(radius: 0)
            )
        }
        if node.isConstant, node.label == nil, !roots.contains(node.id), options.show.contains(.data) {
            let text = numbers.text(node.data)
            let width = max(20, TextMetrics.usualWidth(of: text, fontSize: theme.fontSize) + 12)
            return (
                .chip(text), Size(width: width.rounded(.up), height: 20), .rectangle(radius: 10)
            )
        }
        let card = card(of: node, item)
        return (
            .card(card), Size(width: card.width, height: card.height),
            .rectangle(radius: card.role.cornerRadius)
        )
    }

    /// Whether gradients have colours.
    var hasTints: Bool { scale != nil && options.show.contains(.grad) }

    private func name(of node: GraphNode) -> String? {
        guard options.show.contains(.name), let label = node.label, label != "" else { return nil }
        return LabelText.oneLine(label)
    }

    // MARK: - Cards

    private func card(of node: GraphNode, _ item: GraphView.Item) -> Card {
        var card = Card(node: node.id, role: ValueRole(node, isRoot: roots.contains(node.id)))
        card.joined = item.joined
        if let operation = node.operation, !options.drawsOperations {
            let sign = OperationSign(
                node, operation, operandCount: item.operandCount, theme)
            let width = TextMetrics.usualWidth(of: sign.shownText, fontSize: theme.fontSize)
            card.tab = Card.Tab(
                sign: sign, width: sign.isSign ? Card.tabWidth : max(Card.tabWidth, (width + 12).rounded(.up))
            )
        }
        card.name = name(of: node).map { Card.Fitted(text: $0) }
        if options.show.contains(.data) { card.data = Card.Fitted(text: numbers.text(node.data)) }
        if options.show.contains(.grad) { card.grad = Card.Fitted(text: numbers.text(node.grad)) }
        card.tint = Tint(of: node.grad, on: scale)
        if hasBars { card.bar = bar(of: node.grad) }
        card.isSeed = graph.backward?.root == node.id
        card.isCopy = item.content.isCopy
        card.fit()
        return card
    }

    private func bar(of grad: Double?) -> Card.Bar {
        guard let grad else { return .none }
        if grad.isNaN { return .notFinite(sign: 0) }
        if grad.isInfinite { return .notFinite(sign: grad < 0 ? -1 : 1) }
        guard grad != 0, let scale else { return .zero }
        let length = scale.length(of: grad)
        return .length(grad < 0 ? -length : length, isPastEnd: grad.magnitude > scale.end)
    }

    // MARK: - Cells

    func cell(of item: GraphView.Item, _ style: Cell.Style, _ texts: CellNumber) -> Cell {
        let node = graph.nodes[item.content.node ?? 0]
        let showsGrad = options.show.contains(.grad) && !node.isConstant
        return Cell(
            role: ValueRole(node, isRoot: roots.contains(node.id)), style: style,
            data: options.show.contains(.data) ? texts.text(node.data) : "",
            grad: showsGrad ? texts.text(node.grad) : "",
            tint: showsGrad ? Tint(of: node.grad, on: scale) : .none, isBold: node.operation != nil,
            isCopy: item.content.isCopy, joined: item.joined)
    }

    // MARK: - Edges

    /// What stands on the edge from an operand; nil where nothing does.
    func label(ofOperand index: Int, of item: GraphView.Item) -> EdgeLabel? {
        if !item.counts.isEmpty, item.counts[index] > 1 { return EdgeLabel(text: "\(item.counts[index])×") }
        guard options.showsLocalGradients, case .value(let id) = item.content else { return nil }
        let node = graph.nodes[id]
        guard node.operation != nil, item.counts.isEmpty else { return nil }
        // A joined sum passes its gradient on to each part as it is.
        let operand = item.operandNumbers.isEmpty ? index : item.operandNumbers[index]
        let local = item.joined.isEmpty ? node.localDerivatives[operand] : 1
        guard let grad = node.grad else { return EdgeLabel(text: "∂ \(numbers.text(local))") }
        return EdgeLabel(
            text: "\(numbers.text(local)) · \(numbers.text(grad)) = \(numbers.text(local * grad))")
    }

    // MARK: - Records

    private func record(of node: GraphNode) -> Record {
        var cells: [Record.Cell] = []
        if options.show.contains(.name), hasNames {
            cells.append(cell(nil, node.label.map(LabelText.oneLine) ?? ""))
        }
        if options.show.contains(.data) { cells.append(cell(.data, numbers.text(node.data))) }
        if options.show.contains(.grad) { cells.append(cell(.grad, numbers.text(node.grad))) }
        if cells.isEmpty { cells = [cell(nil, "")] }
        let width = cells.reduce(0) { $0 + $1.width }
        if width < Record.height { cells[0].width += Record.height - width }
        return Record(role: ValueRole(node, isRoot: roots.contains(node.id)), cells: cells)
    }

    private func cell(_ field: Record.Field?, _ text: String) -> Record.Cell {
        let shown = field.map { "\($0.rawValue) \(text)" } ?? text
        let width = TextMetrics.width(of: shown, fontSize: theme.fontSize) + 2 * Record.padding
        return Record.Cell(field: field, text: text, width: width.rounded(.up))
    }
}

extension ValueRole {
    init(_ node: GraphNode, isRoot: Bool) {
        if node.operation != nil {
            self = isRoot ? .output : .intermediate
        } else {
            self = node.isConstant ? .constant : (node.isParameter ? .parameter : .input)
        }
    }

    /// Of a card: inputs are round, parameters square.
    var cornerRadius: Double {
        switch self {
        case .input: 9
        case .parameter: 1.5
        case .constant, .intermediate, .output: 5
        }
    }
}
