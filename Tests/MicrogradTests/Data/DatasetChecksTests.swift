import Micrograd
import Testing

/// Each misuse ends the process with its message on standard error, in debug and in release.
@Suite("Misuse of data ends with a message:")
struct DatasetChecksTests {
    @Test("inputs and targets of different counts")
    func counts() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Dataset(inputs: [[1], [2], [3]], targets: [[1], [2]])
        }
        Misuse.expect(
            result,
            says:
                "A dataset needs targets for each example: it was given 3 lists of inputs and 2 of targets.")
    }

    @Test("labels of another count")
    func labelCounts() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Dataset(inputs: [[1]], labels: [])
        }
        Misuse.expect(
            result,
            says:
                "A dataset needs targets for each example: it was given 1 lists of inputs and 0 of targets.")
    }

    @Test("inputs of different lengths")
    func inputWidths() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Dataset(inputs: [[1, 2], [3, 4], [5]], labels: [0, 1, 2])
        }
        Misuse.expect(
            result, says: "The inputs of a dataset need rows of one length: row 2 has 1 and row 0 has 2.")
    }

    @Test("targets of different lengths")
    func targetWidths() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Dataset(inputs: [[1], [2]], targets: [[], [1]])
        }
        Misuse.expect(
            result, says: "The targets of a dataset need rows of one length: row 1 has 1 and row 0 has 0.")
    }

    @Test("an example that is not there")
    func index() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Dataset(inputs: [[1], [2]], labels: [0, 1]).subset([0, 2])
        }
        Misuse.expect(result, says: "A dataset of 2 examples has no example 2.")
    }

    @Test("labels of targets that are none")
    func labels() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Dataset(inputs: [[1], [2]], targets: [[0], [0.5]]).labels
        }
        Misuse.expect(result, says: "Example 1 has no label: its targets are [0.5], not one whole number.")
    }

    @Test("a share of the test that is no share")
    func share() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var random = RandomStream(seed: 0)
            _ = Dataset(inputs: [[1], [2]], labels: [0, 1]).split(test: 20, using: &random)
        }
        Misuse.expect(
            result, says: "The test's share of a split is between 0 and 1, such as 0.2 (got 20.0).")
    }

    @Test("a split of one example")
    func smallSplit() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var random = RandomStream(seed: 0)
            _ = Dataset(inputs: [[1]], labels: [0]).split(test: 0.5, using: &random)
        }
        Misuse.expect(result, says: "A split needs at least two examples (got 1).")
    }

    @Test("no point")
    func noPoint() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var random = RandomStream(seed: 0)
            _ = makeMoons(-3, using: &random)
        }
        Misuse.expect(result, says: "makeMoons needs at least one point.")
    }

    @Test("a negative noise")
    func negativeNoise() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var random = RandomStream(seed: 0)
            _ = makeCircles(10, noise: -1, using: &random)
        }
        Misuse.expect(result, says: "makeCircles needs a standard deviation of 0 or more (got -1.0).")
    }

    @Test("an inner circle as large as the outer")
    func factor() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var random = RandomStream(seed: 0)
            _ = makeCircles(10, factor: 1, using: &random)
        }
        Misuse.expect(result, says: "makeCircles needs a factor from 0 to less than 1 (got 1.0).")
    }

    @Test("blobs without a center")
    func noCenter() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var random = RandomStream(seed: 0)
            _ = makeBlobs(10, centers: 0, using: &random)
        }
        Misuse.expect(result, says: "makeBlobs needs at least one center.")
    }

    @Test("centers of different lengths")
    func centerWidths() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var random = RandomStream(seed: 0)
            _ = makeBlobs(10, centers: [[1], [1, 2]], using: &random)
        }
        Misuse.expect(
            result, says: "The centers of makeBlobs need rows of one length: row 1 has 2 and row 0 has 1.")
    }

    @Test("a standardization of nothing")
    func noRows() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Standardization(fitting: [])
        }
        Misuse.expect(result, says: "A standardization needs at least one row to fit.")
    }

    @Test("a row of another length for a standardization")
    func rowWidth() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Standardization(fitting: [[1, 2]])([1, 2, 3])
        }
        Misuse.expect(result, says: "A standardization of 2 columns was given a row of 3.")
    }

    @Test("a label that is no class")
    func label() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = oneHot(10, count: 10)
        }
        Misuse.expect(result, says: "A label of 10 classes is 0 or more and below 10 (got 10).")
    }

    @Test("a random number below 0")
    func bound() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var random = RandomStream(seed: 0)
            _ = random.integer(below: 0)
        }
        Misuse.expect(result, says: "A random number below 0 was asked for: give a bound above 0.")
    }
}
