internal import Micrograd
internal import MicrogradSupport

extension GradientHistogram {
    private static let rowHeight = 56.0
    /// The part of a row that the highest bar takes.
    private static let barHeight = 31.0
    /// The least width of a bar, which leaves room for its count.
    private static let barWidth = 21.0

    /// Draws a row for each layer, with the count of each bar, its median and its zeros.
    public func svg(appearance: Appearance) -> String {
        let ends = layers.filter { !$0.sizes.isEmpty }.flatMap { AxisScale.logarithmic.ends(of: $0.sizes) }
        guard let least = ends.min(), let largest = ends.max() else { return emptyPlot(appearance) }
        let names = layers.map { PlotText.fitted($0.name, in: 110) }
        let totals = layers.map { Wording.count($0.count, "gradient") }
        let left =
            PlotCanvas.left + 9
            + max(PlotText.width(ofWidest: names), PlotText.width(ofWidest: totals, PlotText.small))
        let right =
            PlotCanvas.right - 12
            - max(
                PlotText.width(ofWidest: layers.map(\.medianText)),
                PlotText.width(ofWidest: layers.map(\.zeroText), PlotText.small))
        let bins = GradientBins(
            from: least, to: largest, limit: Int((right - left) / GradientHistogram.barWidth))
        let axis = Axis(
            "size of the gradient, |g|", .logarithmic, over: [bins.lower, bins.upper], ends: .exact)
        let notes = notes + outside(axis)

        var canvas = PlotCanvas()
        let top = canvas.header(title.shown, notes: notes) + 4
        let area = Rectangle(
            x: left, y: top, width: right - left,
            height: GradientHistogram.rowHeight * Double(layers.count))
        let frame = PlotFrame(x: axis, y: Axis.none, hasGrid: true, area: area)
        frame.draw(on: &canvas)
        for (index, layer) in layers.enumerated() {
            let base = area.y + GradientHistogram.rowHeight * Double(index + 1)
            let middle = base - GradientHistogram.rowHeight / 2 + 4
            canvas.text(names[index], x: area.x - 9, y: middle, "end")
            canvas.text(totals[index], x: area.x - 9, y: middle + 14, "muted small end")
            canvas.text(layer.medianText, x: PlotCanvas.right, y: middle, "end")
            canvas.text(layer.zeroText, x: PlotCanvas.right, y: middle + 14, "muted small end")
            if index + 1 < layers.count {
                canvas.path(
                    "M\(SVGText.number(area.x)),\(SVGText.number(base))h\(SVGText.number(area.width))", "axis"
                )
            }
            draw(layer, bins, base: base, in: frame, on: &canvas)
        }
        return canvas.svg(
            Caption(title: title.spoken, description: description(notes)), height: frame.end,
            appearance: appearance)
    }

    /// Draws the bars of a layer with their counts, the highest as high as there is room, and the mark of its median.
    private func draw(
        _ layer: Layer, _ bins: GradientBins, base: Double, in frame: PlotFrame, on canvas: inout PlotCanvas
    ) {
        let area = frame.area
        guard let median = layer.median else {
            let text = layer.zeroCount == layer.count ? "all zero" : "no number to show"
            canvas.text(text, x: area.x + area.width / 2, y: base - 20, "muted middle")
            return
        }
        let counts = bins.counts(layer.sizes)
        let largest = Double(counts.max() ?? 1)
        var data = ""
        var texts: [(text: String, place: Point)] = []
        for (bar, count) in counts.enumerated() where count > 0 {
            // What is there can be seen, however few.
            let height = max(Double(count) / largest * GradientHistogram.barHeight, 1)
            let left = area.x + area.width * bins.start(of: bar)
            let right = area.x + area.width * bins.start(of: bar + 1)
            data += "M\(SVGText.number(left + 0.5)),\(SVGText.number(base))v-\(SVGText.number(height))"
            data += "H\(SVGText.number(right - 0.5))V\(SVGText.number(base))z"
            let place = Point(x: (left + right) / 2, y: base - height - 3)
            texts.append((GradientHistogram.short(count), place))
        }
        canvas.path(data, "s0f")
        for (text, place) in texts { canvas.text(text, x: place.x, y: place.y, "tiny middle") }
        guard median >= frame.x.lower, median <= frame.x.upper else { return }
        let place = Point(x: frame.x.place(of: median, from: area.x, to: frame.right), y: base + 0.5)
        canvas.path("M\(SVGText.point(place))l-3.5,6h7z", "median")
    }

    /// A count in at most four characters.
    static func short(_ count: Int) -> String {
        for (unit, name) in [(1_000_000, "M"), (1_000, "k")] where Double(count) >= 0.9995 * Double(unit) {
            let number = Double(count) / Double(unit)
            return (number < 9.95 ? number.fixed(1) : number.fixed(0)) + name
        }
        return "\(count)"
    }

    private func emptyPlot(_ appearance: Appearance) -> String {
        let count = layers.reduce(0) { $0 + $1.count }
        let zeroCount = layers.reduce(0) { $0 + $1.zeroCount }
        return PlotCanvas.emptyPlot(
            title, description(notes), notes: notes,
            message: zeroCount == count
                ? "all \(Wording.count(count, "gradient")) are 0"
                : "no gradient to show that is finite and not 0",
            appearance)
    }
}
