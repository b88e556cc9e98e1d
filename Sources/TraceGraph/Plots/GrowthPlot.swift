internal import Micrograd
internal import MicrogradSupport

/// How something grows, such as time with size: points and lines over two logarithmic axes.
///
/// There `y = c·xᵏ` is a straight line of slope k, whatever c is: time that doubles with the size has slope 1.
///
///     let times = Series("build", points: [(1_000, 2.9e-6), (10_000, 2.8e-5), (100_000, 2.9e-4)])
///     try GrowthPlot([times], slopes: [1], xTitle: "values", yTitle: "seconds").write(to: "growth.svg")
public struct GrowthPlot: Plot {
    let series: [Series]
    let slopes: [Double]
    let title: PlotTitle
    let xTitle: String
    let yTitle: String

    /// Makes a plot.
    ///
    /// - Parameters:
    ///   - series: Points in their order. Numbers of 0 and below have no place and are left out.
    ///   - slopes: A dashed line for each, just below all points, to compare with.
    ///   - title: What stands above the plot; by default what it shows, as `Seconds by size`.
    ///   - xTitle: What the first number of a point is.
    ///   - yTitle: What the second is, with its unit.
    /// - Precondition: At least one point.
    public init(
        _ series: [Series], slopes: [Double] = [], title: String? = nil, xTitle: String = "size",
        yTitle: String = "seconds"
    ) {
        guard series.contains(where: { !$0.points.isEmpty }) else {
            trap("A growth plot needs at least one point (got none): give it a series with points.")
        }
        guard slopes.allSatisfy(\.isFinite) else {
            trap("The slopes of a growth plot are finite numbers (got \(slopes)).")
        }
        self.series = series
        self.slopes = slopes
        self.title = PlotTitle(title, usual: PlotTitle.usual(yTitle, by: [xTitle]))
        self.xTitle = xTitle
        self.yTitle = yTitle
    }

    /// Draws the points, their lines and the slopes to compare with.
    public func svg(appearance: Appearance) -> String {
        let points = series.flatMap { $0.points(.logarithmic, .logarithmic) }
        let x = Axis(xTitle, .logarithmic, over: points.map(\.x))
        let y = Axis(yTitle, .logarithmic, over: points.map(\.y))
        let missing = series.flatMap(\.points).count - points.count
        let notes =
            missing == 0
            ? []
            : [
                "\(Wording.count(missing, "point")) \(missing == 1 ? "has" : "have") a number that is nan, "
                    + "infinite or not above 0, and \(missing == 1 ? "is" : "are") left out"
            ]
        let description = (series.map(sentence) + notes).joined(separator: ". ") + "."
        guard !points.isEmpty else {
            return PlotCanvas.emptyPlot(
                title, description, notes: notes, message: "no point with two numbers above 0 to show",
                appearance)
        }
        return LineChart(
            title: title, description: description, notes: notes, x: x, y: y, series: series, hasDots: true,
            references: slopes.compactMap { reference(slope: $0, below: points, x, y) }
        ).svg(appearance)
    }

    private func sentence(_ series: Series) -> String {
        let points = series.points(.logarithmic, .logarithmic)
        guard let first = points.first, let last = points.last else {
            return "\(series.name) has no point to show"
        }
        func text(_ point: Series.Point) -> String {
            "\(point.y.significant(3)) at \(xTitle) \(point.x.significant(7))"
        }
        guard points.count > 1 else { return "\(series.name) is \(text(first))" }
        let slope = GrowthPlot.slope(points).map { ", with slope \($0.significant(3))" } ?? ""
        return "\(series.name) goes from \(text(first)) to \(text(last))\(slope)"
    }

    /// The slope of log y over log x by least squares; nil where all x are one.
    static func slope(_ points: [Series.Point]) -> Double? {
        let logs = points.map { (x: AxisScale.exponent(of: $0.x), y: AxisScale.exponent(of: $0.y)) }
        let count = Double(points.count)
        let meanX = logs.map(\.x).reduce(0, +) / count
        let meanY = logs.map(\.y).reduce(0, +) / count
        let squares = logs.map { ($0.x - meanX) * ($0.x - meanX) }.reduce(0, +)
        guard squares > 0 else { return nil }
        return logs.map { ($0.x - meanX) * ($0.y - meanY) }.reduce(0, +) / squares
    }

    /// The line of a slope that would touch the points from below, were it higher by a twentieth of the axis.
    private func reference(
        slope: Double, below points: [Series.Point], _ x: Axis, _ y: Axis
    ) -> LineChart.Reference? {
        let (left, right) = (AxisScale.exponent(of: x.lower), AxisScale.exponent(of: x.upper))
        let (bottom, top) = (AxisScale.exponent(of: y.lower), AxisScale.exponent(of: y.upper))
        let offsets = points.map { AxisScale.exponent(of: $0.y) - slope * AxisScale.exponent(of: $0.x) }
        guard let offset = offsets.min().map({ $0 - 0.05 * (top - bottom) }) else { return nil }
        var (start, end) = (left, right)
        if slope != 0 {
            let crossings = [(bottom - offset) / slope, (top - offset) / slope].sorted()
            start = max(start, crossings[0])
            end = min(end, crossings[1])
        }
        guard start < end, slope != 0 || offset >= bottom else { return nil }
        func point(_ place: Double) -> Series.Point {
            // Inside the axes, whatever the powers round to.
            .init(
                x: min(max(AxisScale.power(place), x.lower), x.upper),
                y: min(max(AxisScale.power(slope * place + offset), y.lower), y.upper))
        }
        return .init(
            name: "slope \(slope.shown(3))", start: point(start), end: point(end))
    }
}
