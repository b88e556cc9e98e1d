/// Collects the shapes and texts of a plot, and writes them as an SVG.
struct PlotCanvas {
    private var body = ""
    private var classes: Set<String> = []
    /// How far to the right its title and notes reach.
    private(set) var headerEnd = 0.0

    static let lineHeight = 15.0
    /// The width of a plot with its margins, where its content does not need less.
    static let width = 500.0
    /// From where to where a plot reaches.
    static let left = SVGPage.margin
    static let right = width - SVGPage.margin

    /// The picture so far, in the size given.
    func svg(
        _ caption: Caption, width: Double = PlotCanvas.width, height: Double, appearance: Appearance
    ) -> String {
        let content = body + PlotStyle(appearance: appearance, prefix: "", classes: classes).text
        let fingerprint = Fingerprint(of: "\(caption.title)\n\(caption.description)\n\(content)")
        let style = PlotStyle(appearance: appearance, prefix: fingerprint.prefix, classes: classes)
        return SVGPage(
            width: width, height: height, caption: caption, fingerprint: fingerprint, style: style.text
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

    // MARK: Title, notes and messages

    /// Writes the title and the notes below it; returns where the rest may begin.
    mutating func header(_ title: String, notes: [String]) -> Double {
        let space = PlotCanvas.right - PlotCanvas.left
        var y = SVGPage.margin
        if !title.isEmpty {
            // Bold letters are up to an eighth wider.
            for line in PlotText.lines(title, in: space / 1.13) {
                text(line, x: PlotCanvas.left, y: y + 10, "title")
                reach(PlotText.width(of: line) * 1.13)
                y += PlotCanvas.lineHeight
            }
            y += 2
        }
        for line in notes.flatMap({ PlotText.lines($0, in: space, PlotText.small) }) {
            text(line, x: PlotCanvas.left, y: y + 10, "muted small")
            reach(PlotText.width(of: line, PlotText.small))
            y += 14
        }
        return notes.isEmpty ? y : y + 3
    }

    private mutating func reach(_ width: Double) { headerEnd = max(headerEnd, PlotCanvas.left + width) }

    /// Says in a box why nothing is drawn there.
    mutating func message(_ message: String, in box: Rectangle) {
        rectangle(box, "panel")
        let lines = PlotText.lines(message, in: box.width - 20)
        var y = box.y + box.height / 2 - Double(lines.count - 1) * PlotCanvas.lineHeight / 2 + 4
        for line in lines {
            text(line, x: box.x + box.width / 2, y: y, "muted middle")
            y += PlotCanvas.lineHeight
        }
    }

    /// A picture that says why it has no numbers to show.
    static func emptyPlot(
        _ title: PlotTitle, _ description: String, notes: [String], message: String, _ appearance: Appearance
    ) -> String {
        var canvas = PlotCanvas()
        let top = canvas.header(title.shown, notes: notes) + 4
        let box = Rectangle(x: left, y: top, width: right - left, height: 72)
        canvas.message(message, in: box)
        return canvas.svg(
            Caption(title: title.spoken, description: description),
            height: top + box.height + SVGPage.margin, appearance: appearance)
    }
}
