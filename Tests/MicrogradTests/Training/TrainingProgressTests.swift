import Micrograd
import Testing

@Suite("The bar of a training")
struct TrainingProgressTests {
    private let epoch = TrainingEpoch(
        number: 11, loss: 0.12341, accuracy: 0.9, validation: Evaluation(loss: 0.5, accuracy: 0.951),
        learningRate: 0.1)

    @Test("says which epoch it is, what was reached, and how long it takes")
    func bar() {
        #expect(
            ProgressReporter.bar(done: 12.5, epochs: 50, last: epoch, secondsLeft: 75)
                == "epoch 13/50 [====>           ]  25 %  loss 0.5000  1:15 left  accuracy 95.1 %")
        #expect(
            ProgressReporter.bar(done: 0.5, epochs: 10, last: nil, secondsLeft: 3_725)
                == "epoch 1/10 [>               ]   5 %  1:02:05 left")
        #expect(
            ProgressReporter.bar(done: 10, epochs: 10, last: nil, secondsLeft: 0)
                == "epoch 10/10 [================] 100 %  0:00 left")
    }

    @Test("leaves out what does not fit into a line of 79 columns")
    func width() {
        let bar = ProgressReporter.bar(done: 999, epochs: 10_000, last: epoch, secondsLeft: 50_000)
        #expect(bar == "epoch 1000/10000 [=>              ]   9 %  loss 0.5000  13:53:20 left")
    }
}
