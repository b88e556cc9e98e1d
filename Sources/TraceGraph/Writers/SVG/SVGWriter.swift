/// Writes a laid-out scene as one self-contained SVG for light and dark pages.
enum SVGWriter {
    static func bytes(of picture: Picture, caption: Caption, fingerprint: Fingerprint) -> [UInt8] {
        var painter = ScenePainter(picture, on: SVGCanvas(prefix: fingerprint.prefix))
        painter.paint()
        let size = picture.size
        let (body, marks) = painter.canvas.finished()
        var page = SVGPage(
            width: size.width + 2 * SVGPage.margin, height: size.height + 2 * SVGPage.margin,
            caption: caption, fingerprint: fingerprint,
            style: SVGStyle(options: picture.options, prefix: fingerprint.prefix, marks: marks).text)
        if let version = picture.layout.graphvizVersion { page.attributes = " data-graphviz=\"\(version)\"" }
        return Array(page.head.utf8) + body.bytes + Array(page.foot.utf8)
    }
}
