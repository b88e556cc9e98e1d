import Foundation
import Micrograd
import Testing

/// Each misuse ends the process with its message on standard error, in debug and in release.
///
/// An exit test is a literal closure that captures nothing: hence one function each.
@Suite("Misuse ends with a message:")
struct ValueChecksTests {
    private static let stale = "A value was used after the end of the `withTape { }` or the tape"
    private static let twoTapes = "An operation was given values of two tapes."
    private static let otherThread = "A value of another thread's default tape was used."

    private func expect(
        _ result: ExitTest.Result?, says message: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(
            text.contains("Fatal error: \(message)"), "\(text.prefix(300))", sourceLocation: sourceLocation)
    }

    // MARK: After the end of a region

    @Test("the data of a value whose region has ended")
    func staleData() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = withTape { Value(1) }
            print(x.data)
        }
        expect(result, says: Self.stale)
    }

    @Test("its data, set")
    func staleSetData() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = withTape { Value(1) }
            x.data = 2
        }
        expect(result, says: Self.stale)
    }

    @Test("its gradient")
    func staleGradient() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = withTape { Value(1) }
            print(x.grad)
        }
        expect(result, says: Self.stale)
    }

    @Test("its gradient, removed")
    func staleZeroGrad() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = withTape { Value(1) }
            x.zeroGrad()
        }
        expect(result, says: Self.stale)
    }

    @Test("its label")
    func staleLabel() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = withTape { Value(1) }
            x.label = "x"
        }
        expect(result, says: Self.stale)
    }

    @Test("an operation on it")
    func staleUnary() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = withTape { Value(1) }
            _ = x.tanh()
        }
        expect(result, says: Self.stale)
    }

    @Test("an operation on it and a number")
    func staleConstant() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = withTape { Value(1) }
            _ = 2 - x
        }
        expect(result, says: Self.stale)
    }

    @Test("an operation on it and a valid value")
    func staleOperand() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = withTape { Value(1) }
            _ = Value(2) * x
        }
        expect(result, says: Self.stale)
    }

    @Test("backward from it")
    func staleBackward() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = withTape { Value(1) * 2.0 }
            x.backward()
        }
        expect(result, says: Self.stale)
    }

    @Test("a walk from it")
    func staleWalk() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = withTape { Value(1) * 2.0 }
            print(GraphWalk(from: x).count)
        }
        expect(result, says: Self.stale)
    }

    @Test("a walk from it and a valid value")
    func staleRoot() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = Value(1)
            let y = withTape { x * 2.0 }
            print(GraphWalk(from: [x, y]).count)
        }
        expect(result, says: Self.stale)
    }

    @Test("a walk that was made in the region, run after it")
    func staleMadeWalk() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = Value(1)
            let walk = withTape { GraphWalk(from: x * 2.0) }
            print(Array(walk).count)
        }
        expect(result, says: Self.stale)
    }

    @Test("the same, where only one root was of the region")
    func staleMadeWalkOfTwoRoots() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = Value(1)
            let walk = withTape { GraphWalk(from: [x, x * 2.0, x]) }
            _ = x * x
            print(Array(walk).count)
        }
        expect(result, says: Self.stale)
    }

    @Test("a value whose place in the tape has a new one")
    func staleReplaced() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = withTape { Value(1) }
            withTape {
                let y = Value(2)
                print(y.data, x.data)
            }
        }
        expect(result, says: Self.stale)
    }

    @Test("a value of an inner region in an outer one")
    func staleNested() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            withTape {
                let x = withTape { Value(1) }
                _ = Value(2) + x
            }
        }
        expect(result, says: Self.stale)
    }

    // MARK: Tapes

    @Test("a value of a tape that has ended")
    func endedTape() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            func make() -> Value { Tape().use { Value(1) } }
            print(make().data)
        }
        expect(result, says: Self.stale)
    }

    @Test("a value of a tape that has ended, whose memory another tape has")
    func endedTapeReplaced() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            func make() -> Value { Tape().use { Value(1) } }
            let x = make()
            Tape().use { print(Value(2).data, x.data) }
        }
        expect(result, says: Self.stale)
    }

    @Test("values of two tapes in one operation")
    func twoTapes() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let one = Tape(), other = Tape()
            let x = one.use { Value(1) }
            let y = other.use { Value(2) }
            _ = x * y
            withExtendedLifetime((one, other)) {}
        }
        expect(result, says: Self.twoTapes)
    }

    @Test("a value of a tape with one of the default tape")
    func tapeAndDefault() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape()
            let x = tape.use { Value(1) }
            _ = max(Value(2), x)
            withExtendedLifetime(tape) {}
        }
        expect(result, says: Self.twoTapes)
    }

    @Test("a walk from values of two tapes")
    func walkOfTwoTapes() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape()
            let x = tape.use { Value(1) }
            print(GraphWalk(from: [x, Value(2)]).count)
            withExtendedLifetime(tape) {}
        }
        expect(result, says: Self.twoTapes)
    }

    @Test("a walk from nothing")
    func emptyWalk() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            print(GraphWalk(from: []).count)
        }
        expect(result, says: "A walk needs at least one value to start from.")
    }

    // MARK: Threads

    @Test("a value of one thread's default tape on another thread")
    func otherThread() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            nonisolated(unsafe) let x = Value(1)
            onThread { print(x.data) }
        }
        expect(result, says: Self.otherThread)
    }

    @Test("the same, where the other thread has a default tape of its own")
    func otherThreadWithTape() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            nonisolated(unsafe) let x = Value(1)
            onThread { _ = Value(2) + x }
        }
        expect(result, says: Self.otherThread)
    }

    @Test("a value of a thread that has ended")
    func endedThread() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            nonisolated(unsafe) var x: Value?
            onThread { x = Value(1) }
            print(x?.data ?? 0)
        }
        expect(result, says: Self.stale)
    }

    @Test("the same on a new thread, which the system may give the old one's place")
    func endedThreadReplaced() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            nonisolated(unsafe) var x: Value?
            onThread { x = Value(1) }
            onThread { print(x?.data ?? 0) }
        }
        expect(result, says: Self.stale)
    }

    @Test("the same on a new thread with a default tape of its own")
    func endedThreadReplacedWithTape() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            nonisolated(unsafe) var x: Value?
            onThread { x = Value(1) }
            onThread { print(Value(2).data, x?.data ?? 0) }
        }
        expect(result, says: Self.stale)
    }

    // MARK: Tasks

    @Test("a value of a default tape, handed to a task")
    func handedToTask() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            nonisolated(unsafe) var x: Value?
            onThread {
                x = Value(1)
                nonisolated(unsafe) let x = x
                // The thread waits, so that its tape stays.
                let isDone = DispatchSemaphore(value: 0)
                Task.detached {
                    print(x?.data ?? 0)
                    isDone.signal()
                }
                isDone.wait()
            }
        }
        expect(result, says: Self.otherThread)
    }

    @Test(
        "a value of a default tape after await",
        // With one core a task may go on in the same thread each time.
        .enabled(if: ProcessInfo.processInfo.activeProcessorCount > 1))
    func acrossAwait() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            @Sendable func wait() async {
                let x = Value(1)
                for _ in 0..<100_000 {
                    await Task.yield()
                    x.data += 1
                }
            }
            await withTaskGroup { group in
                for _ in 0..<4 { group.addTask { await wait() } }
            }
        }
        expect(result, says: Self.otherThread)
    }

    @Test("inputs made outside of the tape of a network")
    func forgottenUse() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape()
            let model = tape.use { MLP(2, [1]) }
            _ = model([Value(1), Value(2)])
            withExtendedLifetime(tape) {}
        }
        expect(result, says: Self.twoTapes)
    }

    // MARK: After a tape was compacted

    @Test("a value that was not kept")
    func droppedValue() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = Value(1), y = Value(2)
            _ = Tape.compact(keeping: [x])
            print(y.data)
        }
        expect(result, says: Self.stale)
    }

    @Test("the old handle of one that was")
    func movedValue() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = Value(1)
            _ = Tape.compact(keeping: [x])
            print(x.data)
        }
        expect(result, says: Self.stale)
    }

    @Test("the same, in an operation on its new one")
    func movedOperand() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            withTape {
                let x = Value(1)
                let kept = Tape.compact(keeping: [x])
                _ = kept[0] * x
            }
        }
        expect(result, says: Self.stale)
    }

    @Test("the handle of one compaction after another")
    func movedTwice() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = Value(1)
            let once = Tape.compact(keeping: [x])
            _ = Tape.compact(keeping: once)
            print(once[0].data)
        }
        expect(result, says: Self.stale)
    }

    @Test("a network whose parameters moved")
    func movedNetwork() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let model = MLP(1, [1])
            let x = Tape.compact(keeping: model.parameters + [Value(1)])[2]
            _ = model([x])
        }
        expect(result, says: Self.stale)
    }

    @Test("a neuron moved to a part of its parameters")
    func movedInPart() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let neuron = Neuron(2)
            _ = neuron.moved(to: Tape.compact(keeping: neuron.weights))
        }
        expect(result, says: "A neuron moves to what `Tape.compact(keeping:)` returned")
    }

    @Test("a walk over values that moved")
    func movedWalk() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = Value(1)
            let walk = GraphWalk(from: x * 2.0)
            _ = Tape.compact(keeping: [x])
            print(Array(walk).count)
        }
        expect(result, says: Self.stale)
    }

    @Test("a value that had ended before, kept")
    func staleKept() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = withTape { Value(1) }
            _ = Tape.compact(keeping: [x])
        }
        expect(result, says: Self.stale)
    }

    @Test("a value of another tape, kept")
    func keptOfAnotherTape() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape()
            let x = tape.use { Value(1) }
            _ = Tape.compact(keeping: [Value(2), x])
            withExtendedLifetime(tape) {}
        }
        expect(result, says: "A tape was compacted to keep a value of another tape.")
    }

    // MARK: Parameters and networks

    @Test("a computed value as a parameter")
    func computedParameter() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = Value(1) * 2.0
            x.isParameter = true
        }
        expect(result, says: "Only a leaf can be a parameter, and this value was computed by `*`.")
    }

    @Test("a neuron with too few inputs")
    func inputCount() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Neuron(3)([Value(1), Value(2)])
        }
        expect(result, says: "A neuron of 3 inputs was given 2.")
    }

    @Test("a network with too many inputs")
    func networkInputCount() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = MLP(1, [2, 1])([Value(1), Value(2)])
        }
        expect(result, says: "A neuron of 1 inputs was given 2.")
    }

    @Test("a neuron without inputs")
    func emptyNeuron() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Neuron(0)
        }
        expect(result, says: "A neuron needs at least one input (got 0).")
    }

    @Test("a layer without neurons")
    func emptyLayer() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Layer(2, 0)
        }
        expect(result, says: "A layer needs at least one neuron (got 0).")
    }

    @Test("a network without layers")
    func emptyNetwork() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = MLP(2, [])
        }
        expect(result, says: "An MLP needs at least one layer.")
    }
}
