import Micrograd
import Testing

/// Each misuse of a loss or function ends the process with its message, in debug and in release.
@Suite("Misuse of a loss ends with a message:")
struct LossesChecksTests {
    @Test("fewer targets than predictions")
    func fewerTargets() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = meanSquaredError([Value(1), Value(2), Value(3)], [1, 2])
        }
        Misuse.expect(
            result,
            says:
                "`meanSquaredError` was given 3 predictions and 2 targets: each prediction needs one target.")
    }

    @Test("more targets than logits, as values")
    func moreTargets() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = binaryCrossEntropy(logits: [Value(1)], targets: [Value(1), Value(0)])
        }
        Misuse.expect(
            result,
            says: "`binaryCrossEntropy` was given 1 logits and 2 targets: each logit needs one target.")
    }

    @Test("as many targets as no predictions")
    func noPredictions() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = maxMargin([], [Double]())
        }
        Misuse.expect(result, says: "`maxMargin` needs at least one score.")
    }

    @Test("a label beyond the logits")
    func labelBeyond() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = crossEntropy(logits: [Value(1), Value(2)], label: 2)
        }
        Misuse.expect(result, says: "`crossEntropy` was given the label 2 for 2 logits: labels are from 0")
    }

    @Test("a label below 0")
    func negativeLabel() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = crossEntropy(logits: [Value(1), Value(2)], label: -1)
        }
        Misuse.expect(result, says: "`crossEntropy` was given the label -1 for 2 logits")
    }

    @Test("fewer labels than examples")
    func fewerLabels() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = crossEntropy(logits: [[Value(1), Value(2)], [Value(1), Value(2)]], labels: [0])
        }
        Misuse.expect(
            result,
            says: "`crossEntropy` was given 2 examples and 1 labels: each example needs one label.")
    }

    @Test("a batch without examples")
    func noExamples() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = crossEntropy(logits: [[Value]](), labels: [])
        }
        Misuse.expect(result, says: "`crossEntropy` needs at least one example.")
    }

    @Test("a class number that is no whole number")
    func brokenClass() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Loss.crossEntropy([Value(1), Value(2)], [0.5])
        }
        Misuse.expect(result, says: "The loss `crossEntropy` was given the target 0.5: it needs the number")
    }

    @Test("a one among zeros where the number of a class is meant")
    func severalClasses() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Loss.crossEntropy([Value(1), Value(2)], [0, 1])
        }
        Misuse.expect(result, says: "The loss `crossEntropy` was given a target of 2 numbers: it needs one")
    }

    @Test("a Huber loss with a delta of 0")
    func noDelta() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = huber([Value(1)], [0], delta: 0)
        }
        Misuse.expect(result, says: "`huber` needs a `delta` above 0 (got 0.0).")
    }

    @Test("a softmax of nothing")
    func emptySoftmax() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = softmax([])
        }
        Misuse.expect(result, says: "`softmax` needs at least one value.")
    }

    @Test("a log softmax of nothing")
    func emptyLogSoftmax() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = logSoftmax([])
        }
        Misuse.expect(result, says: "`logSoftmax` needs at least one value.")
    }

    @Test("a class of 0 for the max-margin loss")
    func maxMarginTarget() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = maxMargin([Value(1), Value(2)], [1, 0])
        }
        Misuse.expect(result, says: "`maxMargin` was given the target 0.0: the classes are -1 and +1.")
    }

    @Test("a class of -1 for the binary cross entropy")
    func binaryTarget() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = binaryCrossEntropy(logits: [Value(1)], targets: [-1])
        }
        Misuse.expect(
            result, says: "`binaryCrossEntropy` was given the target -1.0: targets are probabilities")
    }
}
