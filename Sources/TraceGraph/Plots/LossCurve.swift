public import Micrograd
internal import MicrogradSupport

/// The loss of each step of a training, as a line.
///
///     var losses: [Double] = []   // one more each step
///     try LossCurve(losses).write(to: "loss.svg")
///
/// On a logarithmic axis the end of a training, where the loss is small, is as visible as its start. Numbers that
/// have no place on an axis, such as nan, leave a gap in the line, and the picture says how many there are.
public struct LossCurve: Plot {
    let series: [Series]
    let scale: AxisScale
    let title: String
    let xTitle: String
    let yTitle: String

    /// Makes the curve of one training.
    ///
    /// - Precondition: At least one number.
    public init(
        _ losses: [Double], scale: AxisScale = .linear, title: String = "Loss", xTitle: String = "step",
        yTitle: String = "loss"
    ) {
        self.init([Series("", losses)], scale: scale, title: title, xTitle: xTitle, yTitle: yTitle)
    }

    /// Makes a plot of several curves, such as those of training and validation.
    ///
    /// - Parameters:
    ///   - series: The curves; a name stands at the end of each.
    ///   - scale: How the axis of the loss measures; linear by default.
    ///   - title: What stands above the plot.
    ///   - xTitle: What the numbers of a curve are counted by, such as `epoch`.
    ///   - yTitle: What they are.
    /// - Precondition: At least one number.
    public init(
        _ series: [Series], scale: AxisScale = .linear, title: String = "Loss", xTitle: String = "step",
        yTitle: String = "loss"
    ) {
        guard series.contains(where: { !$0.points.isEmpty }) else {
            trap("A loss curve needs at least one number (got none): make it after a step of the training.")
        }
        self.series = series
        self.scale = scale
        self.title = title
        self.xTitle = xTitle
        self.yTitle = yTitle
    }

    /// Makes the curves of a training over its epochs: that of its data, and of validation data if there are any.
    ///
    /// - Precondition: At least one epoch.
    public init(_ history: TrainingHistory, scale: AxisScale = .linear, title: String = "Loss") {
        let first = history.epochs.first?.number ?? 0
        let validation = history.validationLosses
        self.init(
            validation.isEmpty
                ? [Series("", history.losses, from: first)]
                : [
                    Series("training", history.losses, from: first),
                    Series("validation", validation, from: first),
                ], scale: scale, title: title, xTitle: "epoch")
    }

    /// Draws the curves, each with its name and last number at its end.
    public func svg(appearance: Appearance) -> String {
        let points = series.flatMap(\.points)
        var losses = points.map(\.y)
        // A loss that has come more than half of the way down to zero is shown with its zero.
        let shown = losses.filter(scale.shows)
        if scale == .linear, let least = shown.min(), let largest = shown.max(), least >= 0,
            least <= largest / 2
        {
            losses.append(0)
        }
        var steps = points.map(\.x)
        if let first = steps.min(), first == steps.max() { steps.append(first + 1) }
        let caption = Caption(
            title: title,
            description: (series.map(sentence) + series.compactMap { note($0, $0.name) }).joined(
                separator: ". ") + ".")
        let notes = series.compactMap { note($0, PlotCanvas.fitted($0.name, in: 120)) }
        return LineChart(
            caption: caption, notes: notes,
            x: Axis(xTitle, over: steps, ends: .exact, isWhole: true), y: Axis(yTitle, scale, over: losses),
            series: series, showsLast: true
        ).svg(appearance)
    }

    /// What a curve does, in words.
    private func sentence(_ series: Series) -> String {
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

    /// How many numbers are not in the picture, and why.
    private func note(_ series: Series, _ name: String) -> String? {
        let count = series.points.count { !scale.shows($0.y) }
        guard count > 0 else { return nil }
        let reason = scale == .linear ? "nan or infinite" : "nan, infinite or not above 0"
        return
            "\(name.isEmpty ? "" : "\(name): ")\(count) of \(Caption.count(series.points.count, "number")) "
            + "\(count == 1 ? "is" : "are") \(reason), and left out"
    }
}
