/// What `train` did, epoch by epoch.
public struct TrainingHistory: Equatable, Sendable {
    /// Those that were completed, from the first.
    public var epochs: [TrainingEpoch] = []
    /// Why it ended.
    public var end = TrainingEnd.completed

    package init() {}

    /// The epoch of the smallest `measuredLoss`; nil where none is finite.
    ///
    /// With patience the model has the parameters of this epoch, and that loss is theirs.
    public var best: TrainingEpoch? {
        epochs.filter(\.measuredLoss.isFinite).min { $0.measuredLoss < $1.measuredLoss }
    }

    /// The loss of each epoch on the training data.
    public var losses: [Double] { epochs.map(\.loss) }

    /// The loss of each epoch on the validation data; empty where there are none.
    public var validationLosses: [Double] { epochs.compactMap { $0.validation?.loss } }
}

/// Why a training ended.
public enum TrainingEnd: Equatable, Sendable {
    /// All epochs were made.
    case completed
    /// The loss had not become smaller for as many epochs as `patience`.
    case earlyStop
    /// `afterEpoch` returned `.stop`.
    case stopped
    /// The task that it ran in was cancelled; the last, incomplete epoch is not in the history.
    case cancelled
    /// The loss of a batch, a gradient, or after the step a parameter or a number that a `ResumableOptimizer` keeps
    /// became NaN or infinite: try a smaller learning rate. The parameters are as before this step, and so is a
    /// `ResumableOptimizer`; what another optimizer keeps is as the step left it.
    case diverged
}

/// Whether a training goes on.
public enum TrainingDecision: Sendable {
    case goOn, stop
}
