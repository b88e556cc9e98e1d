extension GradientHistogram {
    private static let rowHeight = 46.0
    /// The part of a row that the highest bar takes.
    private static let barHeight = 36.0
    private static let zeroHead = "zeros"
    private static let medianHead = "median"

    /// Draws a row for each layer, with its median and its share of zeros.
    public func svg(appearance: Appearance) -> String {
        var canvas = PlotCanvas()
        let top = canvas.header(title, notes: notes)
        let names = layers.map { PlotCanvas.fitted($0.name, in: 110) }
        let nameWidth = names.map { PlotCanvas.width(of: $0) }.max() ?? 0
        let medians = layers.map { $0.median?.significant(2) ?? NumberText.none }
        let zeroWidth = max(PlotCanvas.width(of: "100 %"), PlotCanvas.width(of: GradientHistogram.zeroHead))
        let medianEnd = PlotCanvas.right - zeroWidth - 12
        let medianWidth =
            (medians + [GradientHistogram.medianHead]).map { PlotCanvas.width(of: $0) }.max() ?? 0

        let axis = Axis("size of the gradient, |g|", .logarithmic, over: layers.flatMap(\.sizes))
        let area = Rectangle(
            x: PlotCanvas.left + nameWidth + 9, y: top + PlotFrame.head,
            width: medianEnd - medianWidth - 14 - (PlotCanvas.left + nameWidth + 9),
            height: GradientHistogram.rowHeight * Double(layers.count))
        let frame = PlotFrame(x: axis, y: Axis.none, hasGrid: true, area: area)
        frame.draw(on: &canvas)

        canvas.text(GradientHistogram.medianHead, x: medianEnd, y: area.y - 9, "muted end")
        canvas.text(GradientHistogram.zeroHead, x: PlotCanvas.right, y: area.y - 9, "muted end")
        let bins = GradientBins(axis, width: area.width)
        let shares = layers.map(bins.shares)
        let largest = shares.joined().max() ?? 0
        for (index, layer) in layers.enumerated() {
            let base = area.y + GradientHistogram.rowHeight * Double(index + 1)
            let middle = base - GradientHistogram.rowHeight / 2 + 6
            canvas.text(names[index], x: area.x - 9, y: middle, "end")
            canvas.text(medians[index], x: medianEnd, y: middle, "end")
            canvas.text(layer.zeroText, x: PlotCanvas.right, y: middle, "end")
            drawBars(shares[index], largest: largest, bins, base: base, in: area, on: &canvas)
            if let median = layer.median {
                let x = SVGText.number(axis.place(of: median, from: area.x, to: frame.right))
                let height = SVGText.number(GradientHistogram.barHeight + 3)
                canvas.path("M\(x),\(SVGText.number(base))v-\(height)", "median")
            } else {
                let text = layer.zeroCount == layer.count ? "all zero" : "no number to show"
                canvas.text(text, x: area.x + area.width / 2, y: middle, "muted middle")
            }
            guard index + 1 < layers.count else { continue }
            canvas.path(
                "M\(SVGText.number(area.x)),\(SVGText.number(base))h\(SVGText.number(area.width))", "axis")
        }
        return canvas.svg(
            Caption(title: title, description: description), height: frame.end, appearance: appearance)
    }

    private func drawBars(
        _ shares: [Double], largest: Double, _ bins: GradientBins, base: Double, in area: Rectangle,
        on canvas: inout PlotCanvas
    ) {
        var data = ""
        for (bin, share) in shares.enumerated() where share > 0 {
            // What is there can be seen, however small its share.
            let height = max(share / largest * GradientHistogram.barHeight, 1)
            let left = area.x + area.width * bins.start(of: bin)
            let right = area.x + area.width * bins.start(of: bin + 1)
            data += "M\(SVGText.number(left + 0.4)),\(SVGText.number(base))v-\(SVGText.number(height))"
            data += "H\(SVGText.number(right - 0.4))V\(SVGText.number(base))z"
        }
        canvas.path(data, "s0f")
    }
}

/// Bars of equal width over a logarithmic axis.
struct GradientBins {
    private let axis: Axis
    let count: Int

    /// Makes bars that are some 10 units wide.
    init(_ axis: Axis, width: Double) {
        self.axis = axis
        count = max(8, Int(width / 10))
    }

    /// Where a bar begins, as a share of the axis.
    func start(of bin: Int) -> Double { Double(bin) / Double(count) }

    /// The share of all gradients of a layer that are in each bar.
    func shares(_ layer: GradientHistogram.Layer) -> [Double] {
        var shares = [Double](repeating: 0, count: count)
        for size in layer.sizes {
            let place = axis.scale.fraction(of: size, between: axis.lower, and: axis.upper)
            shares[min(max(Int(place * Double(count)), 0), count - 1)] += 1 / Double(layer.count)
        }
        return shares
    }
}
