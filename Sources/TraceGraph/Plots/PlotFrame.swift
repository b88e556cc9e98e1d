/// The area of a plot between two axes: places for its numbers, and the grid, ticks and titles around it.
struct PlotFrame {
    let x: Axis
    let y: Axis
    /// Whether lines run across the area at the ticks.
    var hasGrid = true
    let area: Rectangle

    /// The space below the area that ticks and title of the x axis take.
    static let footer = 34.0
    /// The space above it for the title of the y axis.
    static let head = 21.0
    /// How far above the area that title stands.
    static let titleGap = 10.0

    init(x: Axis, y: Axis, hasGrid: Bool, area: Rectangle) {
        self.x = x
        self.y = y
        self.hasGrid = hasGrid
        self.area = area
    }

    /// Makes a frame below `top` that leaves `rightSpace` for what stands beside the area.
    init(x: Axis, y: Axis, top: Double, height: Double, rightSpace: Double) {
        self.x = x
        self.y = y
        let left = PlotFrame.left(of: y)
        // Half of the last name of the x axis may stand out.
        let overhang = x.ticks.last?.label.map { PlotText.width(of: $0, PlotText.small) / 2 } ?? 0
        let right = PlotCanvas.right - max(rightSpace, overhang)
        area = .init(
            x: left, y: top + (y.title.isEmpty ? 6 : PlotFrame.head), width: right - left, height: height)
    }

    /// Where the area begins, beside the names of the y axis.
    static func left(of y: Axis) -> Double {
        PlotCanvas.left + PlotText.width(ofWidest: y.ticks.compactMap(\.label), PlotText.small) + 7
    }

    var right: Double { area.x + area.width }
    var bottom: Double { area.y + area.height }
    /// Where the picture ends.
    var end: Double { bottom + PlotFrame.footer + SVGPage.margin - 2 }

    func place(_ point: Series.Point) -> Point {
        .init(
            x: x.place(of: point.x, from: area.x, to: right),
            y: y.place(of: point.y, from: bottom, to: area.y))
    }

    func draw(on canvas: inout PlotCanvas) {
        var (grid, lines) = ("", "M\(SVGText.number(area.x)),\(SVGText.number(area.y))")
        lines += "V\(SVGText.number(bottom))H\(SVGText.number(right))"
        var texts: [(text: String, x: Double, y: Double, classes: String)] = []
        var end = -Double.infinity
        for tick in x.ticks {
            let place = x.place(of: tick.number, from: area.x, to: right)
            let length = tick.label == nil ? 2.5 : 4
            lines += "M\(SVGText.number(place)),\(SVGText.number(bottom))v\(SVGText.number(length))"
            guard let label = tick.label else { continue }
            let width = PlotText.width(of: label, PlotText.small)
            if hasGrid {
                grid += "M\(SVGText.number(place)),\(SVGText.number(area.y))V\(SVGText.number(bottom))"
            }
            guard place - width / 2 > end + 4 else { continue }
            texts.append((label, place, bottom + 15, "muted small middle"))
            end = place + width / 2
        }
        for tick in y.ticks {
            let place = y.place(of: tick.number, from: bottom, to: area.y)
            let length = tick.label == nil ? 2.5 : 4
            lines += "M\(SVGText.number(area.x)),\(SVGText.number(place))h\(SVGText.number(-length))"
            guard let label = tick.label else { continue }
            if hasGrid {
                grid += "M\(SVGText.number(area.x)),\(SVGText.number(place))H\(SVGText.number(right))"
            }
            texts.append((label, area.x - 7, place + 3.5, "muted small end"))
        }
        canvas.path(grid, "grid")
        canvas.path(lines, "axis")
        for text in texts { canvas.text(text.text, x: text.x, y: text.y, text.classes) }
        let yTitle = PlotText.fitted(y.title, in: PlotCanvas.right - PlotCanvas.left, PlotText.small)
        if !yTitle.isEmpty {
            canvas.text(yTitle, x: PlotCanvas.left, y: area.y - PlotFrame.titleGap, "muted small")
        }
        let xTitle = PlotText.fitted(x.title, in: area.width, PlotText.small)
        if !xTitle.isEmpty {
            canvas.text(xTitle, x: area.x + area.width / 2, y: bottom + 31, "muted small middle")
        }
    }
}
