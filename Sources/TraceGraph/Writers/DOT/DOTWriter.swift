internal import Micrograd
internal import MicrogradSupport

/// Writes a graph as DOT text, for any Graphviz to draw: values as records, operations as nodes between them.
struct DOTWriter {
    private let view: GraphView
    private let options: DrawingOptions
    private let theme: Theme
    private let palette: Palette
    private let numbers: NumberText
    private let roots: Set<Int>
    private let hasNames: Bool
    private let folds: FoldBuilder
    /// What all values of a role, and all operations of a family, share.
    private let valueAttributes: [ValueRole: String]
    private let operationAttributes: [OperationFamily: String]
    private var text: [UInt8] = []
    private var indent = 1

    static func bytes(of graph: Graph, _ options: DrawingOptions) -> [UInt8] {
        var writer = DOTWriter(.whole(graph, options), options)
        writer.write()
        return writer.text
    }

    private init(_ view: GraphView, _ options: DrawingOptions) {
        self.view = view
        self.options = options
        let theme = options.theme
        let palette = options.palette
        self.theme = theme
        self.palette = palette
        numbers = NumberText(picture: options)
        roots = Set(view.graph.roots)
        hasNames = options.show.contains(.name) && view.graph.nodes.contains { $0.label != nil }
        folds = FoldBuilder(view, options, nil)
        let isRound = theme.values == .cards
        valueAttributes = Dictionary(
            uniqueKeysWithValues: ValueRole.allCases.map { role in
                let isFilled = isRound || role != .intermediate
                let style =
                    isRound
                    ? "shape=\"Mrecord\", style=\"filled\""
                    : "shape=\"record\", style=\"\(isFilled ? "filled" : "solid")\""
                return (
                    role,
                    "\(style), fillcolor=\"\(palette[role.fill])\", color=\"\(palette[role.line])\", class=\"value \(role.rawValue)\""
                )
            })
        operationAttributes = Dictionary(
            uniqueKeysWithValues: OperationFamily.allCases.map { family in
                (
                    family,
                    "style=\"filled\", fillcolor=\"\(palette[family.fill])\", color=\"\(palette[.valueLine])\", fontcolor=\"\(palette[family.ink])\", class=\"operation \(family.rawValue)\""
                )
            })
    }

    private mutating func write() {
        let operationCount = view.items.count { view.node(of: $0)?.operation != nil }
        let layout = LayoutAttributes(
            partCount: view.items.count + operationCount, options.direction.withoutLayout, options)
        append("digraph trace {\n")
        statement(
            "graph",
            layout.graph + [
                ("pad", "0.15"), ("bgcolor", palette[.page]), ("fontname", theme.graphvizFont),
                ("fontsize", Scene.frameNameSize.shortestDescription), ("fontcolor", palette[.muted]),
                ("labeljust", "l"),
            ])
        statement(
            "node",
            [
                ("fontname", theme.graphvizFont), ("fontsize", theme.fontSize.shortestDescription),
                ("fontcolor", palette[.ink]), ("penwidth", theme.lineWidth.shortestDescription),
                ("margin", "0.05,0.02"), ("height", "0.3"),
            ])
        statement(
            "edge",
            [
                ("color", palette[.edge]), ("penwidth", theme.lineWidth.shortestDescription),
                ("arrowhead", theme.arrow.rawValue), ("arrowsize", layout.arrowSize),
            ])
        writeNodes()
        writeEdges()
        append("}\n")
    }

    /// Values and operations in order, each inside its frame; a frame is opened once and holds its own.
    private mutating func writeNodes() {
        let order = FrameOrder(
            frameOfItem: view.items.map(\.frame), parents: view.frames.map(\.parent))
        for step in order.steps {
            switch step {
            case .open(let frame):
                startLine()
                append("subgraph cluster_\(frame) {\n")
                indent += 1
                let isInner = view.frames[frame].parent != nil
                let fill = palette[isInner ? .innerFrame : .frame]
                statement(
                    "graph",
                    [
                        ("label", DOTText.escape(view.name(of: view.frames[frame]) ?? "")),
                        ("style", "rounded,filled"), ("fillcolor", fill), ("color", fill),
                    ])
            case .close:
                indent -= 1
                startLine()
                append("}\n")
            case .item(let index):
                if case .fold(let scope) = view.items[index].content { writeFold(scope) }
                guard let node = view.node(of: view.items[index]) else { continue }
                writeValue(node)
                if let operation = node.operation { writeOperation(operation, of: node) }
            }
        }
    }

