import Micrograd
import MicrogradSupport
import Testing

@Suite("A neuron")
struct NeuronTests {
    @Test("is that of micrograd's picture gout.svg")
    func gout() {
        withTape {
            let inputs = [Value(1.0), Value(-2.0)]
            var random = RandomStream(seed: 1337)
            let neuron = Neuron(2, using: &random)
            let y = neuron(inputs)
            y.backward()
            let walk = GraphWalk(from: y)
            func pair(_ node: GraphNode) -> String { "\(node.data.fixed(4)) \((node.grad ?? .nan).fixed(4))" }
            // Inputs, weights, bias, then product and sum for each input, and the activation.
            #expect(
                walk.map(pair) == [
                    "1.0000 0.2355", "-2.0000 0.0665", "0.2355 1.0000", "0.0665 -2.0000", "0.0000 1.0000",
                    "0.2355 1.0000", "0.2355 1.0000", "-0.1331 1.0000", "0.1024 1.0000", "0.1024 1.0000",
                ])
            #expect(walk.compactMap(\.operation) == [.multiply, .add, .multiply, .add, .relu])
            // The picture has an edge from each operand and one from each operation to its result.
            #expect(walk.reduce(0) { $0 + $1.operands.count } + 5 == 14)
        }
    }

    @Test("has its weights, then its bias as parameters, with labels")
    func parameters() {
        withTape {
            let neuron = Neuron(3, activation: .tanh, seed: 1)
            #expect(neuron.parameters.map(\.label) == ["w0", "w1", "w2", "b"])
            #expect(!neuron.parameters.contains { !$0.isParameter || !$0.isLeaf })
            #expect(neuron.parameters.map(\.data) == neuron.weights.map(\.data) + [0])
            var random = RandomStream(seed: 1)
            #expect(neuron.weights.map(\.data) == (0..<3).map { _ in random.uniform(-1, 1) })
        }
    }

    @Test("adds the weighted inputs to its bias and applies its activation", arguments: Activation.allCases)
    func output(activation: Activation) {
        withTape {
            let neuron = Neuron(2, activation: activation, seed: 2)
            neuron.bias.data = 0.125
            let inputs = [Value(0.3), Value(-0.7)]
            let sum = 0.125 + neuron.weights[0].data * 0.3 + neuron.weights[1].data * -0.7
            #expect(neuron(inputs).data == activation(Value(sum)).data)
        }
    }
}
