import Micrograd
import Testing

/// The parameters that a training with patience returns are those of the loss that it reports.
@Suite("With patience, the smallest loss is that of the parameters returned:")
struct BestEpochTests {
    private func bestLoss(
        _ model: some Model, on data: Dataset, rate: Double, epochs: Int = 60, options: TrainingOptions
    ) -> (history: TrainingHistory, ofParameters: Double) {
        let history = train(
            model, on: data, loss: .meanSquaredError, optimizer: SGD(model.parameters, learningRate: rate),
            epochs: epochs, options: options)
        return (history, evaluate(model, on: data, loss: .meanSquaredError).loss)
    }

    /// `y = w·x`, with one weight.
    private struct Scale: Model {
        let weight: Value

        func callAsFunction(_ inputs: Values) -> Values { weight * inputs }
    }

    @Test("one weight, whose steps go too far")
    func oneWeight() {
        withTape {
            let model = Scale(weight: Value(1.1))
            let data = Dataset(inputs: [[1]], targets: [[1]])
            // Each step doubles the distance: the loss is four times that of before.
            let (history, loss) = bestLoss(model, on: data, rate: 1.5, options: TrainingOptions(patience: 3))
            #expect(history.end == .earlyStop)
            #expect(history.epochs.count == 4)
            #expect(history.best?.number == 0)
            #expect(history.best?.measuredLoss == loss)
            #expect(abs(loss - 0.04) < 1e-12)
            // That of before the step, as ever.
            #expect(abs((history.epochs[0].loss) - 0.01) < 1e-12)
        }
    }

    @Test("a model whose optimizer has a parameter more")
    func foreignParameter() {
        struct Shifted: Model {
            let weight = Value(1.1)
            let shift: () -> Value

            func callAsFunction(_ inputs: Values) -> Values { weight * inputs + shift() }
        }
        withTape {
            let extra = Value(0.3)
            let model = Shifted(shift: { extra })
            let data = Dataset(inputs: [[1]], targets: [[0]])
            let history = train(
                model, on: data, loss: .meanSquaredError,
                optimizer: SGD(model.parameters + [extra], learningRate: 0.6), epochs: 20,
                options: TrainingOptions(patience: 2))
            #expect(history.epochs.count == 3)
            #expect(history.best?.measuredLoss == evaluate(model, on: data, loss: .meanSquaredError).loss)
        }
    }

    @Test("exclusive or in one batch")
    func exclusiveOr() {
        withTape {
            let model = MLP(2, [4, 1], activation: .tanh, seed: 1)
            let data = Dataset(
                inputs: [[0, 0], [0, 1], [1, 0], [1, 1]], targets: [[-1], [1], [1], [-1]])
            let (history, loss) = bestLoss(model, on: data, rate: 0.9, options: TrainingOptions(patience: 5))
            #expect(history.best?.measuredLoss == loss)
            #expect(loss == history.epochs.compactMap { $0.training?.loss }.min())
        }
    }

    @Test("several batches, with dropout and a penalty")
    func batches() {
        withTape {
            var random = RandomStream(seed: 1)
            let data = makeMoons(30, noise: 0.2, using: &random)
            let model = Sequential(
                Linear(2, 8, using: &random), Activation.tanh, Dropout(0.2, using: &random),
                Linear(8, 1, using: &random))
            let (history, loss) = bestLoss(
                model, on: data, rate: 0.5,
                options: TrainingOptions(
                    batchSize: 4, penalty: { l2Penalty($0, strength: 1e-3) }, patience: 60))
            #expect(history.best?.measuredLoss == loss)
            #expect(history.best?.number != 59)
        }
    }

    @Test("nothing is measured again without patience, or with validation data")
    func onlyWhereWanted() {
        withTape {
            let data = Dataset(inputs: [[1]], targets: [[1]])
            let model = Scale(weight: Value(1.1))
            let optimizer = SGD(model.parameters, learningRate: 0.1)
            let plain = train(model, on: data, loss: .meanSquaredError, optimizer: optimizer, epochs: 2)
            let validated = train(
                model, on: data, validation: data, loss: .meanSquaredError, optimizer: optimizer, epochs: 2,
                options: TrainingOptions(patience: 1))
            #expect((plain.epochs + validated.epochs).allSatisfy { $0.training == nil })
            #expect(plain.best?.measuredLoss == plain.losses[1])
        }
    }

