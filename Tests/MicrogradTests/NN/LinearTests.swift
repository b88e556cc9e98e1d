import Micrograd
import Testing

@Suite("A linear layer")
struct LinearTests {
    @Test("has its parameters output by output, by name")
    func names() {
        withTape {
            let layer = Linear(2, 2)
            #expect(
                layer.namedParameters.map(\.name) == [
                    "weight.0.0", "weight.0.1", "bias.0", "weight.1.0", "weight.1.1", "bias.1",
                ])
            let own = (0..<2).flatMap { layer.weights[$0] + [layer.biases[$0]] }
            #expect(own.map(\.position) == layer.parameters.map(\.position))
            #expect(!layer.parameters.contains { !$0.isParameter })
        }
    }

    @Test("draws its weights from the stream, and starts with biases of 0")
    func start() {
        withTape {
            let layer = Linear(4, 3, initializer: .uniform(-1, 1), seed: 9)
            var random = RandomStream(seed: 9)
            #expect(layer.weights.flatMap { $0.map(\.data) } == (0..<12).map { _ in random.uniform(-1, 1) })
            #expect(layer.biases.map(\.data) == [0, 0, 0])
        }
    }

    @Test("is a frame of its name in pictures")
    func scope() {
        withTape {
            let walk = GraphWalk(from: Linear(2, 1, name: "head")([1.0, 2.0])[0])
            #expect(walk.scopes.map(\.name) == ["head"])
            #expect(walk.scopes.map(\.kind) == ["linear"])
        }
    }
}
