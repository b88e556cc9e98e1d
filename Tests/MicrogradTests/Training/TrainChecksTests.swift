import Micrograd
import Testing

/// Each misuse of `train` ends the process with its message on standard error, in debug and in release.
@Suite("Misuse of a training ends with a message:")
struct TrainChecksTests {
    @Test("no data")
    func data() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let model = MLP(2, [1])
            train(
                model, on: Dataset(inputs: [], targets: []), loss: .meanSquaredError,
                optimizer: SGD(model.parameters, learningRate: 1), epochs: 1)
        }
        Misuse.expect(result, says: "`train` was given no data: it needs at least one example.")
    }

    @Test("a batch of nothing")
    func batch() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let model = MLP(1, [1])
            train(
                model, on: Dataset(inputs: [[1]], targets: [[1]]), loss: .meanSquaredError,
                optimizer: SGD(model.parameters, learningRate: 1), epochs: 1,
                options: TrainingOptions(batchSize: 0))
        }
        Misuse.expect(
            result, says: "`train` needs 0 or more epochs and a batch size of at least 1 (got 1 and 0).")
    }

    @Test("validation data without an example")
    func validation() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let model = MLP(1, [1])
            train(
                model, on: Dataset(inputs: [[1]], targets: [[1]]),
                validation: Dataset(inputs: [], targets: []), loss: .meanSquaredError,
                optimizer: SGD(model.parameters, learningRate: 1), epochs: 1)
        }
        Misuse.expect(result, says: "`train` was given empty validation data")
    }

    @Test("a start after the last epoch")
    func firstEpoch() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let model = MLP(1, [1])
            train(
                model, on: Dataset(inputs: [[1]], targets: [[1]]), loss: .meanSquaredError,
                optimizer: SGD(model.parameters, learningRate: 1), epochs: 3,
                options: TrainingOptions(firstEpoch: 4))
        }
        Misuse.expect(result, says: "`train` starts at one of its 3 epochs (got 4).")
    }

    @Test("a schedule that goes below 0")
    func rate() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let model = MLP(1, [1])
            train(
                model, on: Dataset(inputs: [[1]], targets: [[1]]), loss: .meanSquaredError,
                optimizer: SGD(model.parameters, learningRate: 1), epochs: 3,
                options: TrainingOptions(schedule: .linear(from: 1, to: -1, over: 3)))
        }
        Misuse.expect(result, says: "SGD needs a finite learning rate of 0 or more (got ")
    }

    @Test("an optimizer that refuses its own state, when a step is taken back")
    func refusedState() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            final class Leap: ResumableOptimizer {
                let parameters: [Value]
                var learningRate = 1.0
                init(_ parameters: [Value]) { self.parameters = parameters }
                func step() { for parameter in parameters { parameter.data = .infinity } }
                var state: OptimizerState {
                    OptimizerState(optimizer: "Leap", stepCount: 0, learningRate: 1, lists: [:])
                }
                func restore(_ state: OptimizerState) throws(OptimizerState.Mismatch) {
                    throw .optimizer(state.optimizer, expected: "Jump")
                }
            }
            let model = MLP(1, [1])
            train(
                model, on: Dataset(inputs: [[1]], targets: [[1]]), loss: .meanSquaredError,
                optimizer: Leap(model.parameters), epochs: 1)
        }
        Misuse.expect(
            result,
            says:
                "The optimizer 'Leap' refused its own state, when `train` took a step back: the state is one of 'Leap'"
        )
    }

    @Test("the optimizer of another model")
    func otherOptimizer() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let (model, other) = (MLP(1, [1]), MLP(1, [1]))
            train(
                model, on: Dataset(inputs: [[1]], targets: [[1]]), loss: .meanSquaredError,
                optimizer: SGD(other.parameters, learningRate: 1), epochs: 1)
        }
        Misuse.expect(result, says: "The optimizer given to `train` has none of the model's parameters")
    }

    @Test("data of another width than the model's")
    func width() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let model = Sequential(Linear(3, 1))
            train(
                model, on: Dataset(inputs: [[1, 2]], targets: [[1]]), loss: .meanSquaredError,
                optimizer: SGD(model.parameters, learningRate: 1), epochs: 1)
        }
        Misuse.expect(result, says: "A Linear of 3 inputs, shape [3], was given the shape [2].")
    }
}