    /// `√(w·x - 1)·0 + w`: where w·x is 1 the loss is finite and its gradient NaN.
    private struct Rooted: Model {
        let weight: Value

        func callAsFunction(_ inputs: Values) -> Values {
            Values(inputs.map { (weight * $0 - 1).sqrt() * 0 + weight })
        }
    }

    @Test("a gradient that is NaN makes no step")
    func notANumber() {
        withTape {
            let data = Dataset(inputs: [[1]], targets: [[0]])
            for options in [TrainingOptions(), TrainingOptions(maximumGradientNorm: 1, patience: 2)] {
                let model = Rooted(weight: Value(1))
                let (history, loss) = bestLoss(model, on: data, rate: 0.1, options: options)
                #expect(history.end == .diverged)
                #expect(history.epochs.isEmpty)
                #expect(model.weight.data == 1)
                #expect(loss == 1)
            }
        }
    }

    @Test("a step that leads beyond all numbers is taken back")
    func infiniteStep() {
        withTape {
            let data = Dataset(inputs: [[1]], targets: [[0]])
            let model = Scale(weight: Value(1e10))
            let (history, _) = bestLoss(model, on: data, rate: 1e300, options: TrainingOptions(patience: 2))
            #expect(history.end == .diverged)
            #expect(model.weight.data == 1e10)
        }
    }

    @Test("a step that is taken back leaves the memory of the optimizer as it was")
    func stateBeforeDivergence() throws {
        try withTape { () throws in
            let data = Dataset(inputs: [[1]], targets: [[0]])
            let makers: [([Value]) -> any ResumableOptimizer] = [
                { SGD($0, learningRate: 1e-3, momentum: 0.9) },
                { Adam($0) }, { AdamW($0) }, { RMSProp($0, momentum: 0.9) },
            ]
            for make in makers {
                let model = Scale(weight: Value(1))
                let optimizer = make(model.parameters)
                func train(_ penalty: Double, epochs: Int) -> TrainingHistory {
                    Micrograd.train(
                        model, on: data, loss: .meanSquaredError, optimizer: optimizer, epochs: epochs,
                        options: TrainingOptions(penalty: { $0[0] * penalty }))
                }
                #expect(train(0, epochs: 3).end == .completed)
                let (state, weight) = (optimizer.state, model.weight.data)
                // A gradient of 1e200 is finite, and its square is not; a rate of 1e200 takes SGD there too.
                optimizer.learningRate = 1e200
                #expect(train(1e200, epochs: 1).end == .diverged)
                optimizer.learningRate = state.learningRate
                #expect(optimizer.state == state)
                #expect(model.weight.data == weight)
                let twin = Scale(weight: Value(weight))
                let twinOptimizer = make(twin.parameters)
                try twinOptimizer.restore(state)
                #expect(train(0, epochs: 2).end == .completed)
                Micrograd.train(
                    twin, on: data, loss: .meanSquaredError, optimizer: twinOptimizer, epochs: 2)
                #expect(model.weight.data == twin.weight.data)
            }
        }
    }

    @Test("a number of the optimizer that was infinite before a step does not end the training")
    func infiniteBefore() throws {
        try withTape { () throws in
            let model = Scale(weight: Value(1))
            let optimizer = Adam(model.parameters)
            var state = optimizer.state
            for name in state.lists.keys where name.contains("second") { state.lists[name] = [.infinity] }
            try #require(state != optimizer.state)
            try optimizer.restore(state)
            let history = train(
                model, on: Dataset(inputs: [[1]], targets: [[0]]), loss: .meanSquaredError,
                optimizer: optimizer, epochs: 2)
            #expect(history.end == .completed)
        }
    }

    @Test("after a divergence, the best of before")
    func divergence() {
        withTape {
            let data = Dataset(inputs: [[1]], targets: [[1]])
            let model = Scale(weight: Value(1.1))
            let (history, loss) = bestLoss(
                model, on: data, rate: 1e40, epochs: 100, options: TrainingOptions(patience: 100))
            #expect(history.end == .diverged)
            #expect(history.best?.measuredLoss == loss)
            #expect(loss.isFinite)
        }
    }
}
