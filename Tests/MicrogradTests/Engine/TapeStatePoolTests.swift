import Micrograd
import Testing

@Suite("Threads and tasks")
struct TapeStatePoolTests {
    /// Trains a small network and returns its losses.
    @Sendable private static func losses() -> [Double] {
        let model = MLP(2, [4, 1], activation: .tanh, seed: 42)
        return (0..<40).map { step in
            withTape {
                let scores = [(0.5, -1.0), (-0.25, 2.0)].map { x, y in model([Value(x), Value(y)])[0] }
                let loss = (scores[0] - 1) ** 2 + (scores[1] + 1) ** 2
                model.zeroGrad()
                loss.backward()
                for parameter in model.parameters { parameter.data -= 0.05 * parameter.grad }
                return loss.data
            }
        }
    }

    private static let expected = Tape().use { losses() }

    @Test("in eight threads with their default tapes compute the same")
    func defaultTapes() {
        let expected = Self.expected
        #expect(expected[39] < expected[0] / 10)
        // One place for each thread; no lock, because the threads' own work is what the test is about.
        nonisolated(unsafe) let results = UnsafeMutablePointer<[[Double]]>.allocate(capacity: 8)
        results.initialize(repeating: [], count: 8)
        let threads = (0..<8).map { index in
            Thread {
                for _ in 0..<5 { results[index].append(Self.losses()) }
            }
        }
        for thread in threads { thread.join() }
        for index in 0..<8 { #expect(results[index] == Array(repeating: expected, count: 5)) }
        results.deinitialize(count: 8)
        results.deallocate()
    }

    @Test("in eight tasks with tapes of their own compute the same")
    func ownTapes() async {
        let expected = Self.expected
        await withTaskGroup(of: [Double].self) { group in
            for _ in 0..<8 {
                group.addTask { Tape().use { Self.losses() } }
            }
            for await losses in group { #expect(losses == expected) }
        }
    }

    @Test("find the default tape empty on a new thread, however many have ended")
    func endedThreads() {
        for _ in 0..<200 {
            onThread {
                let x = Value(1)
                #expect(x.label == nil && x.grad == 0)
                x.label = "x"
                (x * x).backward()
                #expect(x.grad == 2)
            }
        }
    }

    private actor Trainer {
        private let tape = Tape()
        private let weight: Value

        init() {
            weight = tape.use { Value(0.5, label: "w") }
        }

        var result: (weight: Double, count: Int) { (weight.data, tape.count) }

        func train() async {
            for _ in 0..<100 {
                step()
                await Task.yield()
            }
        }

        private func step() {
            tape.use {
                withTape {
                    let loss = (weight * 3.0 - 6.0) ** 2
                    weight.zeroGrad()
                    loss.backward()
                    weight.data -= 0.01 * weight.grad
                }
            }
        }
    }

    @Test("may share an actor that keeps a tape and trains across await")
    func actors() async {
        let trainers = (0..<4).map { _ in Trainer() }
        await withTaskGroup { group in
            for trainer in trainers + trainers {
                group.addTask { await trainer.train() }
            }
        }
        for trainer in trainers {
            let (weight, count) = await trainer.result
            #expect(abs(weight - 2) < 1e-12)
            #expect(count == 1)
        }
    }
}
