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
    /// What all operations of a kind share, from the label to the tooltip; not those with an argument in their label.
    private var operationLists: [Value.Operation: String] = [:]
    private var text: TextBuffer
    private var indent = 1 {
        didSet { lineStart = String(repeating: " ", count: 2 * min(indent, DOTWriter.maximumIndent)) }
    }
    private var lineStart = "  "
    /// Or frames far inside one another would make the text grow with their square.
    private static let maximumIndent = 20

    static func bytes(of graph: Graph, _ options: DrawingOptions) -> [UInt8] {
        var writer = DOTWriter(.whole(graph, options), options)
        writer.write()
        return writer.text.bytes
    }

    private init(_ view: GraphView, _ options: DrawingOptions) {
        self.view = view
        self.options = options
        text = TextBuffer(capacity: 512 * (view.items.count + 8))
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
        text.append("digraph trace {\n")
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
        text.append("}\n")
    }

    /// Values and operations in order, each inside its frame; a frame is opened once and holds its own.
    private mutating func writeNodes() {
        let order = FrameOrder(
            frameOfItem: view.items.map(\.frame), parents: view.frames.map(\.parent))
        for step in order.steps {
            switch step {
            case .open(let frame):
                text.append(lineStart)
                text.append("subgraph cluster_\(frame) {\n")
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
                text.append(lineStart)
                text.append("}\n")
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
        text.append(lineStart)
        text.append("v")
        text.append(node.id)
        text.append(" [label=\"")
        appendRecordLabel(of: node)
        text.append("\", ")
        text.append(valueAttributes[role] ?? "")
        text.append(", tooltip=")
        let graph = view.graph
        text.append(shownBy: { $0.append(tooltipOf: node, in: graph) })
        text.append("]\n")
    }

    /// Records lay their fields out along the ranks: across them where these run up or down.
    private mutating func appendRecordLabel(of node: GraphNode) {
        let isVertical = options.direction.isVertical
        let label = options.show.contains(.name) ? node.label.map(DOTText.record) ?? "" : ""
        let hasFields = options.show.contains(.data) || options.show.contains(.grad)
        if theme.values == .cards, !label.isEmpty, hasFields {
            text.append(isVertical ? "{ { " : "{ ")
            text.append(inQuotes: label)
            text.append(" } | { ")
            appendFields(of: node)
            text.append(isVertical ? " } }" : " }")
        } else {
            if !isVertical { text.append("{ ") }
            text.append(inQuotes: label)
            if hasNames, hasFields, theme.values != .cards { text.append(" | ") }
            appendFields(of: node)
            if !isVertical { text.append(" }") }
        }
    }

    private mutating func appendFields(of node: GraphNode) {
        if options.show.contains(.data) {
            text.append("data ")
            text.append(numbers.text(node.data))
        }
        guard options.show.contains(.grad) else { return }
        text.append(options.show.contains(.data) ? " | grad " : "grad ")
        text.append(numbers.text(node.grad))
    }

    private mutating func writeOperation(_ operation: Value.Operation, of node: GraphNode) {
        text.append(lineStart)
        text.append("o")
        text.append(node.id)
        text.append(operationList(operation, of: node))
        let graph = view.graph
        text.append(shownBy: { $0.append(operationTooltipOf: node, in: graph) })
        text.append(node.ordersOperands ? ", ordering=\"in\"]\n" : "]\n")
    }

    private mutating func operationList(_ operation: Value.Operation, of node: GraphNode) -> String {
        if node.argument == nil, let list = operationLists[operation] { return list }
        let sign = OperationSign(node, operation, operandCount: node.operands.count, theme)
        let shape =
            switch OperationNode(sign, theme).shape {
            case .circle: "shape=\"circle\", fixedsize=\"true\", width=\"0.3333\", fontsize=\"14\""
            case .pill: "shape=\"box\""
            case .ellipse: "shape=\"ellipse\""
            }
        let label = DOTText.quoted(DOTText.escape(sign.plainText))
        let list = " [label=\(label), \(shape), \(operationAttributes[sign.family] ?? ""), tooltip="
        if node.argument == nil { operationLists[operation] = list }
        return list
    }

    private mutating func writeEdges() {
        let ending =
            (theme.pointsToResults ? " [" : " [arrowhead=\"none\", ")
            + "weight=\"\(LayoutAttributes.resultWeight)\"]\n"
        for item in view.items {
            let node = view.node(of: item)
            if let node, node.operation == nil { continue }
            let head = node.map { "o\($0.id)" } ?? PartID(item.content).description
            for (index, operand) in item.operands.enumerated() {
                if let id = view.items[operand].content.node {
                    text.append("  v")
                    text.append(id)
                } else {
                    text.append("  \(PartID(view.items[operand].content))")
                }
                text.append(" -> ")
                text.append(head)
                let count = item.counts.isEmpty ? 1 : item.counts[index]
                text.append(count == 1 ? "\n" : " [label=\"\(count)×\"]\n")
            }
            guard let node else { continue }
            text.append("  ")
            text.append(head)
            text.append(" -> v")
            text.append(node.id)
            text.append(ending)
        }
    }

    /// A folded scope: a box with what its card has, line by line.
    private mutating func writeFold(_ scope: Int) {
        let card = folds.card(of: scope)
        text.append(lineStart)
        text.append("s\(scope) [label=")
        text.append(DOTText.quoted(card.lines.map { DOTText.escape($0) }.joined(separator: "\\n")))
        text.append(", shape=\"box\", peripheries=\"2\", style=\"filled\"")
        text.append(", fillcolor=\"\(palette[.value])\", color=\"\(palette[.valueLine])\"")
        text.append(", class=\"fold\", tooltip=")
        text.append(DOTText.quoted(DOTText.escape(card.title)))
        text.append("]\n")
    }

    private mutating func statement(_ subject: String, _ attributes: [(name: String, value: String)]) {
        text.append(lineStart)
        let list = attributes.map { "\($0.name)=\(DOTText.quoted($0.value))" }.joined(separator: ", ")
        text.append("\(subject) [\(list)]\n")
    }
}
