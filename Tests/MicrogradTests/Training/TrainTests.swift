import Micrograd
import Testing

@Suite("A training")
struct TrainTests {
    private static let xor = Dataset(
        inputs: [[0, 0], [0, 1], [1, 0], [1, 1]], targets: [[-1], [1], [1], [-1]])

    private func points(_ count: Int, seed: Int) -> Dataset {
        var random = RandomStream(seed: seed)
        let inputs = (0..<count).map { _ in [random.uniform(-1, 1), random.uniform(-1, 1)] }
        return Dataset(inputs: inputs, labels: inputs.map { $0[0] > $0[1] ? 1 : 0 })
    }

    @Test("makes the steps of a loop by hand, batch by batch")
    func byHand() {
        withTape {
            let data = points(7, seed: 3)
            let (model, other) = (MLP(2, [4, 2], seed: 1), MLP(2, [4, 2], seed: 1))
            let history = train(
                model, on: data, loss: .crossEntropy, optimizer: SGD(model.parameters, learningRate: 0.1),
                epochs: 3, options: TrainingOptions(batchSize: 3, shuffleSeed: 5))
            var random = RandomStream(seed: 5)
            var order = Array(0..<7)
            var losses: [Double] = []
            for _ in 0..<3 {
                random.shuffle(&order)
                var total = 0.0
                for batch in [order[0..<3], order[3..<6], order[6..<7]] {
                    withTape {
                        let losses = batch.map {
                            crossEntropy(logits: other(data.inputs[$0]), label: data.labels[$0])
                        }
                        let loss = sum(losses) / Double(losses.count)
                        other.zeroGrad()
                        loss.backward()
                        for parameter in other.parameters { parameter.data -= 0.1 * parameter.grad }
                        total += losses.map(\.data).reduce(0, +)
                    }
                }
                losses.append(total / 7)
            }
            expectClose(history.losses, losses)
            expectClose(model.parameters.map(\.data), other.parameters.map(\.data))
            #expect(history.end == .completed)
            #expect(history.epochs.map(\.number) == [0, 1, 2])
        }
    }

    private func expectClose(
        _ numbers: [Double], _ others: [Double], sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(numbers.count == others.count, sourceLocation: sourceLocation)
        let largest = zip(numbers, others).map { abs($0 - $1) }.max() ?? 1
        #expect(largest < 1e-12, sourceLocation: sourceLocation)
    }

    @Test("of the moons gives the losses that the notebook of micrograd prints")
    func moons() throws {
        try withTape { () throws in
            let data = try Dataset(CSV(path: moonsPath), targets: ["label"])
            let model = MLP(2, [16, 16, 1], seed: 1337)
            let history = train(
                model, on: data, loss: .maxMargin, optimizer: SGD(model.parameters, learningRate: 1),
                epochs: 100,
                options: TrainingOptions(
                    batchSize: 100, schedule: .linear(from: 1, to: 0.1, over: 100),
                    penalty: { l2Penalty($0, strength: 1e-4) }, shuffleSeed: nil))
            #expect(abs(history.losses[0] / 0.8958441028683222 - 1) < 1e-9)
            #expect(abs(history.losses[99] / 0.010978370135492717 - 1) < 1e-9)
            #expect(history.epochs[0].accuracy == 0.5)
            #expect(history.epochs[99].accuracy == 1)
            #expect(abs(history.epochs[50].learningRate - 0.55) < 1e-15)
        }
    }

    private var moonsPath: String {
        let repository = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
        return repository.joined(separator: "/") + "/Examples/Data/moons.csv"
    }

    @Test("depends on nothing but its seeds")
    func seeds() {
        func losses(seed: Int) -> [Double] {
            withTape {
                let model = MLP(2, [4, 2], seed: 1)
                return train(
                    model, on: points(20, seed: 1), loss: .crossEntropy, optimizer: Adam(model.parameters),
                    epochs: 3, options: TrainingOptions(batchSize: 4, shuffleSeed: seed)
                ).losses
            }
        }
        #expect(losses(seed: 1) == losses(seed: 1))
        #expect(losses(seed: 1) != losses(seed: 2))
    }

