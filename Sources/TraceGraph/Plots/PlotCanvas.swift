/// Collects the shapes and texts of a plot, and writes them as an SVG.
struct PlotCanvas {
    private var body = ""
    private var classes: Set<String> = []

    static let fontSize = Theme.modern.fontSize
    static let lineHeight = 15.0
    /// The width of every plot, with its margins.
    static let width = 500.0
    /// From where to where a plot reaches.
    static let left = SVGPage.margin
    static let right = width - SVGPage.margin

    /// The picture so far, in the height given.
    func svg(_ caption: Caption, height: Double, appearance: Appearance) -> String {
        let content = body + PlotStyle(appearance: appearance, prefix: "", classes: classes).text
        let fingerprint = Fingerprint(of: "\(caption.title)\n\(caption.description)\n\(content)")
        let style = PlotStyle(appearance: appearance, prefix: fingerprint.prefix, classes: classes)
        return SVGPage(
            width: PlotCanvas.width, height: height, caption: caption, fingerprint: fingerprint,
            style: style.text
        ).text(body)
    }

    // MARK: Shapes

    mutating func text(_ text: String, x: Double, y: Double, _ names: String = "", rotated: Bool = false) {
        let (x, y) = (SVGText.number(x), SVGText.number(y))
        let turn = rotated ? " transform=\"rotate(-90 \(x) \(y))\"" : ""
        body += "<text\(attribute(names)) x=\"\(x)\" y=\"\(y)\"\(turn)>\(SVGText.escape(text))</text>\n"
    }

    mutating func path(_ data: String, _ names: String) {
        guard !data.isEmpty else { return }
        body += "<path\(attribute(names)) d=\"\(data)\"/>\n"
    }

    mutating func circle(_ center: Point, radius: Double, _ names: String) {
        body += "<circle\(attribute(names)) cx=\"\(SVGText.number(center.x))\""
        body += " cy=\"\(SVGText.number(center.y))\" r=\"\(SVGText.number(radius))\"/>\n"
    }

    mutating func rectangle(_ box: Rectangle, _ names: String) {
        body += "<rect\(attribute(names)) x=\"\(SVGText.number(box.x))\" y=\"\(SVGText.number(box.y))\""
        body += " width=\"\(SVGText.number(box.width))\" height=\"\(SVGText.number(box.height))\"/>\n"
    }

    /// Draws a square around its centre.
    mutating func square(_ center: Point, side: Double, _ names: String) {
        rectangle(
            .init(x: center.x - side / 2, y: center.y - side / 2, width: side, height: side), names)
    }

    private mutating func attribute(_ names: String) -> String {
        guard !names.isEmpty else { return "" }
        for name in names.split(separator: " ") { classes.insert(String(name)) }
        return " class=\"\(names)\""
    }

    // MARK: Text

    /// Writes the title and the notes below it; returns where the rest may begin.
    mutating func header(_ title: String, notes: [String]) -> Double {
        let space = PlotCanvas.right - PlotCanvas.left
        var y = SVGPage.margin
        if !title.isEmpty {
            y += 12
            // Bold letters are up to an eighth wider.
            let shown = PlotCanvas.fitted(title, in: space / 1.13, size: PlotStyle.titleSize)
            text(shown, x: PlotCanvas.left, y: y, "title")
            y += 6
        }
        for note in notes {
            y += PlotCanvas.lineHeight
            text(PlotCanvas.fitted(note, in: space), x: PlotCanvas.left, y: y - 3, "muted")
        }
        return notes.isEmpty ? y : y + 3
    }

    static func width(of text: String, size: Double = fontSize) -> Double {
        TextMetrics.width(of: text, fontSize: size)
    }

    /// The text on one line, cut where it would be wider than `space`.
    static func fitted(_ text: String, in space: Double, size: Double = fontSize) -> String {
        // A name of a million letters is not measured to its end.
        let start = LabelText.oneLine(String(text.prefix(1_000)))
        if width(of: start, size: size) <= space { return start }
        let mark = "…"
        var rest = space - width(of: mark, size: size)
        let kept = start.prefix { character in
            rest -= width(of: String(character), size: size)
            return rest >= 0
        }
        return kept + mark
    }
}
