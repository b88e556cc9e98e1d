/// A training under way.
struct Training<M: Model> {
    let model: M
    let parameters: [Value]
    /// Those of the model and of the optimizer, which may have others: gradients are removed of both.
    let zeroed: [Value]
    let data: Dataset
    let loss: Loss
    let optimizer: any Optimizer
    let batchSize: Int
    let penalty: ((_ parameters: [Value]) -> Value)?
    let maximumGradientNorm: Double?
    var random: RandomStream?
    /// The examples in the order of the epoch.
    var order: [Int]

    /// Draws the order of epochs that were made before.
    mutating func skip(_ epochCount: Int) {
        for _ in 0..<epochCount { random?.shuffle(&order) }
    }

    /// What became of an epoch.
    struct Outcome {
        /// The mean of examples and penalties.
        var loss = 0.0
        var accuracy: Double?
        /// Why it was not completed; nil if it was.
        var end: TrainingEnd?
    }

    /// Sees all examples once.
    ///
    /// - Parameter report: Called after each batch with the share of the epoch that is done.
    mutating func makeEpoch(_ report: (_ done: Double) -> Void) -> Outcome {
        random?.shuffle(&order)
        var tally = Tally()
        var penalties = 0.0
        var steps = 0.0
        var start = 0
        while start < order.count {
            guard !Task.isCancelled else { return Outcome(end: .cancelled) }
            let batch = order[start..<min(start + batchSize, order.count)]
            for parameter in zeroed { parameter.zeroGrad() }
            let before = tally.loss
            for example in batch { learn(example, share: 1 / Double(batch.count), &tally) }
            let addition = sweepPenalty()
            guard (tally.loss - before + addition).isFinite else { return Outcome(end: .diverged) }
            if let maximumGradientNorm {
                _ = clipGradients(of: optimizer.parameters, toNorm: maximumGradientNorm)
            }
            optimizer.step()
            penalties += addition
            steps += 1
            start += batchSize
            report(Double(min(start, order.count)) / Double(order.count))
        }
        return Outcome(loss: tally.meanLoss + penalties / steps, accuracy: tally.accuracy)
    }

    /// Adds the gradients of an example to those of its batch.
    private func learn(_ example: Int, share: Double, _ tally: inout Tally) {
        withTape {
            let outputs = model(data.inputs[example])
            let target = data.targets[example]
            let loss = loss(outputs, target)
            (loss * share).backward()
            tally.add(loss.data, self.loss.isRight(outputs, target))
        }
    }

    private func sweepPenalty() -> Double {
        guard let penalty else { return 0 }
        return withTape {
            let penalty = penalty(parameters)
            penalty.backward()
            return penalty.data
        }
    }
}

/// Losses and right answers, counted up.
struct Tally {
    private(set) var loss = 0.0
    private var count = 0
    private var right: Int?

    /// - Parameter isRight: nil where the loss is not one of classes.
    mutating func add(_ loss: Double, _ isRight: Bool?) {
        self.loss += loss
        count += 1
        if let isRight { right = (right ?? 0) + (isRight ? 1 : 0) }
    }

    var meanLoss: Double { loss / Double(count) }
    var accuracy: Double? { right.map { Double($0) / Double(count) } }
}

/// The parameters of the epoch of the smallest loss.
struct BestEpoch {
    private(set) var number = -1
    private var loss = Double.infinity
    private var data: [Double] = []

    mutating func note(_ epoch: TrainingEpoch, _ parameters: [Value]) {
        let loss = epoch.measuredLoss
        guard loss < self.loss || number < 0 else { return }
        // Nothing is smaller than NaN.
        self.loss = loss.isNaN ? .infinity : loss
        number = epoch.number
        data = parameters.map(\.data)
    }

    func restore(_ parameters: [Value]) {
        for (parameter, data) in zip(parameters, data) { parameter.data = data }
    }
}
