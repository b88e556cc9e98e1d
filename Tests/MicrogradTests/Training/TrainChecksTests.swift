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
                optimizer: SGD(model.parameters, learningRate: 1), epochs: 1, batchSize: 0)
        }
        Misuse.expect(
            result, says: "`train` needs 0 or more epochs and a batch size of at least 1 (got 1 and 0).")
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
