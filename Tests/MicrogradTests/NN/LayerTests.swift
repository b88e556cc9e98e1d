import Micrograd
import Testing

@Suite("A layer")
struct LayerTests {
    @Test("gives the outputs of its neurons, which draw their weights one after the other")
    func neurons() {
        withTape {
            let layer = Layer(2, 3, activation: .tanh, seed: 5)
            let inputs = [Value(0.5), Value(-1.5)]
            #expect(layer(inputs).map(\.data) == layer.neurons.map { $0(inputs).data })
            #expect(layer.neurons.map(\.activation) == [.tanh, .tanh, .tanh])
            var random = RandomStream(seed: 5)
            let weights = (0..<6).map { _ in random.uniform(-1, 1) }
            #expect(layer.neurons.flatMap(\.weights).map(\.data) == weights)
        }
    }

    @Test("has the parameters of its neurons, first to last")
    func parameters() {
        withTape {
            let layer = Layer(2, 2)
            #expect(layer.parameters.map(\.label) == ["w0", "w1", "b", "w0", "w1", "b"])
        }
    }
}
