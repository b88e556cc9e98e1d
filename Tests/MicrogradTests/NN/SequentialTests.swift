import Micrograd
import Testing

@Suite("A sequence of models")
struct SequentialTests {
    @Test("gives each what the one before returns")
    func composition() {
        withTape {
            var random = RandomStream(seed: 6)
            let (first, second) = (Linear(2, 3, using: &random), Linear(3, 1, using: &random))
            let model = Sequential(first, Activation.tanh, second)
            let inputs = Values([0.3, -0.8])
            #expect(model(inputs).map(\.data) == second(first(inputs).tanh()).map(\.data))
            #expect(model([0.3, -0.8]).map(\.data) == model(inputs).map(\.data))
        }
    }

    @Test("is the same as an MLP of the same weights", arguments: Activation.allCases)
    func perceptron(activation: Activation) {
        withTape {
            let perceptron = MLP(3, [4, 2], activation: activation, seed: 11)
            let model = Sequential(Linear(3, 4), activation, Linear(4, 2))
            for (one, other) in zip(model.parameters, perceptron.parameters) { one.data = other.data }
            let inputs = [0.5, -1, 2]
            #expect(model(inputs).map(\.data) == perceptron(inputs).map(\.data))
            #expect(model(inputs).map(\.data) == perceptron(inputs.map { Value($0) }).map(\.data))
        }
    }

    @Test("numbers the parameters of its models")
    func names() {
        withTape {
            let model = Sequential(Reshape(1, 2, 2), Conv2D(1, 1, kernel: 2), Flatten(), Linear(1, 1))
            #expect(
                model.namedParameters.map(\.name) == [
                    "1.weight.0.0.0.0", "1.weight.0.0.0.1", "1.weight.0.0.1.0", "1.weight.0.0.1.1",
                    "1.bias.0",
                    "3.weight.0.0", "3.bias.0",
                ])
        }
    }

    @Test("frames its models in pictures")
    func scopes() {
        withTape {
            let model = Sequential(
                Linear(1, 1, name: "first"), Activation.relu, Linear(1, 1, name: "second"), name: "net")
            let scopes = GraphWalk(from: model([1.0])[0]).scopes
            #expect(scopes.map(\.name) == ["net", "first", "second"])
            #expect(scopes.map(\.parent) == [nil, 0, 0])
        }
    }

    @Test("prints what it is made of")
    func description() {
        withTape {
            let model = Sequential(
                Reshape(1, 4, 4), Conv2D(1, 2, kernel: 3, padding: 1), Activation.relu, MaxPool2D(2),
                AveragePool2D(2), Flatten(), Dropout(0.5), Linear(2, 3), Softmax())
            #expect(
                model.description
                    == "Sequential of [Reshape(1, 4, 4), Conv2D(1, 2, kernel: 3, stride: 1, padding: 1), relu, MaxPool2D(2, stride: 2), AveragePool2D(2, stride: 2), Flatten(), Dropout(0.5), Linear(2, 3), Softmax()]"
            )
        }
    }
}
