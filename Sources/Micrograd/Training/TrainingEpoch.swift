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
    /// What the model makes of the training data after the epoch; measured with patience and without validation data.
    public var training: Evaluation?
    /// That of the epoch's steps.
    public var learningRate: Double

    /// The loss by which epochs are compared: after the epoch on the validation data, or else on the training data,
    /// or else `loss`.
    public var measuredLoss: Double { validation?.loss ?? training?.loss ?? loss }

    package init(
        number: Int, loss: Double, accuracy: Double?, validation: Evaluation?, training: Evaluation? = nil,
        learningRate: Double
    ) {
        self.number = number
        self.loss = loss
        self.accuracy = accuracy
        self.validation = validation
        self.training = training
        self.learningRate = learningRate
    }
}
