import Foundation
import Micrograd
import Testing

/// Each misuse ends the process with its message on standard error, in debug and in release.
///
/// An exit test is a literal closure that captures nothing: hence one function each.
@Suite("Misuse ends with a message:")
struct ValueChecksTests {

    // MARK: After the end of a region

    @Test("the data of a value whose region has ended")
    func staleData() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = withTape { Value(1) }
            print(x.data)
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("its data, set")
    func staleSetData() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = withTape { Value(1) }
            x.data = 2
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("its gradient")
    func staleGradient() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = withTape { Value(1) }
            print(x.grad)
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("its gradient, removed")
    func staleZeroGrad() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = withTape { Value(1) }
            x.zeroGrad()
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("its label")
    func staleLabel() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = withTape { Value(1) }
            x.label = "x"
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("an operation on it")
    func staleUnary() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = withTape { Value(1) }
            _ = x.tanh()
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("an operation on it and a number")
    func staleConstant() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = withTape { Value(1) }
            _ = 2 - x
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("an operation on it and a valid value")
    func staleOperand() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = withTape { Value(1) }
            _ = Value(2) * x
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("backward from it")
    func staleBackward() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = withTape { Value(1) * 2.0 }
            x.backward()
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("a walk from it")
    func staleWalk() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = withTape { Value(1) * 2.0 }
            print(GraphWalk(from: x).count)
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("a walk from it and a valid value")
    func staleRoot() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = Value(1)
            let y = withTape { x * 2.0 }
            print(GraphWalk(from: [x, y]).count)
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("a walk that was made in the region, run after it")
    func staleMadeWalk() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = Value(1)
            let walk = withTape { GraphWalk(from: x * 2.0) }
            print(Array(walk).count)
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("the same, where only one root was of the region")
    func staleMadeWalkOfTwoRoots() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = Value(1)
            let walk = withTape { GraphWalk(from: [x, x * 2.0, x]) }
            _ = x * x
            print(Array(walk).count)
        }
        Misuse.expect(result, says: Misuse.stale)
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
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("a value of an inner region in an outer one")
    func staleNested() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            withTape {
                let x = withTape { Value(1) }
                _ = Value(2) + x
            }
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    // MARK: Tapes

    @Test("a value of a tape that has ended")
    func endedTape() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            func make() -> Value { Tape().use { Value(1) } }
            print(make().data)
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("a value of a tape that has ended, whose memory another tape has")
    func endedTapeReplaced() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            func make() -> Value { Tape().use { Value(1) } }
            let x = make()
            Tape().use { print(Value(2).data, x.data) }
        }
        Misuse.expect(result, says: Misuse.stale)
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
        Misuse.expect(result, says: Misuse.twoTapes)
    }

    @Test("a value of a tape with one of the default tape")
    func tapeAndDefault() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape()
            let x = tape.use { Value(1) }
            _ = max(Value(2), x)
            withExtendedLifetime(tape) {}
        }
        Misuse.expect(result, says: Misuse.twoTapes)
    }

    @Test("a walk from values of two tapes")
    func walkOfTwoTapes() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape()
            let x = tape.use { Value(1) }
            print(GraphWalk(from: [x, Value(2)]).count)
            withExtendedLifetime(tape) {}
        }
        Misuse.expect(result, says: Misuse.twoTapes)
    }

    @Test("a walk from nothing")
    func emptyWalk() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            print(GraphWalk(from: []).count)
        }
        Misuse.expect(result, says: "A walk needs at least one value to start from.")
    }

    // MARK: Threads

    @Test("a value of one thread's default tape on another thread")
    func otherThread() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            nonisolated(unsafe) let x = Value(1)
            onThread { print(x.data) }
        }
        Misuse.expect(result, says: Misuse.otherThread)
    }

    @Test("the same, where the other thread has a default tape of its own")
    func otherThreadWithTape() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            nonisolated(unsafe) let x = Value(1)
            onThread { _ = Value(2) + x }
        }
        Misuse.expect(result, says: Misuse.otherThread)
    }

    @Test("a value of a thread that has ended")
    func endedThread() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            nonisolated(unsafe) var x: Value?
            onThread { x = Value(1) }
            print(x?.data ?? 0)
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("the same on a new thread, which the system may give the old one's place")
    func endedThreadReplaced() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            nonisolated(unsafe) var x: Value?
            onThread { x = Value(1) }
            onThread { print(x?.data ?? 0) }
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("the same on a new thread with a default tape of its own")
    func endedThreadReplacedWithTape() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            nonisolated(unsafe) var x: Value?
            onThread { x = Value(1) }
            onThread { print(Value(2).data, x?.data ?? 0) }
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    // MARK: Lists and networks: each operand is checked

    @Test("a stale value in the first list of a dot product")
    func staleDotFirst() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = withTape { Value(1) }
            _ = dot([Value(2), x], [Value(3), Value(4)])
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("a stale value in the second list")
    func staleDotSecond() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = withTape { Value(1) }
            _ = dot([Value(2), Value(3)], [x, Value(4)])
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("a stale value in a sum")
    func staleSum() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = withTape { Value(1) }
            _ = sum([Value(2), x])
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("a stale value as the only one of a sum")
    func staleSumOfOne() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = withTape { Value(1) }
            _ = sum([x])
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("a stale value of an inner region in a sum of an outer one")
    func staleNestedSum() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            withTape {
                let x = withTape { Value(1) }
                _ = sum([Value(2), x])
            }
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("a stale input of a neuron")
    func staleNeuronInput() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = withTape { Value(1) }
            _ = Neuron(2)([Value(2), x])
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("a stale input of a layer")
    func staleLayerInput() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = withTape { Value(1) }
            _ = Layer(2, 3)([x, Value(2)])
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("a stale input of a network")
    func staleNetworkInput() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = withTape { Value(1) }
            _ = MLP(2, [3, 1])([Value(2), x])
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("a stale input whose place in the tape has a new value")
    func staleReplacedInput() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let layer = Layer(1, 2)
            let x = withTape { Value(1) }
            withTape {
                let y = Value(2)
                print(y.data, layer([x]).count)
            }
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("a neuron whose region has ended")
    func staleNeuron() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let neuron = withTape { Neuron(1) }
            _ = neuron([Value(2)])
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("a layer whose region has ended")
    func staleLayer() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let layer = withTape { Layer(1, 2) }
            _ = layer([Value(2)])
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("a network whose region has ended")
    func staleNetwork() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let model = withTape { MLP(1, [2, 1]) }
            _ = model([Value(2)])
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("the same, called with numbers")
    func staleNetworkOfNumbers() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let model = withTape { MLP(1, [2, 1]) }
            _ = model([2.0])
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("an output whose region has ended")
    func staleOutput() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let layer = Layer(1, 2)
            let outputs = withTape { layer([Value(2)]) }
            print(outputs[1].data)
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("a value of another tape in the first list of a dot product")
    func foreignDotFirst() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape()
            let x = tape.use { Value(1) }
            _ = dot([Value(2), x], [Value(3), Value(4)])
            withExtendedLifetime(tape) {}
        }
        Misuse.expect(result, says: Misuse.twoTapes)
    }

    @Test("a value of another tape in the second list")
    func foreignDotSecond() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape()
            let x = tape.use { Value(1) }
            _ = dot([Value(2), Value(3)], [Value(4), x])
            withExtendedLifetime(tape) {}
        }
        Misuse.expect(result, says: Misuse.twoTapes)
    }

    @Test("two lists of two tapes")
    func foreignDotLists() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape()
            let x = tape.use { Value(1) }
            _ = dot([x, x], [Value(3), Value(4)])
            withExtendedLifetime(tape) {}
        }
        Misuse.expect(result, says: Misuse.twoTapes)
    }

    @Test("a value of another tape in a sum")
    func foreignSum() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape()
            let x = tape.use { Value(1) }
            _ = sum([Value(2), Value(3), x])
            withExtendedLifetime(tape) {}
        }
        Misuse.expect(result, says: Misuse.twoTapes)
    }

    @Test("an input of a neuron from another tape")
    func foreignNeuronInput() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape()
            let x = tape.use { Value(1) }
            _ = Neuron(2)([Value(2), x])
            withExtendedLifetime(tape) {}
        }
        Misuse.expect(result, says: Misuse.twoTapes)
    }

    @Test("an input of a layer from another tape")
    func foreignLayerInput() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape()
            let x = tape.use { Value(1) }
            _ = Layer(2, 3)([Value(2), x])
            withExtendedLifetime(tape) {}
        }
        Misuse.expect(result, says: Misuse.twoTapes)
    }

    @Test("an input of a network from another tape")
    func foreignNetworkInput() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape()
            let x = tape.use { Value(1) }
            _ = MLP(1, [3, 1])([x])
            withExtendedLifetime(tape) {}
        }
        Misuse.expect(result, says: Misuse.twoTapes)
    }

    @Test("inputs of this tape for a network of another")
    func foreignNetwork() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape()
            let model = tape.use { MLP(1, [2, 1]) }
            _ = model([Value(2)])
            withExtendedLifetime(tape) {}
        }
        Misuse.expect(result, says: Misuse.twoTapes)
    }

    @Test("a dot product of another thread's values")
    func otherThreadDot() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            nonisolated(unsafe) let x = Value(1)
            onThread { _ = dot([x], [x]) }
        }
        Misuse.expect(result, says: Misuse.otherThread)
    }

    @Test("a dot product of own values with another thread's")
    func otherThreadDotSecond() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            nonisolated(unsafe) let x = Value(1)
            onThread { _ = dot([Value(2)], [x]) }
        }
        Misuse.expect(result, says: Misuse.otherThread)
    }

    @Test("a sum of another thread's values")
    func otherThreadSum() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            nonisolated(unsafe) let x = Value(1)
            onThread { _ = sum([Value(2), x]) }
        }
        Misuse.expect(result, says: Misuse.otherThread)
    }

    @Test("an input of a neuron from another thread")
    func otherThreadNeuronInput() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            nonisolated(unsafe) let x = Value(1)
            onThread { _ = Neuron(1)([x]) }
        }
        Misuse.expect(result, says: Misuse.otherThread)
    }

    @Test("an input of a layer from another thread")
    func otherThreadLayerInput() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            nonisolated(unsafe) let x = Value(1)
            onThread { _ = Layer(2, 2)([Value(2), x]) }
        }
        Misuse.expect(result, says: Misuse.otherThread)
    }

    @Test("an input of a network from another thread")
    func otherThreadNetworkInput() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            nonisolated(unsafe) let x = Value(1)
            onThread { _ = MLP(1, [2])([x]) }
        }
        Misuse.expect(result, says: Misuse.otherThread)
    }

    @Test("a neuron of another thread")
    func otherThreadNeuron() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            nonisolated(unsafe) let neuron = Neuron(1)
            onThread { _ = neuron([Value(2)]) }
        }
        Misuse.expect(result, says: Misuse.otherThread)
    }

    @Test("a layer of another thread")
    func otherThreadLayer() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            nonisolated(unsafe) let layer = Layer(1, 2)
            onThread { _ = layer([Value(2)]) }
        }
        Misuse.expect(result, says: Misuse.otherThread)
    }

    @Test("a network of another thread")
    func otherThreadNetwork() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            nonisolated(unsafe) let model = MLP(1, [2, 1])
            onThread { _ = model([Value(2)]) }
        }
        Misuse.expect(result, says: Misuse.otherThread)
    }

    @Test("the same, called with numbers")
    func otherThreadNetworkOfNumbers() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            nonisolated(unsafe) let model = MLP(1, [2, 1])
            onThread { _ = model([2.0]) }
        }
        Misuse.expect(result, says: Misuse.otherThread)
    }

    @Test("a dot product of lists of different lengths")
    func dotCounts() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = dot([Value(1), Value(2)], [Value(3)])
        }
        Misuse.expect(
            result, says: "A dot product was given 2 and 1 values: both lists need the same number.")
    }

    @Test("a dot product of an empty list with a longer one")
    func dotEmptyCount() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = dot([], [Value(3)])
        }
        Misuse.expect(
            result, says: "A dot product was given 0 and 1 values: both lists need the same number.")
    }

    @Test("a layer with too few inputs")
    func layerInputCount() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Layer(3, 2)([Value(1), Value(2)])
        }
        Misuse.expect(result, says: "A layer of 3 inputs, shape [3], was given the shape [2].")
    }

    @Test("a network with too few numbers")
    func networkNumberCount() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = MLP(3, [2, 1])([1.0, 2.0])
        }
        Misuse.expect(result, says: "A layer of 3 inputs, shape [3], was given the shape [2].")
    }

    @Test("a network without inputs")
    func networkNoInputs() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = MLP(1, [2, 1])([Value]())
        }
        Misuse.expect(result, says: "A layer of 1 inputs, shape [1], was given the shape [0].")
    }

    @Test("an output of a layer as a parameter")
    func outputParameter() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            Layer(1, 1, activation: .tanh)([Value(1)])[0].isParameter = true
        }
        Misuse.expect(result, says: "Only a leaf can be a parameter, and this value was computed by `tanh`.")
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
        Misuse.expect(result, says: Misuse.otherThread)
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
        Misuse.expect(result, says: Misuse.otherThread)
    }

    @Test("inputs made outside of the tape of a network")
    func forgottenUse() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape()
            let model = tape.use { MLP(2, [1]) }
            _ = model([Value(1), Value(2)])
            withExtendedLifetime(tape) {}
        }
        Misuse.expect(result, says: Misuse.twoTapes)
    }

    // MARK: After a tape was compacted

    @Test("a value that was not kept")
    func droppedValue() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = Value(1), y = Value(2)
            _ = Tape.compact(keeping: [x])
            print(y.data)
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("the old handle of one that was")
    func movedValue() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = Value(1)
            _ = Tape.compact(keeping: [x])
            print(x.data)
        }
        Misuse.expect(result, says: Misuse.stale)
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
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("the handle of one compaction after another")
    func movedTwice() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = Value(1)
            let once = Tape.compact(keeping: [x])
            _ = Tape.compact(keeping: once)
            print(once[0].data)
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("a network whose parameters moved")
    func movedNetwork() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let model = MLP(1, [1])
            let x = Tape.compact(keeping: model.parameters + [Value(1)])[2]
            _ = model([x])
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("a walk over values that moved")
    func movedWalk() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = Value(1)
            let walk = GraphWalk(from: x * 2.0)
            _ = Tape.compact(keeping: [x])
            print(Array(walk).count)
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("a value that had ended before, kept")
    func staleKept() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = withTape { Value(1) }
            _ = Tape.compact(keeping: [x])
        }
        Misuse.expect(result, says: Misuse.stale)
    }

    @Test("a value of another tape, kept")
    func keptOfAnotherTape() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let tape = Tape()
            let x = tape.use { Value(1) }
            _ = Tape.compact(keeping: [Value(2), x])
            withExtendedLifetime(tape) {}
        }
        Misuse.expect(result, says: "A tape was compacted to keep a value of another tape.")
    }

    // MARK: Parameters and networks

    @Test("a computed value as a parameter")
    func computedParameter() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let x = Value(1) * 2.0
            x.isParameter = true
        }
        Misuse.expect(result, says: "Only a leaf can be a parameter, and this value was computed by `*`.")
    }

    @Test("a neuron with too few inputs")
    func inputCount() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Neuron(3)([Value(1), Value(2)])
        }
        Misuse.expect(result, says: "A neuron of 3 inputs, shape [3], was given the shape [2].")
    }

    @Test("a network with too many inputs")
    func networkInputCount() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = MLP(1, [2, 1])([Value(1), Value(2)])
        }
        Misuse.expect(result, says: "A layer of 1 inputs, shape [1], was given the shape [2].")
    }

    @Test("a neuron without inputs")
    func emptyNeuron() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Neuron(0)
        }
        Misuse.expect(result, says: "A neuron needs at least one input (got 0).")
    }

    @Test("a layer without neurons")
    func emptyLayer() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Layer(2, 0)
        }
        Misuse.expect(result, says: "A layer needs at least one neuron (got 0).")
    }

    @Test("a network without layers")
    func emptyNetwork() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = MLP(2, [])
        }
        Misuse.expect(result, says: "An MLP needs at least one layer.")
    }
}
