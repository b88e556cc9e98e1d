/// What `train` did, epoch by epoch.
public struct TrainingHistory: Equatable, Sendable {
    /// Those that were completed, from the first.
    public var epochs: [TrainingEpoch] = []
    /// Why it ended.
    public var end = TrainingEnd.completed

    package init() {}

    /// The epoch of the smallest loss, on the validation data if there were any; nil where there is none.
    public var best: TrainingEpoch? {
        epochs.filter { !$0.measuredLoss.isNaN }.min { $0.measuredLoss < $1.measuredLoss }
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
    /// The loss of a batch became NaN or infinite, and the step was not made: try a smaller learning rate.
    case diverged
}

/// One pass over the training data.
public struct TrainingEpoch: Equatable, Sendable {
    /// From 0.
    public var number: Int
    /// The mean over the examples, each before the step that it took part in, and the mean of the penalties.
    public var loss: Double
    /// The share of right answers among them, from 0 to 1; nil where the loss is not one of classes.
    public var accuracy: Double?
    /// What the model makes of the validation data after the epoch; nil where there are none.
    public var validation: Evaluation?
    /// That of the epoch's steps.
    public var learningRate: Double

    /// That on the validation data, if there are any.
    var measuredLoss: Double { validation?.loss ?? loss }

    package init(
        number: Int, loss: Double, accuracy: Double?, validation: Evaluation?, learningRate: Double
    ) {
        self.number = number
        self.loss = loss
        self.accuracy = accuracy
        self.validation = validation
        self.learningRate = learningRate
    }
}

/// Whether a training goes on.
public enum TrainingDecision: Sendable {
    case goOn, stop
}

/// What a model makes of data that it does not learn from.
public struct Evaluation: Equatable, Sendable {
    /// The mean over the examples.
    public var loss: Double
    /// The share of right answers, from 0 to 1; nil where the loss is not one of classes.
    public var accuracy: Double?

    package init(loss: Double, accuracy: Double?) {
        self.loss = loss
        self.accuracy = accuracy
    }
}
