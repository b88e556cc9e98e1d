internal import Micrograd
internal import MicrogradSupport

/// Writes a graph as a Mermaid flowchart, which GitHub and other pages render from a block of text.
struct MermaidWriter {
    private let view: GraphView
    private let options: DrawingOptions
    private let numbers: NumberText
    private let roots: Set<Int>
    private let folds: FoldBuilder
    private var text: [UInt8] = []

    /// What GitHub renders at most, by Mermaid's defaults (`maxEdges`, `maxTextSize`).
    static let edgeLimit = 500
    static let characterLimit = 50_000

    static func bytes(of graph: Graph, _ options: DrawingOptions) -> [UInt8] {
        var writer = MermaidWriter(.whole(graph, options), options)
        writer.write()
        return writer.text
    }

    private init(_ view: GraphView, _ options: DrawingOptions) {
        self.view = view
        self.options = options
        numbers = NumberText(precision: options.precision, style: .picture)
        roots = Set(view.graph.roots)
        folds = FoldBuilder(view, options, nil)
    }

    private mutating func write() {
        append("flowchart \(options.direction.withoutLayout.rawValue)\n")
        writeNodes()
        for (index, item) in view.items.enumerated() {
            for (place, operand) in item.operands.enumerated() {
                let count = item.counts.isEmpty ? 1 : item.counts[place]
                append("  \(id(operand)) -->\(count == 1 ? "" : "|\(count)×|") \(id(index))\n")
            }
        }
        writeClasses()
        if let warning = MermaidWriter.warning(edges: edgeCount, characters: text.count) {
            append("%% \(warning)\n")
        }
    }

    private func id(_ item: Int) -> PartID { PartID(view.items[item].content) }

    private var edgeCount: Int { view.items.reduce(0) { $0 + $1.operands.count } }

    /// What to say where a chart is too large for GitHub; nil where it is not.
    private static func warning(edges: Int, characters: Int) -> String? {
        guard edges > edgeLimit || characters > characterLimit else { return nil }
        return "GitHub renders at most \(edgeLimit) edges and \(characterLimit.grouped) characters; "
            + "this chart has \(edges.grouped) and \(characters.grouped)"
    }

    private mutating func writeNodes() {
        let order = FrameOrder(
            frameOfItem: view.items.map(\.frame), parents: view.frames.map(\.parent))
        for step in order.steps {
            switch step {
            case .open(let frame):
                let name = view.name(of: view.frames[frame]) ?? ""
                append("  subgraph s\(view.frames[frame].scope ?? 0)[\"\(MermaidWriter.escape(name))\"]\n")
            case .close: append("  end\n")
            case .item(let index): writeNode(index)
            }
        }
    }

    private mutating func writeNode(_ index: Int) {
        if case .fold(let scope) = view.items[index].content {
            let lines = folds.card(of: scope).lines.map(MermaidWriter.escape)
            append("  s\(scope)[[\"\(lines.joined(separator: "<br/>"))\"]]:::intermediate\n")
        }
        guard let node = view.node(of: view.items[index]) else { return }
        let role = ValueRole(node, isRoot: roots.contains(node.id))
        var lines: [String] = []
        if let operation = node.operation {
            let sign = OperationSign(node, operation, operandCount: node.operands.count, .modern)
            lines.append(MermaidWriter.escape(sign.plainText))
        }
        let name = options.show.contains(.name) ? node.label.map(MermaidWriter.escape) ?? "" : ""
        let data = options.show.contains(.data) ? numbers.text(node.data) : ""
        let first = [name, data].filter { !$0.isEmpty }.joined(separator: " = ")
        if !first.isEmpty { lines.append(first) }
        if options.show.contains(.grad), role != .constant { lines.append("∂ \(numbers.text(node.grad))") }
        let label = lines.joined(separator: "<br/>")
        let (open, close) =
            switch role {
            case .input: ("([", "])")
            case .constant: ("((", "))")
            case .parameter: ("[", "]")
            case .intermediate, .output: ("(", ")")
            }
        append("  v\(node.id)\(open)\"\(label.isEmpty ? " " : label)\"\(close):::\(role.rawValue)\n")
    }

    private mutating func writeClasses() {
        let palette = options.palette
        for role in ValueRole.allCases {
            append("  classDef \(role.rawValue) fill:\(palette[role.fill]),stroke:\(palette[role.line])")
            append(",color:\(palette[.ink])\n")
        }
    }

    /// Text without meaning to Mermaid, on one line: it reads Markdown, HTML and entities with `#`.
    private static func escape(_ text: String) -> String {
        var result = ""
        for scalar in LabelText.oneLine(text).unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", " ", "_", "-", "+", ".", ",", "(", ")", "/", "=", ":":
                result.unicodeScalars.append(scalar)
            case _ where scalar.value > 0x7f: result.unicodeScalars.append(scalar)
            default: result += "#\(scalar.value);"
            }
        }
        return result
    }

    private mutating func append(_ piece: String) { text.append(contentsOf: piece.utf8) }
}
