internal import MicrogradSupport

/// Makes of a laid-out scene what Graphviz renders as PNG or PDF, with everything where the SVG has it.
enum GraphvizWriter {
    /// - Parameter resolution: Pixels an inch, for bitmaps.
    static func picture(of picture: Picture, resolution: Int?) -> GraphvizPicture {
        let (size, palette) = (picture.size, picture.options.palette)
        let canvas = XDotCanvas(picture.options.theme, palette, height: size.height)
        var painter = ScenePainter(picture, on: canvas)
        painter.paint()
        var attributes = [
            ("bb", "0,0,\(SVGText.number(size.width)),\(SVGText.number(size.height))"),
            ("pad", (SVGPage.margin / 72).fixed(4)), ("bgcolor", palette[.page]),
            ("_background", String(decoding: painter.canvas.text.bytes, as: UTF8.self)),
        ]
        if let resolution { attributes.append(("dpi", String(resolution))) }
        // Graphviz sees the page end at its outermost nodes, so one of a point stands in each of two corners.
        let corners = [
            ("lower", 0.5, 0.5), ("upper", size.width - 0.5, size.height - 0.5),
        ].map { name, x, y in
            GraphvizPicture.Node(
                name: name, position: "\(SVGText.number(x)),\(SVGText.number(y))",
                size: Size(width: 1, height: 1))
        }
        let parts = zip(picture.scene.parts, picture.scene.skeleton.parts)
        let nodes = zip(parts, picture.layout.parts).compactMap { part, center in
            part.0.id.map { id in
                GraphvizPicture.Node(
                    name: id.description,
                    position: "\(SVGText.number(center.x)),\(SVGText.number(size.height - center.y))",
                    size: part.1.size)
            }
        }
        return GraphvizPicture(attributes: attributes, nodes: corners + nodes)
    }

    /// The pixels of a bitmap of this size, with its margins.
    static func pixels(_ size: Size, resolution: Int) -> (width: Int, height: Int) {
        let scale = Double(resolution) / 72
        return (
            Int(((size.width + 2 * SVGPage.margin) * scale).rounded(.up)),
            Int(((size.height + 2 * SVGPage.margin) * scale).rounded(.up))
        )
    }
}
