import Micrograd
import Testing

/// Each misuse of a recording ends the process with its message on standard error, in debug and in release.
@Suite("Misuse of a recording ends with a message:")
struct RecordingChecksTests {

    private static let noNumbers =
        "A recording's closure used the data or gradient of a value that it computes."

    @Test("the run of a recording whose region has ended")
    func staleRun() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let recording = withTape {
                let w = Value(1)
                return Recording(inputs: ["x": 1]) { ["y": [$0["x"][0] * w]] }
            }
            recording.run(["x": [1]])
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("its backward, after a run in time")
    func staleBackward() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let recording = withTape {
                let w = Value(1)
                let recording = Recording(inputs: ["x": 1]) { ["y": [$0["x"][0] * w]] }
                recording.run(["x": [1]])
                return recording
            }
            recording.backward(from: "y")
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("a recording of a tape that has ended")
    func endedTape() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            func make() -> Recording {
                let tape = Tape()
                return tape.use {
                    let w = Value(1)
                    return Recording(inputs: ["x": 1]) { ["y": [$0["x"][0] * w]] }
                }
            }
            make().run(["x": [1]])
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("a recording, run where another region stands in place of its own")
    func otherRegion() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var recording: Recording?
            withTape { recording = Recording(inputs: ["x": 1]) { ["y": [$0["x"][0] * 2]] } }
            withTape { recording?.run(["x": [1]]) }
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("a stand-in, used after the recording")
    func staleStandIn() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var standIn = Value(0)
            _ = Recording(inputs: ["x": 1]) { inputs in
                standIn = inputs["x"][0]
                return ["y": [standIn * 2]]
            }
            print(standIn.data)
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("an output that was made in a region inside")
    func staleOutput() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Recording(inputs: ["x": 1]) { inputs in ["y": [withTape { inputs["x"][0] * 2 }]] }
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("an output of another tape")
    func foreignOutput() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape()
            let w = tape.use { Value(1) }
            _ = Recording(inputs: ["x": 1]) { _ in ["y": [w]] }
        }
        Misuse.expect(result, says: Misuse.twoTapes)
    }

    @Test("a parameter of another tape")
    func foreignParameter() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape()
            let w = tape.use { Value(1) }
            _ = Recording(inputs: ["x": 1]) { ["y": [$0["x"][0] * w]] }
        }
        Misuse.expect(result, says: Misuse.twoTapes)
    }

    @Test("a model of another tape")
    func foreignModel() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape()
            let model = tape.use { MLP(1, [2, 1]) }
            _ = Recording(inputs: ["x": 1]) { ["y": model($0["x"])] }
        }
        Misuse.expect(result, says: Misuse.twoTapes)
    }

    @Test("a recording of another thread's default tape, run")
    func otherThreadRun() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let w = Value(1)
            nonisolated(unsafe) let recording = Recording(inputs: ["x": 1]) { ["y": [$0["x"][0] * w]] }
            onThread { recording.run(["x": [1]]) }
        }
        Misuse.expect(result, says: Misuse.otherThread)
    }

    @Test("its backward on another thread")
    func otherThreadBackward() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let w = Value(1)
            nonisolated(unsafe) let recording = Recording(inputs: ["x": 1]) { ["y": [$0["x"][0] * w]] }
            recording.run(["x": [1]])
            onThread { recording.backward(from: "y") }
        }
        Misuse.expect(result, says: Misuse.otherThread)
    }

    @Test("an input without values")
    func emptyInput() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Recording(inputs: ["x": 0]) { _ in ["y": [Value(1)]] }
        }
        Misuse.expect(result, says: "The input 'x' of a recording needs at least one value (got 0).")
    }

    @Test("two inputs of one name")
    func sameInputs() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Recording(inputs: ["x": 1, "x": 2]) { _ in ["y": [Value(1)]] }
        }
        Misuse.expect(
            result, says: "A recording needs a name of its own for each input, and 'x' stands twice.")
    }

    @Test("two outputs of one name")
    func sameOutputs() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Recording(inputs: [:]) { _ in ["y": [Value(1)], "y": [Value(2)]] }
        }
        Misuse.expect(
            result, says: "A recording needs a name of its own for each output, and 'y' stands twice.")
    }

    @Test("no output")
    func noOutput() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Recording(inputs: [:]) { _ in [:] }
        }
        Misuse.expect(result, says: "A recording needs at least one output.")
    }

    @Test("an output without values")
    func emptyOutput() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Recording(inputs: [:]) { _ in ["y": []] }
        }
        Misuse.expect(result, says: "The output 'y' of a recording has no value.")
    }

    @Test("an input of a wrong name in the closure")
    func wrongStandIn() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Recording(inputs: ["x": 1]) { ["y": $0["X"]] }
        }
        Misuse.expect(result, says: "A recording has no input 'X': its inputs are 'x'.")
    }

    @Test("a run without one of the inputs")
    func missingInput() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let recording = Recording(inputs: ["x": 1, "t": 1]) { ["y": $0["x"]] }
            recording.run(["x": [1]])
        }
        Misuse.expect(result, says: "A recording was run without its input 't': it was given 'x'.")
    }

    @Test("a run with an input that is not there")
    func wrongInput() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let recording = Recording(inputs: ["x": 1]) { ["y": $0["x"]] }
            recording.run(["x": [1], "z": [1]])
        }
        Misuse.expect(result, says: "A recording has no input 'z': its inputs are 'x'.")
    }

    @Test("numbers that make no whole examples")
    func partOfExample() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let recording = Recording(inputs: ["x": 3]) { ["y": $0["x"]] }
            recording.run(["x": [1, 2, 3, 4]])
        }
        Misuse.expect(
            result,
            says:
                "The input 'x' of a recording takes 3 numbers an example, and was given 4, which is no multiple of that."
        )
    }

    @Test("no example")
    func noExample() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let recording = Recording(inputs: ["x": 3]) { ["y": $0["x"]] }
            recording.run(["x": []])
        }
        Misuse.expect(
            result,
            says: "A recording was run with no examples: its input 'x' was given an empty array.")
    }

    @Test("inputs of different numbers of examples")
    func exampleCounts() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let recording = Recording(inputs: ["x": 2, "t": 1]) { ["y": $0["x"]] }
            recording.run(["x": [1, 2, 3, 4], "t": [1]])
        }
        Misuse.expect(
            result,
            says: "The inputs of a recording need the same number of examples: 't' was given 1, 'x' 2.")
    }

    @Test("an output before the first run")
    func outputBeforeRun() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let recording = Recording(inputs: ["x": 1]) { ["y": $0["x"]] }
            print(recording["y"])
        }
        Misuse.expect(result, says: "A recording was asked for 'y' before its first `run`.")
    }

    @Test("backward before the first run")
    func backwardBeforeRun() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let recording = Recording(inputs: ["x": 1]) { ["y": $0["x"]] }
            recording.backward(from: "y")
        }
        Misuse.expect(result, says: "A recording was asked for 'y' before its first `run`.")
    }

    @Test("an output that is not there")
    func wrongOutput() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let recording = Recording(inputs: ["x": 1]) { ["y": $0["x"]] }
            recording.run(["x": [1]])
            print(recording["z"])
        }
        Misuse.expect(result, says: "A recording has no output 'z': its outputs are 'y'.")
    }

    @Test("the gradient of an input, where none was asked for")
    func noInputGradient() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let recording = Recording(inputs: ["x": 1]) { ["y": $0["x"]] }
            print(recording.gradient(of: "x"))
        }
        Misuse.expect(
            result,
            says:
                "A recording has the gradients of its inputs only if made with `differentiatesInputs: true`.")
    }

    @Test("the gradient of an input, before backward")
    func earlyInputGradient() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let recording = Recording(inputs: ["x": 1], differentiatesInputs: true) { ["y": $0["x"]] }
            recording.run(["x": [1]])
            print(recording.gradient(of: "x"))
        }
        Misuse.expect(
            result, says: "A recording was asked for the gradient of 'x' before its first `backward`.")
    }

    @Test("a tape compacted while it is recorded")
    func compacted() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Recording(inputs: ["x": 1]) { inputs in
                let kept = Tape.compact(keeping: [inputs["x"][0] * 2])
                return ["y": kept]
            }
        }
        Misuse.expect(result, says: "A recording's tape was compacted while it was recorded.")
    }

    @Test("the data of a stand-in, asked for while it is recorded")
    func standInData() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Recording(inputs: ["x": 1]) { inputs in ["y": inputs["x"][0].data > 0 ? inputs["x"] : []] }
        }
        Misuse.expect(result, says: Self.noNumbers)
    }

    @Test("the data of what a recording computes")
    func computedData() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let w = Value(2)
            _ = Recording(inputs: ["x": 1]) { inputs in
                print((inputs["x"][0] * w).data)
                return ["y": inputs["x"]]
            }
        }
        Misuse.expect(result, says: Self.noNumbers)
    }

    @Test("the gradient of a stand-in, asked for while it is recorded")
    func standInGrad() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Recording(inputs: ["x": 1]) { ["y": [$0["x"][0] * $0["x"][0].grad]] }
        }
        Misuse.expect(result, says: Self.noNumbers)
    }

    @Test("the gradient of what a recording computes")
    func computedGrad() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Recording(inputs: ["x": 1]) { inputs in
                let y = inputs["x"][0] * 2
                return ["y": [y * y.grad]]
            }
        }
        Misuse.expect(result, says: Self.noNumbers)
    }

    @Test("the gradient of a stand-in, set")
    func standInSetGrad() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Recording(inputs: ["x": 1]) { inputs in
                inputs["x"][0].grad = 1
                return ["y": inputs["x"]]
            }
        }
        Misuse.expect(result, says: Self.noNumbers)
    }

    @Test("the gradient of a stand-in, removed")
    func standInZeroGrad() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Recording(inputs: ["x": 1]) { inputs in
                inputs["x"][0].zeroGrad()
                return ["y": inputs["x"]]
            }
        }
        Misuse.expect(result, says: Self.noNumbers)
    }

    @Test("a stand-in of another recording, captured")
    func capturedStandIn() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Recording(inputs: ["x": 1]) { outer in
                let inner = Recording(inputs: ["z": 1]) { ["y": [$0["z"][0] * outer["x"][0]]] }
                inner.run(["z": [1]])
                return ["y": outer["x"]]
            }
        }
        Misuse.expect(result, says: Self.noNumbers)
    }

    @Test("what another recording computes, captured")
    func capturedComputed() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Recording(inputs: ["x": 1]) { outer in
                let y = outer["x"][0] + 1
                _ = Recording(inputs: ["z": 1]) { _ in ["y": [y]] }
                return ["y": [y]]
            }
        }
        Misuse.expect(result, says: Self.noNumbers)
    }

    @Test("a parameter made in a recording's closure")
    func parameterInside() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Recording(inputs: ["x": 2]) { ["y": [Neuron(2)($0["x"])]] }
        }
        Misuse.expect(result, says: "A recording's closure made a parameter.")
    }

    @Test("data of a stand-in, set")
    func standInSetData() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Recording(inputs: ["x": 1]) { inputs in
                inputs["x"][0].data = 5
                return ["y": inputs["x"]]
            }
        }
        Misuse.expect(result, says: Self.noNumbers)
    }

    @Test("backward in a recording's closure")
    func backwardInside() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let w = Value(2)
            _ = Recording(inputs: ["x": 1]) { inputs in
                let y = inputs["x"][0] * w
                y.backward()
                return ["y": [y]]
            }
        }
        Misuse.expect(result, says: Self.noNumbers)
    }

    @Test("a walk in a recording's closure")
    func walkInside() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Recording(inputs: ["x": 1]) { inputs in
                _ = GraphWalk(from: inputs["x"][0])
                return ["y": inputs["x"]]
            }
        }
        Misuse.expect(result, says: Self.noNumbers)
    }

    @Test("numbers for a model of another tape than the thread's")
    func foreignNumbers() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape()
            let model = tape.use { MLP(1, [2, 1]) }
            withTape { _ = model([0.5]) }
        }
        Misuse.expect(result, says: Misuse.twoTapes)
    }
}