    @Test("measures validation data after each epoch, and does not learn from them")
    func validation() {
        withTape {
            let (data, validation) = (points(40, seed: 1), points(20, seed: 2))
            let (model, other) = (MLP(2, [2], seed: 1), MLP(2, [2], seed: 1))
            let history = train(
                model, on: data, validation: validation, loss: .crossEntropy,
                optimizer: SGD(model.parameters, learningRate: 0.5), epochs: 100)
            let alone = train(
                other, on: data, loss: .crossEntropy, optimizer: SGD(other.parameters, learningRate: 0.5),
                epochs: 100)
            #expect(history.losses == alone.losses)
            #expect(history.validationLosses.count == 100)
            #expect(history.epochs[99].validation == evaluate(model, on: validation, loss: .crossEntropy))
            // A line parts the classes; some of the 20 points are close to it.
            #expect(history.epochs[99].validation?.accuracy ?? 0 > 0.8)
        }
    }

    @Test("stops when the loss has not become smaller for a while, and takes the best parameters")
    func earlyStop() {
        withTape {
            // So few examples, and a step so large, that the loss rises again.
            let (data, validation) = (points(6, seed: 1), points(50, seed: 2))
            let model = MLP(2, [8, 2], seed: 3)
            let history = train(
                model, on: data, validation: validation, loss: .crossEntropy,
                optimizer: SGD(model.parameters, learningRate: 0.3), epochs: 500,
                options: TrainingOptions(patience: 4))
            #expect(history.end == .earlyStop)
            let losses = history.validationLosses
            let best = losses.indices.min { losses[$0] < losses[$1] } ?? 0
            #expect(losses.count == best + 5)
            #expect(evaluate(model, on: validation, loss: .crossEntropy).loss == losses[best])
        }
    }

