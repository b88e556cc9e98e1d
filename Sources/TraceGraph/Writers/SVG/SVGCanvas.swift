/// Paints a picture as the body of an SVG.
struct SVGCanvas: Canvas {
    /// What ids begin with, so that two pictures in one page do not meet.
    let prefix: String
    private var body = SVGBuffer()
    /// What the style sheet has to know of.
    private var marks: Set<Mark> = []

    init(prefix: String) {
        self.prefix = prefix
        body.append("<g transform=\"translate(")
        body.append(SVGPage.margin, ",", SVGPage.margin)
        body.append(")\">\n")
    }

    /// The whole body, and what it holds.
    consuming func finished() -> (body: SVGBuffer, marks: Set<Mark>) {
        body.append("</g>\n")
        return (body, marks)
    }

    mutating func open(_ group: CanvasGroup, title: @autoclosure () -> String) {
        switch group {
        case .value(let id, let role, let joined):
            body.append(
                "<g id=\"\(prefix)-\(id)\" class=\"value \(role.rawValue)\" data-node=\"\(id.value ?? 0)\"")
            if !joined.isEmpty {
                body.append(" data-nodes=\"")
                body.append(joined.map(String.init).joined(separator: " "))
                body.append("\"")
            }
            body.append("><title>")
            body.appendEscaped(title())
            body.append("</title>")
        case .operation(let result, let family):
            body.append("<g id=\"\(prefix)-o\(result)\" class=\"operation \(family.rawValue)\"><title>")
            body.appendEscaped(title())
            body.append("</title>")
        case .fold(let scope):
            body.append("<g id=\"\(prefix)-s\(scope)\" class=\"fold\"><title>")
            body.appendEscaped(title())
            body.append("</title>")
        case .edge: body.append("<g class=\"edge\">")
        case .frame: body.append("<g class=\"scope\">")
        case .key: body.append("<g class=\"gradient-key\">")
        }
    }

    mutating func close() { body.append("</g>\n") }

    mutating func draw(_ path: Path, _ mark: Mark) {
        marks.insert(mark)
        body.append("<path class=\"")
        body.append(mark.className)
        body.append("\" d=\"")
        body.append(path)
        body.append("\"/>")
    }

    mutating func write(_ text: String, at place: Point, _ mark: Mark, fitting width: Double?) {
        marks.insert(mark)
        body.append("<text class=\"")
        body.append(mark.className)
        body.append("\" x=\"")
        body.append(place.x, "\" y=\"", place.y)
        if let width {
            body.append("\" textLength=\"")
            body.append(width)
            body.append("\" lengthAdjust=\"spacingAndGlyphs")
        }
        body.append("\">")
        body.appendEscaped(text)
        body.append("</text>")
    }
}
