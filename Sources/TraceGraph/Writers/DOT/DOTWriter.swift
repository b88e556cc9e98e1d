internal import Micrograd
internal import MicrogradSupport

/// Writes a scene as DOT text, for any Graphviz to draw.
struct DOTWriter {
    private let scene: Scene
    private let options: DrawingOptions
    private let theme: Theme
    private let palette: Palette
    private var text = ""
    private var indent = 1

    /// - Parameter resolution: Pixels an inch, for bitmaps.
    static func text(of scene: Scene, _ options: DrawingOptions, resolution: Int? = nil) -> String {
        var writer = DOTWriter(scene, options)
        writer.write(resolution: resolution)
        return writer.text
    }

    private init(_ scene: Scene, _ options: DrawingOptions) {
        self.scene = scene
        self.options = options
        theme = options.theme
        palette = options.appearance == .dark ? theme.dark : theme.light
    }

    private mutating func write(resolution: Int?) {
        let layout = LayoutAttributes(scene, options)
        text = "digraph trace {\n"
        var graph =
            layout.graph + [
                ("pad", "0.15"), ("bgcolor", palette.background), ("fontname", theme.fontFamily),
                ("fontsize", LayoutAttributes.scopeFontSize.shortestDescription),
                ("fontcolor", palette.scope.text ?? palette.text), ("labeljust", "l"),
            ]
        if let resolution { graph.append(("dpi", String(resolution))) }
        statement("graph", graph)
        statement(
            "node",
            [
                ("fontname", theme.fontFamily), ("fontsize", theme.fontSize.shortestDescription),
                ("fontcolor", palette.text), ("penwidth", theme.lineWidth.shortestDescription),
                ("margin", "0.05,0.02"),
            ])
        statement(
            "edge",
            [
                ("color", palette.edge), ("penwidth", theme.lineWidth.shortestDescription),
                ("arrowhead", theme.arrow.rawValue), ("arrowsize", layout.arrowSize),
            ])
        writeNodes()
        for edge in scene.edges {
            switch edge {
            case .operand(let box, let mark):
                line("v\(box) -> o\(scene.marks[mark].result)")
            case .result(let mark, let box):
                statement(
                    "o\(scene.marks[mark].result) -> v\(box)",
                    (theme.pointsToResults ? [] : [("arrowhead", "none")])
                        + [("weight", LayoutAttributes.resultWeight)])
            }
        }
        text += "}\n"
    }

    /// Boxes and marks in order, each inside its group; a group is opened once and holds its own.
    private mutating func writeNodes() {
        let order = GroupOrder(scene)
        for step in order.steps {
            switch step {
            case .open(let group):
                line("subgraph cluster_\(group) {")
                indent += 1
                statement(
                    "graph",
                    [
                        ("label", DOTText.escape(scene.groups[group].name)), ("style", "rounded,filled"),
                        ("fillcolor", palette.scope.fill), ("color", palette.scope.stroke),
                    ])
            case .close:
                indent -= 1
                line("}")
            case .box(let id): write(scene.boxes[id], id: id)
            case .mark(let index): write(scene.marks[index])
            }
        }
    }

    private mutating func write(_ box: Scene.Box, id: Int) {
        let paint = palette.paint(of: box.role)
        let isFilled = !(box.role == .intermediate && theme.cornerRadius == 0)
        statement(
            "v\(id)",
            [
                ("label", recordLabel(of: box)), ("shape", theme.cornerRadius > 0 ? "Mrecord" : "record"),
                ("style", isFilled ? "filled" : "solid"), ("fillcolor", paint.fill), ("color", paint.stroke),
                ("width", LayoutAttributes.inches(box.size.width)),
                ("height", LayoutAttributes.inches(box.size.height)),
                ("class", "value \(box.role.rawValue)"), ("tooltip", DOTText.escape(box.tooltip)),
            ])
    }

    /// Records lay their fields out along the ranks: across them where these run up or down.
    private func recordLabel(of box: Scene.Box) -> String {
        let isHorizontal = options.direction == .leftToRight || options.direction == .rightToLeft
        let rows = box.rows.map { row in
            row.map { cell in DOTText.record(cell.key.map { "\($0) \(cell.text)" } ?? cell.text) }
                .joined(separator: " | ")
        }
        guard rows.count > 1 else { return isHorizontal ? "{ \(rows[0]) }" : rows[0] }
        let stacked = rows.map { "{ \($0) }" }.joined(separator: " | ")
        return isHorizontal ? stacked : "{ \(stacked) }"
    }

    private mutating func write(_ mark: Scene.Mark) {
        let paint = palette.paint(of: mark.family)
        let shape =
            switch mark.shape {
            case .circle:
                [
                    ("shape", "circle"), ("fixedsize", "true"), ("style", "filled"),
                    ("fontsize", (theme.fontSize * Theme.signScale).shortestDescription),
                ]
            case .pill: [("shape", "box"), ("style", "rounded,filled")]
            case .ellipse: [("shape", "ellipse"), ("style", "filled")]
            }
        statement(
            "o\(mark.result)",
            [("label", DOTText.escape(mark.text))] + shape + [
                ("fillcolor", paint.fill), ("color", paint.stroke), ("fontcolor", paint.text ?? palette.text),
                ("width", LayoutAttributes.inches(mark.size.width)),
                ("height", LayoutAttributes.inches(mark.size.height)),
                ("class", "operation \(mark.family.rawValue)"), ("tooltip", DOTText.escape(mark.tooltip)),
            ] + (mark.ordersOperands ? [("ordering", "in")] : []))
    }

    /// At most, or frames far inside one another would make the text grow with their square.
    private static let indentation = String(repeating: " ", count: 40)

    private mutating func statement(_ subject: String, _ attributes: [(name: String, value: String)]) {
        text += DOTWriter.indentation.prefix(2 * indent)
        text += subject
        text += " ["
        for (index, attribute) in attributes.enumerated() {
            if index > 0 { text += ", " }
            text += attribute.name
            text += "="
            text += DOTText.quoted(attribute.value)
        }
        text += "]\n"
    }

    private mutating func line(_ content: String) {
        text += DOTWriter.indentation.prefix(2 * indent)
        text += content
        text += "\n"
    }
}
