/// Writes a laid-out scene as one self-contained SVG for light and dark pages.
struct SVGWriter {
    private let scene: Scene
    private let layout: Layout
    private let options: DrawingOptions
    private let caption: Caption
    private let fingerprint: Fingerprint
    private var text = ""

    static func text(
        of scene: Scene, _ layout: Layout, _ options: DrawingOptions, caption: Caption,
        fingerprint: Fingerprint
    ) -> String {
        var writer = SVGWriter(
            scene: scene, layout: layout, options: options, caption: caption, fingerprint: fingerprint)
        writer.write()
        return SVGPage(
            width: layout.width + 2 * SVGPage.margin, height: layout.height + 2 * SVGPage.margin,
            caption: caption, fingerprint: fingerprint,
            attributes: " data-graphviz=\"\(layout.graphvizVersion)\"",
            style: SVGStyle(options: options, prefix: writer.prefix).text, body: writer.text
        ).text
    }

    /// What ids and style rules of this picture begin with, so that two in one page do not meet.
    private var prefix: String { fingerprint.prefix }

    private mutating func write() {
        let margin = SVGText.number(SVGPage.margin)
        text = "<g transform=\"translate(\(margin),\(margin))\">\n"
        for (group, rectangle) in zip(scene.groups, layout.groups) { write(group, rectangle) }
        for (edge, curves) in zip(scene.edges, layout.edges) { write(edge, curves) }
        var mark = 0
        for (id, box) in scene.boxes.enumerated() {
            if mark < scene.marks.count, scene.marks[mark].result == id {
                write(scene.marks[mark], at: layout.marks[mark])
                mark += 1
            }
            write(box, id: id, at: layout.boxes[id])
        }
        text += "</g>\n"
    }

    private mutating func write(_ group: Scene.Group, _ frame: Rectangle) {
        text += "<g class=\"scope\"><rect x=\"\(SVGText.number(frame.x))\" y=\"\(SVGText.number(frame.y))\""
        text +=
            " width=\"\(SVGText.number(frame.width))\" height=\"\(SVGText.number(frame.height))\" rx=\"8\"/>"
        text += "<text x=\"\(SVGText.number(frame.x + 8))\" y=\"\(SVGText.number(frame.y + 13))\">"
        text += "\(SVGText.escape(group.name))</text></g>\n"
    }

    private mutating func write(_ edge: Scene.Edge, _ curves: [Layout.Curve]) {
        let head = ArrowHead(options.theme.arrow)
        for curve in curves {
            var line = SVGText.path(curve.points)
            var arrow = ""
            if let tip = curve.arrowTip, let base = curve.points.last {
                let (notch, outline) = head.outline(base: base, tip: tip)
                line += "L" + SVGText.point(notch)
                arrow = "<path class=\"head\" d=\"\(SVGText.polygon(outline))\"/>"
            }
            text += "<g class=\"edge\"><path d=\"\(line)\"/>\(arrow)</g>\n"
        }
    }

    private mutating func write(_ mark: Scene.Mark, at center: Point) {
        text += "<g id=\"\(prefix)-o\(mark.result)\" class=\"operation \(mark.family.rawValue)\">"
        text += "<title>\(SVGText.escape(mark.tooltip))</title>"
        switch mark.shape {
        case .circle, .ellipse:
            text += "<ellipse cx=\"\(SVGText.number(center.x))\" cy=\"\(SVGText.number(center.y))\""
            text +=
                " rx=\"\(SVGText.number(mark.size.width / 2))\" ry=\"\(SVGText.number(mark.size.height / 2))\"/>"
        case .pill:
            text += SVGText.rectangle(center: center, mark.size, radius: mark.size.height / 2)
        }
        let size = mark.shape == .circle ? Theme.signScale * options.theme.fontSize : options.theme.fontSize
        let sign = mark.shape == .circle ? " class=\"sign\"" : ""
        text +=
            "<text\(sign) x=\"\(SVGText.number(center.x))\" y=\"\(SVGText.number(center.y + 0.35 * size))\">"
        text += "\(SVGText.escape(mark.text))</text></g>\n"
    }

    private mutating func write(_ box: Scene.Box, id: Int, at center: Point) {
        let theme = options.theme
        let left = center.x - box.size.width / 2
        let top = center.y - box.size.height / 2
        let rowHeight = box.size.height / Double(box.rows.count)
        text += "<g id=\"\(prefix)-v\(id)\" class=\"value \(box.role.rawValue)\">"
        text += "<title>\(SVGText.escape(box.tooltip))</title>"
        text += SVGText.rectangle(center: center, box.size, radius: theme.cornerRadius)

        var lines = ""
        var cells = ""
        for (row, content) in box.rows.enumerated() {
            let y = top + rowHeight * Double(row)
            if row > 0 {
                lines += "M\(SVGText.number(left)),\(SVGText.number(y))h\(SVGText.number(box.size.width))"
            }
            var x = left
            for cell in content {
                if x > left {
                    lines += "M\(SVGText.number(x)),\(SVGText.number(y))v\(SVGText.number(rowHeight))"
                }
                cells += text(of: cell, x: x + cell.width / 2, y: y + rowHeight / 2)
                x += cell.width
            }
        }
        if !lines.isEmpty { text += "<path d=\"\(lines)\"/>" }
        text += cells + "</g>\n"
    }

    /// The text of a cell around its centre.
    private func text(of cell: Scene.Cell, x: Double, y: Double) -> String {
        guard !cell.text.isEmpty else { return "" }
        let baseline = y + 0.35 * options.theme.fontSize
        let key = cell.key.map { "<tspan>\($0)</tspan> " } ?? ""
        return "<text x=\"\(SVGText.number(x))\" y=\"\(SVGText.number(baseline))\">\(key)"
            + "\(SVGText.escape(cell.text))</text>"
    }
}
