import Micrograd
import Synchronization
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
        let results = Mutex<[[Double]]>([])
        let group = (0..<8).map { _ in
            Thread {
                for _ in 0..<5 {
                    let losses = Self.losses()
                    results.withLock { $0.append(losses) }
                }
            }
        }
        for thread in group { thread.join() }
        let all = results.withLock { $0 }
        #expect(all.count == 40)
        #expect(!all.contains { $0 != expected })
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
