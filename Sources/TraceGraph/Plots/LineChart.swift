/// Lines over two axes, each with its name at its end.
struct LineChart {
    var caption: Caption
    var notes: [String]
    var x: Axis
    var y: Axis
    var series: [Series]
    /// Whether each point has a dot.
    var hasDots = false
    /// Whether the last number stands behind the name.
    var showsLast = false
    var references: [Reference] = []

    /// A straight dashed line with a name; between two points of the area.
    struct Reference {
        var name: String
        var start: Series.Point
        var end: Series.Point
    }

    private static let height = 210.0
    private static let colourCount = PlotPalette.light.series.count

    func svg(_ appearance: Appearance) -> String {
        var canvas = PlotCanvas()
        let top = canvas.header(caption.title, notes: notes)
        let shown = series.indices.filter { !series[$0].points(x.scale, y.scale).isEmpty }
        let texts = shown.map(label) + references.map(\.name)
        // Names need room to stand one below the other.
        let height = max(LineChart.height, Double(texts.count) * PlotCanvas.lineHeight)
        let frame = PlotFrame(
            x: x, y: y, top: top, height: height, rightSpace: EndLabels.space(for: texts))
        frame.draw(on: &canvas)

        var labels: [EndLabels.Label] = []
        for index in shown {
            if let end = draw(index, in: frame, on: &canvas) {
                labels.append(
                    .init(text: label(index), classes: "s\(index % LineChart.colourCount)", end: end))
            }
        }
        for reference in references {
            let (start, end) = (frame.place(reference.start), frame.place(reference.end))
            canvas.path("M\(SVGText.point(start))L\(SVGText.point(end))", "reference")
            labels.append(.init(text: reference.name, classes: "reference", end: end))
        }
        EndLabels(labels).draw(on: &canvas, beside: frame)
        if shown.isEmpty {
            let middle = frame.area.x + frame.area.width / 2
            canvas.text(
                "no number to show", x: middle, y: frame.area.y + height / 2, "muted middle")
        }
        return canvas.svg(caption, height: frame.end, appearance: appearance)
    }

    /// Draws a line and returns where it ends.
    private func draw(_ index: Int, in frame: PlotFrame, on canvas: inout PlotCanvas) -> Point? {
        let colour = "s\(index % LineChart.colourCount)"
        let dashes = ["", " dashed", " dotted"][(index / LineChart.colourCount) % 3]
        var last: Point?
        /// The end of the line, where no other dot stands.
        var end: Point?
        var data = ""
        var dots: [Point] = []
        for run in series[index].runs(x.scale, y.scale) {
            let places = run.map(frame.place)
            if places.count > 1 { data += LinePath.data(places) }
            if hasDots || places.count == 1 { dots += places }
            if !hasDots, places.count > 1 { end = places.last } else { end = nil }
            last = places.last
        }
        canvas.path(data, "line \(colour)\(dashes)")
        if let end { dots.append(end) }
        for dot in dots { canvas.circle(dot, radius: 3, "\(colour)f") }
        return last
    }

    private func label(_ index: Int) -> String {
        guard showsLast, let last = series[index].points(x.scale, y.scale).last else {
            return series[index].name
        }
        let number = last.y.significant(3)
        // The number is never cut.
        let space = EndLabels.limit - PlotCanvas.width(of: " \(number)")
        let name = PlotCanvas.fitted(series[index].name, in: space)
        return name.isEmpty ? number : "\(name) \(number)"
    }
}
