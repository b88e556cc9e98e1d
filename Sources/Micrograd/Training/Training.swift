internal import MicrogradSupport

/// A training under way.
struct Training<M: Model> {
    let model: M
    let parameters: [Value]
    /// Those of the model and of the optimizer, which may have others: what is zeroed, kept and restored.
    let allParameters: [Value]
    let data: Dataset
    let loss: Loss
    let optimizer: any Optimizer
    let options: TrainingOptions
    private var random: RandomStream?
    /// The examples in the order of the epoch.
    private var order: [Int]

    init(_ model: M, on data: Dataset, loss: Loss, optimizer: any Optimizer, options: TrainingOptions) {
        self.model = model
        parameters = model.parameters
        allParameters = (parameters + optimizer.parameters).distinct
        self.data = data
        self.loss = loss
        self.optimizer = optimizer
        self.options = options
        random = options.shuffleSeed.map { RandomStream(seed: $0) }
        order = Array(0..<data.count)
        // Draws the order of epochs that were made before.
        for _ in 0..<options.firstEpoch { random?.shuffle(&order) }
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
            let batch = order[start...].prefix(options.batchSize)
            for parameter in allParameters { parameter.zeroGrad() }
            let before = tally.loss
            for example in batch { learn(example, share: 1 / Double(batch.count), &tally) }
            let addition = sweepPenalty()
            guard (tally.loss - before + addition).isFinite, makeStep() else {
                return Outcome(end: .diverged)
            }
            penalties += addition
            steps += 1
            start = batch.endIndex
            report(Double(start) / Double(order.count))
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
            tally.add(loss.data, self.loss.isCorrect(outputs, target))
        }
    }

    private func sweepPenalty() -> Double {
        guard let penalty = options.penalty else { return 0 }
        return withTape {
            let penalty = penalty(parameters)
            penalty.backward()
            return penalty.data
        }
    }

    /// Makes the step of a batch; returns false, and leaves the parameters and a `ResumableOptimizer` as they were, where
    /// something in it becomes NaN or infinite.
    private func makeStep() -> Bool {
        let parameters = optimizer.parameters
        guard parameters.lazy.map(\.grad).areFinite else { return false }
        let before = parameters.map(\.data)
        let resumable = optimizer as? any ResumableOptimizer
        let stateBefore = resumable?.state
        if let limit = options.maximumGradientNorm { clipGradients(of: parameters, toNorm: limit) }
        optimizer.step()
        // A list that was not finite before says nothing of this step.
        let keepsFinite =
            resumable?.state.lists.allSatisfy { name, list in
                list.areFinite || stateBefore?.lists[name]?.areFinite == false
            } ?? true
        guard parameters.lazy.map(\.data).areFinite, keepsFinite else {
            for (parameter, data) in zip(parameters, before) { parameter.data = data }
            if let resumable, let stateBefore { resumable.takeBack(to: stateBefore) }
            return false
        }
        return true
    }
}

extension ResumableOptimizer {
    fileprivate func takeBack(to state: OptimizerState) {
        do throws(OptimizerState.Mismatch) {
            try restore(state)
        } catch {
            trap(
                "The optimizer '\(type(of: self))' refused its own state, when `train` took a step back: \(error). Let its `restore` take what its `state` gives."
            )
        }
    }
}

extension Sequence<Double> {
    /// Whether no number is NaN or infinite, of which 0 times is not 0.
    fileprivate var areFinite: Bool { reduce(0) { $0 + 0 * $1 } == 0 }
}
