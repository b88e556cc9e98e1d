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
                epochs: 3, batchSize: 3, shuffledBy: 5)
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
                epochs: 100, batchSize: 100, schedule: .linear(from: 1, to: 0.1, over: 100),
                penalty: { l2Penalty($0, strength: 1e-4) }, shuffledBy: nil)
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
                    epochs: 3, batchSize: 4, shuffledBy: seed
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
                optimizer: SGD(model.parameters, learningRate: 0.3), epochs: 500, patience: 4)
            #expect(history.end == .earlyStop)
            let losses = history.validationLosses
            let best = losses.indices.min { losses[$0] < losses[$1] } ?? 0
            #expect(losses.count == best + 5)
            #expect(evaluate(model, on: validation, loss: .crossEntropy).loss == losses[best])
        }
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
            #expect(!model.parameters.contains { $0.data.isNaN })
        }
    }

    @Test("leaves nothing on the tape")
    func memory() {
        Tape().use {
            let model = MLP(2, [4, 1], seed: 1)
            let before = Value(0).position
            train(
                model, on: TrainTests.xor, validation: TrainTests.xor, loss: .meanSquaredError,
                optimizer: Adam(model.parameters), epochs: 20, penalty: { l1Penalty($0, strength: 0.1) })
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
                optimizer: SGD(model.parameters, learningRate: 1), epochs: 1, maximumGradientNorm: 0.01)
            let squares = zip(model.parameters, before).map { ($0.data - $1) * ($0.data - $1) }
            #expect(abs(squares.reduce(0, +).squareRoot() - 0.01) < 1e-6)
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
