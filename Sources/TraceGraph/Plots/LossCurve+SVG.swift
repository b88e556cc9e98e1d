extension LossCurve {
    /// Draws the curves, each with its name and last number at its end.
    public func svg(appearance: Appearance) -> String {
        let axis = LossAxis(series.map { $0.points.filter { $0.x.isFinite }.map(\.y) }, scale)
        let isLogarithmic = axis.scale == .logarithmic
        let sentences = series.map { sentence($0, axis.scale) }
        let scaleSentence = isLogarithmic && !axis.ends.isEmpty ? ["The axis is logarithmic"] : []
        func text(_ notes: [String]) -> String {
            (sentences + scaleSentence + notes).joined(separator: ". ") + "."
        }
        guard !axis.ends.isEmpty else {
            let notes = series.compactMap { missing($0, axis.scale) }
            let kind = isLogarithmic ? "finite \(yTitle) above 0" : "finite \(yTitle)"
            return PlotCanvas.emptyPlot(
                title, text(notes), notes: notes, message: "no \(kind) to show", appearance)
        }
        let y = Axis(isLogarithmic ? "\(yTitle), logarithmic" : yTitle, axis.scale, over: axis.ends)
        let notes = series.flatMap { series in
            [
                missing(series, axis.scale), outside(series, y, isAbove: true),
                outside(series, y, isAbove: false),
            ]
            .compactMap { $0 }
        }
        return LineChart(
            title: title, description: text(notes), notes: notes, x: stepAxis, y: y, series: series,
            showsLast: true
        ).svg(appearance)
    }

    private var stepAxis: Axis {
        var steps = series.flatMap { $0.points.map(\.x) }
        // A single step stands in the middle.
        if let first = steps.min(), first == steps.max() { steps = [first - 0.5, first + 0.5] }
        return Axis(xTitle, over: steps, ends: .exact, isWhole: true)
    }
}
