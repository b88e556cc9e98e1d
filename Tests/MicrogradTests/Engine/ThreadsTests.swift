import Micrograd
import MicrogradSupport
import Testing

// The code of docs/threads.md, line by line: a test of the documents compares the two.

let examples: [(inputs: [Double], target: Double)] = [
    ([0, 0], -1), ([0, 1], 1), ([1, 0], 1), ([1, 1], -1),
]

/// Makes a step of training, and returns the loss before it.
func trainingStep(of model: MLP) -> Double {
    withTape {
        let errors = examples.map { (model($0.inputs)[0] - $0.target) ** 2 }
        let loss = errors[1...].reduce(errors[0], +)
        model.zeroGrad()
        loss.backward()
        for parameter in model.parameters { parameter.data -= 0.05 * parameter.grad }
        return loss.data
    }
}

/// Trains a network of its own, and returns its last loss.
func trainNetwork(seed: Int) -> Double {
    Tape().use {
        let model = MLP(2, [4, 1], activation: .tanh, seed: seed)
        for _ in 0..<200 { _ = trainingStep(of: model) }
        return trainingStep(of: model)
    }
}

/// Trains eight networks at a time, and returns their losses in the order of their seeds.
func trainNetworks() async -> [Double] {
    await withTaskGroup(of: (seed: Int, loss: Double).self) { group in
        for seed in 0..<8 {
            group.addTask { (seed, trainNetwork(seed: seed)) }
        }
        var losses = [Double](repeating: 0, count: 8)
        for await result in group { losses[result.seed] = result.loss }
        return losses
    }
}

actor Trainer {
    private let tape = Tape()
    private let model: MLP

    init(seed: Int) {
        model = tape.use { MLP(2, [4, 1], activation: .tanh, seed: seed) }
    }

    /// Makes some steps of training, and returns the loss before the last.
    func train(steps: Int) -> Double {
        tape.use {
            var loss = 0.0
            for _ in 0..<steps { loss = trainingStep(of: model) }
            return loss
        }
    }

    func score(_ inputs: [Double]) -> Double {
        tape.use { withTape { model(inputs)[0].data } }
    }

    /// Trains until the loss is small, and tells of it on the way.
    func train(to target: Double, report: @Sendable (Double) async -> Void) async {
        while true {
            let loss = train(steps: 25)
            await report(loss)
            if loss < target { return }
        }
    }
}

extension Trainer {
    fileprivate var tapeCount: Int { tape.count }

    /// Trains across `await`, and notes after each step how far it is.
    fileprivate func train(steps: Int, noting losses: Losses) async {
        for _ in 0..<steps {
            let loss = train(steps: 1)
            await losses.append(loss)
            await Task.yield()
        }
    }
}

/// Takes what several tasks report.
private actor Losses {
    private(set) var all: [Double] = []

    func append(_ loss: Double) { all.append(loss) }
}

@Suite("The guide to threads")
struct ThreadsTests {
    @Test("trains eight networks in tasks as one after the other")
    func tasks() async {
        let losses = await trainNetworks()
        let expected = (0..<8).map(trainNetwork)
        #expect(losses.map(\.bitPattern) == expected.map(\.bitPattern))
        #expect(Set(losses).count == 8)
        #expect(losses.filter { $0 < 0.01 }.count > 5, "most have learned it")
    }

    @Test("has the gradients of tasks to the last bit")
    func gradients() async {
        /// The gradients of all parameters in each of 30 steps.
        @Sendable func gradients(seed: Int) -> [UInt64] {
            Tape().use {
                let model = MLP(2, [4, 3, 1], activation: .tanh, seed: seed)
                return (0..<30).flatMap { _ in
                    _ = trainingStep(of: model)
                    return model.parameters.map(\.grad.bitPattern)
                }
            }
        }
        let expected = (0..<8).map(gradients)
        #expect(Set(expected).count == 8)
        for _ in 0..<3 {
            await withTaskGroup(of: (Int, [UInt64]).self) { group in
                for seed in 0..<8 { group.addTask { (seed, gradients(seed: seed)) } }
                for await (seed, result) in group { #expect(result == expected[seed], "seed \(seed)") }
            }
        }
    }

    @Test("shares an actor's network among tasks, which train it as one would")
    func actorOfTasks() async {
        let trainer = Trainer(seed: 1)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask { _ = await trainer.train(steps: 10) }
            }
        }
        let loss = await trainer.train(steps: 1)  // 0.0000900
        let score = await trainer.score([0, 1])  // 0.9954
        #expect(loss.fixed(7) == "0.0000900")
        #expect(score.fixed(4) == "0.9954")
        let expected = Tape().use {
            let model = MLP(2, [4, 1], activation: .tanh, seed: 1)
            return (0..<81).map { _ in trainingStep(of: model) }
        }
        #expect(loss == expected[80])
        #expect(await trainer.tapeCount == 17)
    }

    @Test("keeps an actor's values valid across await, while other tasks train with them")
    func actorAcrossAwait() async {
        let trainer = Trainer(seed: 3)
        let losses = Losses()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 { group.addTask { await trainer.train(steps: 50, noting: losses) } }
        }
        let expected = Tape().use {
            let model = MLP(2, [4, 1], activation: .tanh, seed: 3)
            return (0..<200).map { _ in trainingStep(of: model) }
        }
        // Tasks report in an order of their own.
        #expect(await losses.all.sorted() == expected.sorted())
        #expect(expected[199] < expected[0] / 100)
        #expect(await trainer.tapeCount == 17)
    }

    @Test("trains to a loss, and tells of it on the way")
    func report() async {
        let trainer = Trainer(seed: 1)
        let losses = Losses()
        await trainer.train(to: 1e-3) { await losses.append($0) }
        let all = await losses.all
        #expect(all.count > 2)
        #expect(zip(all, all.dropFirst()).allSatisfy { $0 > $1 })
        #expect(all.filter { $0 < 1e-3 }.count == 1 && all.last ?? 1 < 1e-3)
    }
}
