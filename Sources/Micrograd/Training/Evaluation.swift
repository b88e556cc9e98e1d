internal import MicrogradSupport

/// What a model makes of data while it does not learn from them.
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

/// Measures a model by data, without learning from them; it is in evaluation afterwards (see `ModuleMode`).
///
/// - Parameters:
///   - data: At least one example.
///   - loss: That of one example.
public func evaluate(_ model: some Model, on data: Dataset, loss: Loss) -> Evaluation {
    guard data.count > 0 else { trap("`evaluate` was given no data: it needs at least one example.") }
    model.setMode(.evaluation)
    var tally = Tally()
    for index in 0..<data.count {
        withTape {
            let outputs = model(data.inputs[index])
            tally.add(loss(outputs, data.targets[index]).data, loss.isCorrect(outputs, data.targets[index]))
        }
    }
    return Evaluation(loss: tally.meanLoss, accuracy: tally.accuracy)
}
