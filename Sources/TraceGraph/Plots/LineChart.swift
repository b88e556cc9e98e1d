/// Lines over two axes, each with its name at its end.
struct LineChart {
    var title: PlotTitle
    var description: String
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
        let top = canvas.header(title.shown, notes: notes)
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
        return canvas.svg(
            Caption(title: title.spoken, description: description), height: frame.end, appearance: appearance)
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
        var marks: [Point] = []
        for run in series[index].runs(x.scale, y.scale) {
            let line = ClippedLine(run.map(frame.place), from: frame.area.y, to: frame.bottom)
            for part in line.parts where part.count > 1 { data += LinePath.data(part) }
            if hasDots || run.count == 1 { dots += line.parts.joined() }
            marks += line.marks
            last = run.last.map { point in
                let place = frame.place(point)
                return Point(x: place.x, y: min(max(place.y, frame.area.y), frame.bottom))
            }
            end = !hasDots && run.count > 1 ? last : nil
        }
        canvas.path(data, "line \(colour)\(dashes)")
        if let end { dots.append(end) }
        for dot in dots { canvas.circle(dot, radius: 3, "\(colour)f") }
        canvas.path(LineChart.triangles(marks, frame.area), "\(colour)f")
        return last
    }

    /// Marks on the edges of the area that point out of it, where the line goes on beyond them.
    private static func triangles(_ places: [Point], _ area: Rectangle) -> String {
        var data = ""
        var end = -Double.infinity
        for place in places where place.x >= end {
            let height = place.y == area.y ? 6 : -6
            data += "M\(SVGText.point(place))l-3.5,\(height)h7z"
            // One mark for those that would cover each other.
            end = place.x + 7
        }
        return data
    }

    private func label(_ index: Int) -> String {
        guard showsLast, let last = series[index].points(x.scale, y.scale).last else {
            return series[index].name
        }
        let number = last.y.shown(3)
        // The number is never cut.
        let space = EndLabels.limit - PlotText.width(of: " \(number)")
        let name = PlotText.fitted(series[index].name, in: space)
        return name.isEmpty ? number : "\(name) \(number)"
    }
}
