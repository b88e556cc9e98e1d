import Micrograd
import Testing

@Suite("A copy of a module")
struct ModuleCopyTests {
    private struct Classifier: Model {
        let hidden = Linear(2, 3, seed: 1)
        let output = Linear(3, 2, seed: 2)

        func callAsFunction(_ x: Values) -> Values { output(hidden(x).tanh()) }

        func copy() -> Classifier {
            let copy = Classifier()
            copy.copyParameters(from: self)
            return copy
        }
    }

    @Test("computes the same from parameters of its own")
    func own() {
        withTape {
            let models: [any Model] = [
                MLP(2, [3, 2], seed: 3), MLP(2, [3, 2], activation: .gelu, seed: 3), Layer(2, 2, seed: 3),
                Linear(2, 2, seed: 3), Classifier(),
                Sequential(Linear(2, 3, seed: 3), Activation.relu, Dropout(0), MLP(3, [2])),
                Sequential(
                    Reshape(1, 1, 2), Conv2D(1, 2, kernel: 1, seed: 3), AveragePool2D(1), Flatten(),
                    Linear(4, 2, seed: 4), Softmax()),
            ]
            for model in models {
                // Numbers that no initializer gives.
                for (index, parameter) in model.parameters.enumerated() {
                    parameter.data = Double(index) / 7 - 1
                }
                let copy = model.copy()
                let expected = model([0.5, -1.5]).map(\.data)
                #expect(copy([0.5, -1.5]).map(\.data) == expected)
                let positions = Set(model.parameters.map(\.position))
                #expect(positions.isDisjoint(with: copy.parameters.map(\.position)))
                #expect(copy.namedParameters.map(\.name) == model.namedParameters.map(\.name))
                #expect(copy.parameters.map(\.label) == model.parameters.map(\.label))
                #expect(copy.parameters.map(\.isParameter) == model.parameters.map(\.isParameter))
                for parameter in copy.parameters { parameter.data += 1 }
                #expect(model([0.5, -1.5]).map(\.data) == expected)
                #expect(copy([0.5, -1.5]).map(\.data) != expected)
            }
        }
    }

    @Test("of a neuron has its own weights and bias")
    func neuron() {
        withTape {
            let neuron = Neuron(2, activation: .tanh, seed: 1)
            let copy = neuron.copy()
            copy.bias.data = 1
            #expect(neuron.bias.data == 0)
            #expect(copy.weights.map(\.data) == neuron.weights.map(\.data))
        }
    }

    @Test("goes to the tape on which it is made")
    func otherTape() {
        let model = MLP(2, [2, 1], seed: 1)
        let tape = Tape()
        tape.use {
            let copy = model.copy()
            #expect(tape.count == copy.parameters.count)
            #expect(copy.parameters.map(\.data) == model.parameters.map(\.data))
            #expect(copy([1.0, 2.0]).count == 1)
        }
    }

    @Test("keeps the name that a layer was given, on another tape too")
    func nameOnOtherTape() {
        withTape {
            _ = withScope("first", kind: "k") { Value(1) + 1 }
            let layer = Linear(1, 1, name: "mine")
            let tape = Tape()
            tape.use {
                _ = withScope("theirs", kind: "k") { Value(1) + 1 }
                let copy = layer.copy()
                #expect(GraphWalk(from: copy([1.0])[0]).scopes.map(\.name) == ["mine"])
            }
            #expect(GraphWalk(from: layer.copy()([1.0])[0]).scopes.map(\.name) == ["mine"])
        }
    }

    @Test("of a dropout has its mode, and drops what that would have dropped")
    func dropout() {
        withTape {
            let dropout = Dropout(0.5, seed: 3)
            let numbers = [Double](repeating: 1, count: 64)
            _ = dropout(numbers)
            let copy = dropout.copy()
            #expect(copy(numbers).map(\.data) == dropout(numbers).map(\.data))
            dropout.setMode(.evaluation)
            #expect(copy.mode == .training)
            #expect(dropout.copy().mode == .evaluation)
        }
    }
}
