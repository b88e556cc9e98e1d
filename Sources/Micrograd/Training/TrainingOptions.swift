/// How `train` works, where it should not be as usual.
///
///     var options = TrainingOptions(batchSize: 16, patience: 5)
///     options.schedule = .cosine(from: 0.01, over: 20)
public struct TrainingOptions {
    /// How many examples make a step, at least 1; fewer in the last of an epoch. 32 by default.
    public var batchSize: Int
    /// The learning rate of each epoch; nil, as by default, for that of the optimizer.
    public var schedule: LearningRateSchedule?
    /// A function of the model's parameters to add to the loss of each step, such as `l2Penalty`; none by default.
    public var penalty: ((_ parameters: [Value]) -> Value)?
    /// Longer gradients are cut to this length (see `clipGradients`); nil, as by default, for none.
    public var maximumGradientNorm: Double?
    /// After how many epochs without a smaller loss to stop, at least 1; nil, as by default, for never.
    ///
    /// The loss is that of the validation data. Without any it is that of the training data, measured after each epoch
    /// in evaluation and without penalty, which takes the time of a forward pass. However the training ends, the model
    /// then has the parameters of the epoch with the smallest loss, which `TrainingHistory.best` names.
    public var patience: Int?
    /// The seed of the stream that shuffles before each epoch, 0 by default; nil keeps the order of the data.
    public var shuffleSeed: Int?
    /// Where a training that was saved goes on: its order and schedule are then those of the whole. 0 by default.
    public var firstEpoch: Int
    /// What to say while it works; nothing by default.
    public var progress: TrainingProgress

    /// Makes options, of which each has a default.
    public init(
        batchSize: Int = 32, schedule: LearningRateSchedule? = nil,
        penalty: ((_ parameters: [Value]) -> Value)? = nil, maximumGradientNorm: Double? = nil,
        patience: Int? = nil, shuffleSeed: Int? = 0, firstEpoch: Int = 0, progress: TrainingProgress = .silent
    ) {
        self.batchSize = batchSize
        self.schedule = schedule
        self.penalty = penalty
        self.maximumGradientNorm = maximumGradientNorm
        self.patience = patience
        self.shuffleSeed = shuffleSeed
        self.firstEpoch = firstEpoch
        self.progress = progress
    }
}
