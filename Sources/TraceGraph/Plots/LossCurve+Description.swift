extension LossCurve {
    /// What a curve does, in words.
    func sentence(_ series: Series, _ scale: AxisScale) -> String {
        let name = series.name.isEmpty ? yTitle : series.name
        let points = series.points(.linear, scale)
        guard let first = points.first, let last = points.last, let least = points.min(by: { $0.y < $1.y })
        else {
            return "\(name) has no number to show"
        }
        func text(_ point: Series.Point) -> String {
            "\(point.y.significant(3)) at \(xTitle) \(point.x.significant(7))"
        }
        guard points.count > 1 else { return "\(name) is \(text(first))" }
        let verb = last.y < first.y ? "falls" : last.y > first.y ? "rises" : "goes"
        let low = least.y < min(first.y, last.y) ? ", and is lowest with \(text(least))" : ""
        return "\(name) \(verb) from \(text(first)) to \(text(last))\(low)"
    }

    /// How many numbers have no place on the axis, and why.
    func missing(_ series: Series, _ scale: AxisScale) -> String? {
        let count = series.points.count { !scale.shows($0.y) }
        guard count > 0 else { return nil }
        let reason = scale == .linear ? "nan or infinite" : "nan, infinite or not above 0"
        return share(count, of: series) + "\(reason), and left out"
    }

    /// How many numbers are beyond an end of the axis, and how far they go.
    func outside(_ series: Series, _ y: Axis, isAbove: Bool) -> String? {
        let points = series.points(.linear, y.scale).filter { isAbove ? $0.y > y.upper : $0.y < y.lower }
        guard let farthest = isAbove ? points.max(by: { $0.y < $1.y }) : points.min(by: { $0.y < $1.y })
        else { return nil }
        return share(points.count, of: series)
            + (isAbove ? "above the axis, up to " : "below the axis, down to ")
            + "\(farthest.y.shown(3)) at \(xTitle) \(farthest.x.shown(7))"
    }

    /// `training: 2 of 100 numbers are `.
    private func share(_ count: Int, of series: Series) -> String {
        let name = PlotText.fitted(series.name, in: 120)
        return
            "\(name.isEmpty ? "" : "\(name): ")\(count) of \(Wording.count(series.points.count, "number")) "
            + "\(count == 1 ? "is" : "are") "
    }
}