    private mutating func writeValue(_ node: GraphNode) {
        let role = ValueRole(node, isRoot: roots.contains(node.id))
        startLine()
        append("v\(node.id) [label=")
        append(DOTText.quoted(recordLabel(of: node)))
        append(", ")
        append(valueAttributes[role] ?? "")
        append(", tooltip=")
        append(DOTText.quoted(DOTText.escape(view.graph.tooltip(of: node))))
        append("]\n")
    }

    /// Records lay their fields out along the ranks: across them where these run up or down.
    private func recordLabel(of node: GraphNode) -> String {
        let isVertical = options.direction.isVertical
        var fields: [String] = []
        if options.show.contains(.data) { fields.append("data \(numbers.text(node.data))") }
        if options.show.contains(.grad) { fields.append("grad \(numbers.text(node.grad))") }
        let row = fields.joined(separator: " | ")
        let label = options.show.contains(.name) ? node.label.map(DOTText.record) : nil
        guard theme.values == .cards else {
            let all = hasNames ? [label ?? ""] + fields : fields
            let row = all.joined(separator: " | ")
            return isVertical ? row : "{ \(row) }"
        }
        let rows = [label.flatMap { $0.isEmpty ? nil : $0 }, row.isEmpty ? nil : row].compactMap { $0 }
        guard rows.count > 1 else { return isVertical ? rows.first ?? "" : "{ \(rows.first ?? "") }" }
        let stacked = rows.map { "{ \($0) }" }.joined(separator: " | ")
        return isVertical ? "{ \(stacked) }" : stacked
    }

    private mutating func writeOperation(_ operation: Value.Operation, of node: GraphNode) {
        let sign = OperationSign(node, operation, operandCount: node.operands.count, theme)
        startLine()
        append("o\(node.id) [label=")
        append(DOTText.quoted(DOTText.escape(sign.plainText)))
        let shape =
            switch OperationNode(sign, theme).shape {
            case .circle:
                ", shape=\"circle\", fixedsize=\"true\", width=\"0.3333\", fontsize=\"14\""
            case .pill: ", shape=\"box\""
            case .ellipse: ", shape=\"ellipse\""
            }
        append(shape)
        append(", ")
        append(operationAttributes[sign.family] ?? "")
        append(", tooltip=")
        append(DOTText.quoted(DOTText.escape(view.graph.operationTooltip(of: node))))
        append(node.ordersOperands ? ", ordering=\"in\"]\n" : "]\n")
    }

    private mutating func writeEdges() {
        let ending =
            (theme.pointsToResults ? "" : "arrowhead=\"none\", ")
            + "weight=\"\(LayoutAttributes.resultWeight)\"]\n"
        for item in view.items {
            let node = view.node(of: item)
            if let node, node.operation == nil { continue }
            let head = node.map { "o\($0.id)" } ?? "\(PartID(item.content))"
            for (index, operand) in item.operands.enumerated() {
                append("  \(PartID(view.items[operand].content)) -> \(head)")
                let count = item.counts.isEmpty ? 1 : item.counts[index]
                append(count == 1 ? "\n" : " [label=\"\(count)×\"]\n")
            }
            guard let node else { continue }
            append("  o\(node.id) -> v\(node.id) [")
            append(ending)
        }
    }

    /// A folded scope: a box with what its card has, line by line.
    private mutating func writeFold(_ scope: Int) {
        let card = folds.card(of: scope)
        startLine()
        append("s\(scope) [label=")
        append(DOTText.quoted(card.lines.map { DOTText.escape($0) }.joined(separator: "\\n")))
        append(", shape=\"box\", peripheries=\"2\", style=\"filled\", fillcolor=\"\(palette[.value])\"")
        append(", color=\"\(palette[.valueLine])\", class=\"fold\", tooltip=")
        append(DOTText.quoted(DOTText.escape(card.title)))
        append("]\n")
    }

    /// At most, or frames far inside one another would make the text grow with their square.
    private static let indentation = [UInt8](repeating: UInt8(ascii: " "), count: 40)

    private mutating func startLine() {
        text.append(contentsOf: DOTWriter.indentation.prefix(2 * indent))
    }

    private mutating func append(_ piece: String) { text.append(contentsOf: piece.utf8) }

    private mutating func statement(_ subject: String, _ attributes: [(name: String, value: String)]) {
        startLine()
        let list = attributes.map { "\($0.name)=\(DOTText.quoted($0.value))" }.joined(separator: ", ")
        append("\(subject) [\(list)]\n")
    }
}
