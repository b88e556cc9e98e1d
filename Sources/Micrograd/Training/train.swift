internal import MicrogradSupport

/// Trains a model on data: shuffles them, and makes a step of the optimizer for each batch.
///
///     let optimizer = Adam(model.parameters, learningRate: 0.01)
///     let history = train(model, on: data, loss: .crossEntropy, optimizer: optimizer, epochs: 20)
///
/// A step takes the mean loss of the examples of a batch, plus the penalty. Each example is recorded, swept and
/// forgotten by itself, so memory does not grow with batches or epochs. The model is in training while it learns,
/// and in evaluation afterwards (see `ModuleMode`).
///
/// - Parameters:
///   - model: What is trained, in place: its parameters change.
///   - data: The examples to learn from, at least one.
///   - validation: Examples to measure it by after each epoch, at least one; nil by default.
///   - loss: That of one example.
///   - optimizer: One of the model's parameters, or of some of them.
///   - epochs: How many times all examples are seen, at least 0, those before `firstEpoch` included.
///   - firstEpoch: Where a training that was saved goes on: its order and schedule are then those of the whole.
///     0 by default.
///   - batchSize: How many examples make a step; fewer in the last of an epoch. 32 by default.
///   - schedule: The learning rate of each epoch; by default that of the optimizer stays.
///   - penalty: A function of the model's parameters to add to the loss of each step, such as `l2Penalty`.
///   - maximumGradientNorm: Longer gradients are cut to this length (see `clipGradients`); not by default.
///   - patience: After how many epochs without a smaller loss to stop; the loss on the validation data if there
///     are any. However the training ends, the model then has the parameters of the best epoch. Never by default.
///   - seed: That of the stream that shuffles; nil to keep the order.
///   - progress: What to say while it works.
///   - afterEpoch: Called after each epoch, to save, print or stop.
/// - Returns: The loss and accuracy of each epoch, and why it ended. It ends early if its task is cancelled.
@discardableResult
public func train<Failure: Error>(
    _ model: some Model, on data: Dataset, validation: Dataset? = nil, loss: Loss, optimizer: any Optimizer,
    epochs: Int, from firstEpoch: Int = 0, batchSize: Int = 32, schedule: LearningRateSchedule? = nil,
    penalty: ((_ parameters: [Value]) -> Value)? = nil, maximumGradientNorm: Double? = nil,
    patience: Int? = nil, shuffledBy seed: Int? = 0, progress: TrainingProgress = .automatic,
    afterEpoch: (TrainingEpoch) throws(Failure) -> TrainingDecision
) throws(Failure) -> TrainingHistory {
    guard data.count > 0 else { trap("`train` was given no data: it needs at least one example.") }
    guard epochs >= 0, batchSize > 0 else {
        trap(
            "`train` needs 0 or more epochs and a batch size of at least 1 (got \(epochs) and \(batchSize)).")
    }
    guard validation?.isEmpty != true else {
        trap("`train` was given empty validation data: give it nil, or at least one example.")
    }
    guard (0...epochs).contains(firstEpoch) else {
        trap("`train` starts at one of its \(epochs) epochs (got \(firstEpoch)).")
    }
    guard patience ?? 1 > 0 else { trap("`train` needs a patience of at least 1 (got \(patience ?? 0)).") }
    let parameters = model.parameters
    let own = Set(parameters.map(\.id))
    guard own.isEmpty || optimizer.parameters.contains(where: { own.contains($0.id) }) else {
        trap(
            "The optimizer given to `train` has none of the model's parameters: make it with those of this model."
        )
    }
    var training = Training(
        model: model, parameters: parameters, zeroed: (parameters + optimizer.parameters).distinct,
        data: data,
        loss: loss, optimizer: optimizer, batchSize: batchSize, penalty: penalty,
        maximumGradientNorm: maximumGradientNorm,
        random: seed.map { RandomStream(seed: $0) }, order: Array(0..<data.count))
    var history = TrainingHistory()
    var best = BestEpoch()
    var reporter = ProgressReporter(progress, epochs: epochs, from: firstEpoch)
    defer {
        reporter.hide()
        model.setMode(.evaluation)
        if patience != nil { best.restore(training.parameters) }
    }
    training.skip(firstEpoch)
    for number in firstEpoch..<epochs {
        if let schedule { optimizer.learningRate = schedule(number) }
        model.setMode(.training)
        let outcome = training.makeEpoch { done in
            reporter.update(done: Double(number) + done, last: history.epochs.last)
        }
        if let end = outcome.end {
            if end == .diverged {
                reporter.warn(
                    "training ended in epoch \(number + 1): the loss became NaN or infinite; try a smaller learning rate"
                )
            }
            history.end = end
            return history
        }
        let epoch = TrainingEpoch(
            number: number, loss: outcome.loss, accuracy: outcome.accuracy,
            validation: validation.map { evaluate(model, on: $0, loss: loss) },
            learningRate: optimizer.learningRate)
        history.epochs.append(epoch)
        if patience != nil { best.note(epoch, training.parameters) }
        reporter.finish(epoch)
        reporter.hide()
        if try afterEpoch(epoch) == .stop {
            history.end = .stopped
            return history
        }
        if let patience, number - best.number >= patience {
            history.end = .earlyStop
            return history
        }
    }
    return history
}

/// The same without a function to call after each epoch.
@discardableResult
public func train(
    _ model: some Model, on data: Dataset, validation: Dataset? = nil, loss: Loss, optimizer: any Optimizer,
    epochs: Int, from firstEpoch: Int = 0, batchSize: Int = 32, schedule: LearningRateSchedule? = nil,
    penalty: ((_ parameters: [Value]) -> Value)? = nil, maximumGradientNorm: Double? = nil,
    patience: Int? = nil, shuffledBy seed: Int? = 0, progress: TrainingProgress = .automatic
) -> TrainingHistory {
    train(
        model, on: data, validation: validation, loss: loss, optimizer: optimizer, epochs: epochs,
        from: firstEpoch, batchSize: batchSize, schedule: schedule, penalty: penalty,
        maximumGradientNorm: maximumGradientNorm, patience: patience, shuffledBy: seed, progress: progress,
        afterEpoch: { _ in .goOn })
}

/// Measures a model by data that it does not learn from; it is in evaluation afterwards (see `ModuleMode`).
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
            tally.add(loss(outputs, data.targets[index]).data, loss.isRight(outputs, data.targets[index]))
        }
    }
    return Evaluation(loss: tally.meanLoss, accuracy: tally.accuracy)
}
