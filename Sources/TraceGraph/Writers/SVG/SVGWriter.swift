/// Writes a laid-out scene as one self-contained SVG for light and dark pages.
enum SVGWriter {
    static func bytes(
        of scene: Scene, _ layout: Layout, _ direction: Direction, _ options: DrawingOptions,
        caption: Caption, fingerprint: Fingerprint
    ) -> [UInt8] {
        let canvas = SVGCanvas(prefix: fingerprint.prefix)
        var painter = ScenePainter(scene, layout, direction, options, on: canvas)
        painter.paint()
        let size = painter.size
        let (body, marks) = painter.canvas.finished()
        var page = SVGPage(
            width: size.width + 2 * SVGPage.margin, height: size.height + 2 * SVGPage.margin,
            caption: caption, fingerprint: fingerprint,
            style: SVGStyle(options: options, prefix: fingerprint.prefix, marks: marks).text)
        if let version = layout.graphvizVersion { page.attributes = " data-graphviz=\"\(version)\"" }
        return Array(page.head.utf8) + body.bytes + Array(page.foot.utf8)
    }
}