    @Test("with patience has the best parameters, however it ends")
    func bestParameters() {
        struct Stop: Error {}
        withTape {
            // Steps too long: the loss rises.
            func run(epochs: Int, _ afterEpoch: (TrainingEpoch) throws(Stop) -> TrainingDecision) -> (
                MLP, Double
            ) {
                let model = MLP(1, [1], seed: 1)
                let data = Dataset(inputs: [[1]], targets: [[3]])
                var losses: [Double] = []
                _ = try? train(
                    model, on: data, validation: data, loss: .meanSquaredError,
                    optimizer: SGD(model.parameters, learningRate: 0.6), epochs: epochs,
                    options: TrainingOptions(patience: 100)
                ) { epoch throws(Stop) in
                    losses.append(epoch.validation?.loss ?? 0)
                    return try afterEpoch(epoch)
                }
                return (model, evaluate(model, on: data, loss: .meanSquaredError).loss - (losses.min() ?? 0))
            }
            #expect(run(epochs: 5) { _ in .goOn }.1 == 0)
            #expect(run(epochs: 5) { $0.number == 2 ? .stop : .goOn }.1 == 0)
            #expect(
                run(epochs: 5) { epoch throws(Stop) in if epoch.number == 2 { throw Stop() } else { .goOn } }
                    .1 == 0)
            // Until it diverges.
            #expect(run(epochs: 5_000) { _ in .goOn }.1 == 0)
        }
    }

    @Test("goes on with its best after an epoch that cannot be measured")
    func missingMeasure() {
        withTape {
            let model = MLP(1, [1], seed: 1)
            let numbers = model.parameters
            // The first time the validation data are seen, they give NaN.
            let probe = FirstCallIsNaN()
            let history = train(
                Sequential(model, probe), on: Dataset(inputs: [[1]], targets: [[3]]),
                validation: Dataset(inputs: [[1]], targets: [[3]]), loss: .meanSquaredError,
                optimizer: SGD(numbers, learningRate: 0.1), epochs: 20,
                options: TrainingOptions(patience: 3))
            #expect(history.validationLosses[0].isNaN)
            #expect(history.end == .completed)
            #expect(history.best?.number == 19)
        }
    }

    private final class FirstCallIsNaN: Model {
        private var mode = ModuleMode.training
        private var isFirst = true

        func callAsFunction(_ inputs: Values) -> Values {
            guard mode == .evaluation, isFirst else { return inputs }
            isFirst = false
            return inputs * .nan
        }

        func modeChanged(to mode: ModuleMode) { self.mode = mode }
    }

    @Test("goes on from an epoch as if it had not been interrupted")
    func resumed() throws {
        try withTape { () throws in
            func start() -> (MLP, Adam) {
                let model = MLP(2, [4, 2], seed: 1)
                return (model, Adam(model.parameters))
            }
            func learn(_ model: MLP, _ optimizer: Adam, from first: Int, to last: Int) -> TrainingHistory {
                train(
                    model, on: points(10, seed: 4), loss: .crossEntropy, optimizer: optimizer, epochs: last,
                    options: TrainingOptions(
                        batchSize: 3, schedule: .cosine(from: 0.1, over: 6), firstEpoch: first))
            }
            let (whole, wholeOptimizer) = start()
            let history = learn(whole, wholeOptimizer, from: 0, to: 6)
            let (first, firstOptimizer) = start()
            _ = learn(first, firstOptimizer, from: 0, to: 2)
            let saved = first.savedParameters(with: firstOptimizer)
            let (second, secondOptimizer) = start()
            try second.load(saved, optimizer: secondOptimizer)
            let rest = learn(second, secondOptimizer, from: 2, to: 6)
            #expect(second.parameters.map(\.data) == whole.parameters.map(\.data))
            #expect(rest.epochs == Array(history.epochs.dropFirst(2)))
        }
    }

    @Test("of some parameters leaves the others, and cuts the gradients of its own")
    func someParameters() {
        withTape {
            let model = Sequential(Linear(1, 1, seed: 1), Linear(1, 1, seed: 2))
            let (frozen, trained) = (Array(model.parameters.prefix(2)), Array(model.parameters.suffix(2)))
            let before = (frozen.map(\.data), trained.map(\.data))
            train(
                model, on: Dataset(inputs: [[100]], targets: [[0]]), loss: .meanSquaredError,
                optimizer: SGD(trained, learningRate: 1), epochs: 1,
                options: TrainingOptions(maximumGradientNorm: 1))
            #expect(frozen.map(\.data) == before.0)
            let squares = zip(trained, before.1).map { ($0.data - $1) * ($0.data - $1) }
            #expect(abs(squares.reduce(0, +).squareRoot() - 1) < 1e-6)
        }
    }

    @Test("removes the gradients of parameters that are the optimizer's alone")
    func foreignParameter() {
        withTape {
            let shift = Value(0)
            let model = Shifted(shift)
            // The gradient of the loss with respect to the shift is 1 in each step.
            train(
                model, on: Dataset(inputs: [[1]], targets: [[0]]), loss: Loss { outputs, _ in outputs[0] },
                optimizer: SGD([shift], learningRate: 1), epochs: 3)
            #expect(shift.data == -3)
        }
    }

    /// A model that uses a value which is none of its parts.
    private struct Shifted: Model {
        private let shift: () -> Value

        init(_ shift: Value) {
            self.shift = { shift }
        }

        func callAsFunction(_ inputs: Values) -> Values { Values(inputs.map { $0 + shift() }) }
    }

    @Test("stops where it is told to, and hands on errors")
    func stop() {
        struct Stop: Error {}
        withTape {
            let model = MLP(2, [1], seed: 1)
            let optimizer = SGD(model.parameters, learningRate: 0.1)
            let history = train(
                model, on: TrainTests.xor, loss: .meanSquaredError, optimizer: optimizer, epochs: 10
            ) { $0.number == 3 ? .stop : .goOn }
            #expect(history.end == .stopped)
            #expect(history.epochs.count == 4)
            #expect(throws: Stop.self) {
                try train(
                    model, on: TrainTests.xor, loss: .meanSquaredError, optimizer: optimizer, epochs: 10
                ) { _ throws(Stop) in throw Stop() }
            }
        }
    }

    @Test("ends with its task, at the next batch")
    func cancellation() async {
        let task = Task {
            Tape().use {
                let model = MLP(2, [1], seed: 1)
                return train(
                    model, on: TrainTests.xor, loss: .meanSquaredError,
                    optimizer: SGD(model.parameters, learningRate: 0.1), epochs: 1_000_000
                ) { epoch in
                    if epoch.number == 5 { withUnsafeCurrentTask { $0?.cancel() } }
                    return .goOn
                }
            }
        }
        let history = await task.value
        #expect(history.end == .cancelled)
        #expect(history.epochs.count == 6)
    }

    @Test("ends before the step of a loss that is no number")
    func divergence() {
        withTape {
            let model = MLP(2, [1], seed: 1)
            let history = train(
                model, on: TrainTests.xor, loss: .meanSquaredError,
                optimizer: SGD(model.parameters, learningRate: 1e200), epochs: 50)
            #expect(history.end == .diverged)
            #expect(history.epochs.count < 50)
            #expect(model.parameters.allSatisfy { $0.data.isFinite })
        }
    }

    @Test("leaves nothing on the tape")
    func memory() {
        Tape().use {
            let model = MLP(2, [4, 1], seed: 1)
            let before = Value(0).position
            train(
                model, on: TrainTests.xor, validation: TrainTests.xor, loss: .meanSquaredError,
                optimizer: Adam(model.parameters), epochs: 20,
                options: TrainingOptions(penalty: { l1Penalty($0, strength: 0.1) }))
            #expect(Value(0).position == before + 1)
        }
    }

    /// Notes the mode of a dropout at each call.
    private final class Probe: Model {
        private let dropout: Dropout
        private(set) var modes: [ModuleMode] = []

        init(_ dropout: Dropout) {
            self.dropout = dropout
        }

        func callAsFunction(_ inputs: Values) -> Values {
            modes.append(dropout.mode)
            return inputs
        }
    }

    @Test("turns dropouts on while it learns, and off to measure and at the end")
    func modes() {
        withTape {
            let dropout = Dropout(0.5, seed: 1)
            dropout.setMode(.evaluation)
            let probe = Probe(dropout)
            let model = Sequential(Linear(2, 8, seed: 1), dropout, probe, Linear(8, 1, seed: 2))
            train(
                model, on: TrainTests.xor, validation: TrainTests.xor, loss: .meanSquaredError,
                optimizer: SGD(model.parameters, learningRate: 0.1), epochs: 2)
            let epoch: [ModuleMode] =
                Array(repeating: .training, count: 4) + Array(repeating: .evaluation, count: 4)
            #expect(probe.modes == epoch + epoch)
            #expect(dropout.mode == .evaluation)
        }
    }

    @Test("cuts gradients that are longer than the norm")
    func clipping() {
        withTape {
            let model = MLP(2, [1], seed: 1)
            let before = model.parameters.map(\.data)
            train(
                model, on: TrainTests.xor, loss: .meanSquaredError,
                optimizer: SGD(model.parameters, learningRate: 1), epochs: 1,
                options: TrainingOptions(maximumGradientNorm: 0.01))
            let squares = zip(model.parameters, before).map { ($0.data - $1) * ($0.data - $1) }
            #expect(abs(squares.reduce(0, +).squareRoot() - 0.01) < 1e-6)
        }
    }

    /// Steps by the sign of each gradient, and remembers nothing that could be saved.
    private final class SignDescent: Optimizer {
        let parameters: [Value]
        var learningRate = 0.25

        init(_ parameters: [Value]) {
            self.parameters = parameters
        }

        func step() {
            for parameter in parameters where parameter.grad != 0 {
                parameter.data -= parameter.grad > 0 ? learningRate : -learningRate
            }
        }
    }

    @Test("takes an optimizer of one's own that has no state")
    func ownOptimizer() {
        withTape {
            let weight = Value(0)
            let history = train(
                Shifted(weight), on: Dataset(inputs: [[0]], targets: [[1]]), loss: .meanSquaredError,
                optimizer: SignDescent([weight]), epochs: 4)
            #expect(weight.data == 1)
            #expect(history.losses == [1, 0.5625, 0.25, 0.0625])
        }
    }

    @Test("takes all data at a time for a batch of any size")
    func fullBatch() {
        withTape {
            let (model, other) = (MLP(2, [2], seed: 1), MLP(2, [2], seed: 1))
            for (model, size) in [(model, Int.max), (other, 40)] {
                train(
                    model, on: points(40, seed: 1), loss: .crossEntropy,
                    optimizer: SGD(model.parameters, learningRate: 0.5), epochs: 2,
                    options: TrainingOptions(batchSize: size))
            }
            #expect(model.parameters.map(\.data) == other.parameters.map(\.data))
        }
    }

    @Test("of no epochs changes nothing")
    func none() {
        withTape {
            let model = MLP(2, [1], seed: 1)
            let before = model.parameters.map(\.data)
            let history = train(
                model, on: TrainTests.xor, loss: .meanSquaredError,
                optimizer: SGD(model.parameters, learningRate: 1), epochs: 0)
            #expect(history == TrainingHistory())
            #expect(model.parameters.map(\.data) == before)
        }
    }
}
