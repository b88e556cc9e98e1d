import Micrograd
import Testing

/// Each misuse of optimizers, schedules and clipping ends the process with its message, in debug and in release.
@Suite("Misuse of an optimizer ends with a message:")
struct OptimizerChecksTests {
    @Test("no parameters")
    func noParameters() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Adam([])
        }
        Misuse.expect(
            result, says: "Adam needs at least one parameter: give it the `parameters` of a model.")
    }

    @Test("a parameter that was computed")
    func computed() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = SGD([Value(1), Value(2) * 3], learningRate: 0.1)
        }
        Misuse.expect(result, says: "SGD was given a value that was computed: only a leaf can be trained.")
    }

    @Test("a learning rate below 0")
    func negativeRate() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = RMSProp([Value(1)], learningRate: -0.1)
        }
        Misuse.expect(result, says: "RMSProp needs a finite learning rate of 0 or more (got -0.1).")
    }

    @Test("a learning rate that is not a number")
    func rateOfNaN() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = SGD([Value(1)], learningRate: .nan)
        }
        Misuse.expect(result, says: "SGD needs a finite learning rate of 0 or more (got nan).")
    }

    @Test("a share of 1")
    func wholeShare() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = AdamW([Value(1)], beta2: 1)
        }
        Misuse.expect(result, says: "AdamW needs a `beta2` of at least 0 and below 1 (got 1.0).")
    }

    @Test("a weight decay below 0")
    func negativeDecay() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = AdamW([Value(1)], weightDecay: -1)
        }
        Misuse.expect(result, says: "AdamW needs a weight decay of 0 or more (got -1.0).")
    }

    @Test("Nesterov's momentum without momentum")
    func nesterov() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = SGD([Value(1)], learningRate: 0.1, nesterov: true)
        }
        Misuse.expect(result, says: "SGD needs a momentum above 0 for `nesterov: true`.")
    }

    @Test("a step after the end of the parameters' region")
    func stale() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let optimizer = withTape { Adam([Value(1)]) }
            optimizer.step()
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("a schedule of no steps")
    func emptySchedule() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = LearningRateSchedule.cosine(from: 1, over: 0)
        }
        Misuse.expect(
            result, says: "A `cosine` learning-rate schedule needs at least one step in `over` (got 0).")
    }

    @Test("a step before the first")
    func negativeStep() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = LearningRateSchedule.constant(1)(-1)
        }
        Misuse.expect(
            result, says: "A learning-rate schedule was asked for step -1: its first step is 0.")
    }

    @Test("a limit below 0")
    func negativeLimit() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = clipGradients(of: [Value(1)], toNorm: -1)
        }
        Misuse.expect(result, says: "`clipGradients` needs a norm of 0 or more (got -1.0).")
    }
}
