public import Micrograd
internal import MicrogradSupport

/// The loss of each step of a training, as a line.
///
///     var losses: [Double] = []   // one more each step
///     try LossCurve(losses).write(to: "loss.svg")
///
/// Where a part of the training would lie flat at the bottom of the picture, because the loss starts so much higher,
/// the axis of the loss is logarithmic; a few numbers far away from all others are left to its edge. Numbers that
/// have no place on an axis, such as nan, leave a gap in the line. The picture says how many of both there are.
public struct LossCurve: Plot {
    let series: [Series]
    let scale: AxisScale?
    let title: PlotTitle
    let xTitle: String
    let yTitle: String

    /// Makes the curve of one training.
    ///
    /// - Precondition: At least one number.
    public init(
        _ losses: [Double], scale: AxisScale? = nil, title: String? = nil, xTitle: String = "step",
        yTitle: String = "loss"
    ) {
        self.init([Series("", losses)], scale: scale, title: title, xTitle: xTitle, yTitle: yTitle)
    }

    /// Makes a plot of several curves, such as those of training and validation.
    ///
    /// - Parameters:
    ///   - series: The curves; a name stands at the end of each.
    ///   - scale: How the axis of the loss measures, with every number on it that it can show; by default what
    ///     the losses need.
    ///   - title: What stands above the plot; by default what it shows, as `Loss by step`.
    ///   - xTitle: What the numbers of a curve are counted by, such as `epoch`.
    ///   - yTitle: What they are.
    /// - Precondition: At least one number.
    public init(
        _ series: [Series], scale: AxisScale? = nil, title: String? = nil, xTitle: String = "step",
        yTitle: String = "loss"
    ) {
        guard series.contains(where: { !$0.points.isEmpty }) else {
            trap("A loss curve needs at least one number (got none): make it after a step of the training.")
        }
        self.series = series
        self.scale = scale
        let names = series.count <= 3 ? series.map(\.name).filter { !$0.isEmpty } : []
        let list = names.isEmpty ? "" : ": " + Wording.list(names, limit: 3)
        self.title = PlotTitle(title, usual: PlotTitle.usual(yTitle, by: [xTitle]) + list)
        self.xTitle = xTitle
        self.yTitle = yTitle
    }

    /// Makes the curves of a training over its epochs: that of its data, and of validation data if there are any.
    ///
    /// - Precondition: At least one epoch.
    public init(_ history: TrainingHistory, scale: AxisScale? = nil, title: String? = nil) {
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
}
