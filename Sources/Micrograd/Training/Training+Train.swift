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
///   - epochs: How many times all examples are seen, at least 0, those before `options.firstEpoch` included.
///   - options: Size of batches, schedule, penalty, patience and more, each with a default.
///   - afterEpoch: Called after each epoch, to save, print or stop.
/// - Returns: The loss and accuracy of each epoch, and why it ended. It ends early if its task is cancelled.
@discardableResult
public func train<Failure: Error>(
    _ model: some Model, on data: Dataset, validation: Dataset? = nil, loss: Loss, optimizer: any Optimizer,
    epochs: Int, options: TrainingOptions = TrainingOptions(),
    afterEpoch: (TrainingEpoch) throws(Failure) -> TrainingDecision
) throws(Failure) -> TrainingHistory {
    check(data, validation, epochs: epochs, options)
    var training = Training(model, on: data, loss: loss, optimizer: optimizer, options: options)
    training.checkOptimizer()
    var history = TrainingHistory()
    var best = BestEpoch(from: options.firstEpoch)
    var reporter = ProgressReporter(options.progress, epochs: epochs, from: options.firstEpoch)
    defer {
        reporter.hide()
        model.setMode(.evaluation)
        if options.patience != nil { best.restore(training.allParameters) }
    }
    for number in options.firstEpoch..<epochs {
        if let schedule = options.schedule { optimizer.learningRate = schedule(number) }
        model.setMode(.training)
        let outcome = training.makeEpoch { done in
            reporter.update(done: Double(number) + done, last: history.epochs.last)
        }
        if let end = outcome.end {
            if end == .diverged {
                reporter.warn(
                    "training ended in epoch \(number + 1): its numbers became NaN or infinite; try a smaller learning rate"
                )
            }
            history.end = end
            return history
        }
        // The loss of an epoch is measured while its steps are made: it is that of no parameters that could be kept.
        let isMeasuredAgain = options.patience != nil && validation == nil
        let epoch = TrainingEpoch(
            number: number, loss: outcome.loss, accuracy: outcome.accuracy,
            validation: validation.map { evaluate(model, on: $0, loss: loss) },
            training: isMeasuredAgain ? evaluate(model, on: data, loss: loss) : nil,
            learningRate: optimizer.learningRate)
        history.epochs.append(epoch)
        if options.patience != nil { best.note(epoch, training.allParameters) }
        reporter.finish(epoch)
        reporter.hide()
        if try afterEpoch(epoch) == .stop {
            history.end = .stopped
            return history
        }
        if let patience = options.patience, number - best.number >= patience {
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
    epochs: Int, options: TrainingOptions = TrainingOptions()
) -> TrainingHistory {
    train(
        model, on: data, validation: validation, loss: loss, optimizer: optimizer, epochs: epochs,
        options: options, afterEpoch: { _ in .goOn })
}

private func check(_ data: Dataset, _ validation: Dataset?, epochs: Int, _ options: TrainingOptions) {
    guard data.count > 0 else { trap("`train` was given no data: it needs at least one example.") }
    guard epochs >= 0, options.batchSize > 0 else {
        trap(
            "`train` needs 0 or more epochs and a batch size of at least 1 (got \(epochs) and \(options.batchSize))."
        )
    }
    guard validation?.isEmpty != true else {
        trap("`train` was given empty validation data: give it nil, or at least one example.")
    }
    guard (0...epochs).contains(options.firstEpoch) else {
        trap("`train` starts at one of its \(epochs) epochs (got \(options.firstEpoch)).")
    }
    guard options.patience ?? 1 > 0 else {
        trap("`train` needs a patience of at least 1 (got \(options.patience ?? 0)).")
    }
}

extension Training {
    fileprivate func checkOptimizer() {
        let own = Set(parameters.map(\.id))
        guard own.isEmpty || optimizer.parameters.contains(where: { own.contains($0.id) }) else {
            trap(
                "The optimizer given to `train` has none of the model's parameters: make it with those of this model."
            )
        }
    }
}
