/// Paints a picture as drawing operations of Graphviz (xdot), whose coordinates run upwards.
struct XDotCanvas: Canvas {
    private let theme: Theme
    private let palette: Palette
    private let height: Double
    private var ink = Ink.page
    /// The operations so far.
    private(set) var text = SVGBuffer()

    /// - Parameter height: Of the whole picture.
    init(_ theme: Theme, _ palette: Palette, height: Double) {
        self.theme = theme
        self.palette = palette
        self.height = height
    }

    mutating func open(_ group: CanvasGroup, title: @autoclosure () -> String) {}

    mutating func close() {}

    mutating func draw(_ path: Path, _ mark: Mark) {
        let style = mark.style(theme)
        let (points, isStraight) = XDotCanvas.points(of: path)
        guard points.count > 1 else { return }
        if let fill = style.fill {
            colour("C", palette[fill])
            colour("c", "transparent")
            shape(isStraight ? "P" : "b", points)
        }
        if let stroke = style.stroke {
            colour("c", palette[stroke])
            let isDotted = style.dashes.first.map { $0 < 2 } ?? false
            set("S", "setlinewidth(\(SVGText.number(style.lineWidth)))")
            if !style.dashes.isEmpty { set("S", isDotted ? "dotted" : "dashed") }
            shape(isStraight ? (path.isClosed ? "p" : "L") : "B", points)
            if !style.dashes.isEmpty { set("S", "solid") }
        }
    }

    mutating func write(_ content: String, at place: Point, _ mark: Mark, fitting width: Double?) {
        guard let font = mark.style(theme).font, let fill = mark.style(theme).fill, !content.isEmpty else {
            return
        }
        colour("c", palette[fill])
        set("F", theme.graphvizFont, before: SVGText.number(font.size) + " ")
        text.append("t \(font.isBold ? 1 : 0) ")
        let anchor =
            switch font.anchor {
            case .start: -1
            case .middle: 0
            case .end: 1
            }
        text.append("T ")
        append(place + Point(x: 0, y: XDotCanvas.rise * font.size))
        let size = width ?? TextMetrics.usualWidth(of: content, fontSize: font.size)
        text.append("\(anchor) \(SVGText.number(size)) \(content.utf8.count) -\(content) ")
    }

    /// How far above its place Graphviz's Pango draws a text, in sizes of the font (`yoffset_centerline`).
    private static let rise = 0.2

    private mutating func colour(_ operation: String, _ colour: String) { set(operation, colour) }

    private mutating func set(_ operation: String, _ value: String, before: String = "") {
        text.append("\(operation) \(before)\(value.utf8.count) -\(value) ")
    }

    private mutating func shape(_ operation: String, _ points: [Point]) {
        text.append("\(operation) \(points.count) ")
        for point in points { append(point) }
    }

    private mutating func append(_ point: Point) {
        text.append(point.x, " ", height - point.y)
        text.append(" ")
    }

    /// The corners of a path, or where it is round the points of one Bézier curve.
    private static func points(of path: Path) -> (points: [Point], isStraight: Bool) {
        let isStraight = path.steps.allSatisfy { step in
            switch step {
            case .move, .line, .close: true
            case .curve, .corner: false
            }
        }
        var points: [Point] = []
        var place = Point(x: 0, y: 0)
        func curve(_ first: Point, _ second: Point, _ end: Point) {
            points += isStraight ? [end] : [first, second, end]
            place = end
        }
        for step in path.steps {
            switch step {
            case .move(let start):
                if points.isEmpty { points = [start] }
                place = start
            case .line(let end):
                curve(place + (end - place) * (1.0 / 3), place + (end - place) * (2.0 / 3), end)
            case .curve(let first, let second, let end): curve(first, second, end)
            case .corner(let end, let radius, let isClockwise):
                let (first, second) = controls(from: place, to: end, radius, isClockwise)
                curve(first, second, end)
            case .close:
                guard !isStraight, let start = points.first, (start - place).length > 0.001 else { continue }
                curve(place + (start - place) * (1.0 / 3), place + (start - place) * (2.0 / 3), start)
            }
        }
        return (points, isStraight)
    }

    /// The control points of a quarter of a circle.
    private static func controls(
        from start: Point, to end: Point, _ radius: Double, _ isClockwise: Bool
    ) -> (Point, Point) {
        let way = end - start
        // Of the two corners of the square around it, the one that the curve bends towards.
        let side = isClockwise ? 0.5 : -0.5
        let corner = Point(
            x: start.x + way.x * 0.5 + way.y * side, y: start.y + way.y * 0.5 - way.x * side)
        return (
            start + (corner - start) * Path.quarter, end + (corner - end) * Path.quarter
        )
    }
}
