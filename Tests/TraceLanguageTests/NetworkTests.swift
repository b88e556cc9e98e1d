import Micrograd
import Testing
import TraceLanguage

@Suite struct NetworkTests {
    @Test("networks have the defaults of micrograd: relu but for the last layer")
    func defaults() {
        let outcome = Outcome("random.seed(42)\nmodel = nn.MLP(3, [4, 4, 1])\ny = model([2.0, 3.0, -1.0])")
        #expect(outcome.nodes.filter { $0.operation == .relu }.count == 8)
        #expect(outcome.nodes.filter(\.isParameter).count == 41)
        #expect(outcome.nodes.last?.operation == .add)
        #expect(
            outcome.scopes.map(\.name).filter { $0.hasPrefix("layer") } == ["layer 0", "layer 1", "layer 2"])
        #expect(outcome.scopes.first?.kind == "mlp")
        #expect(outcome.roots == ["y"])
    }

    @Test(
        "activations are chosen by act and nonlin",
        arguments: [
            ("Neuron(1)", "relu"), ("Neuron(1, nonlin=False)", "+"), ("Neuron(1, True)", "relu"),
            ("Neuron(nin=1, act='tanh')", "tanh"), ("Neuron(1, act='sigmoid')", "sigmoid"),
            ("Neuron(1, act='linear')", "+"), ("Layer(1, 1)", "relu"),
            ("Layer(nin=1, nout=1, act='tanh')", "tanh"),
            ("Layer(1, 1, nonlin=False)", "+"), ("Linear(1, 1)", "+"), ("nn.Linear(1, 1)", "+"),
            ("MLP(1, [1], act='tanh')", "+"), ("MLP(nin=1, nouts=[1])", "+"),
        ])
    func activations(network: String, last: String) {
        let outcome = Outcome("a = 1.0; n = \(network); y = n([a])")
        #expect(outcome.message == "no error")
        #expect(outcome.nodes.last?.operation?.symbol == last)
    }

    @Test("one output is a Value, several are a list; inputs may be numbers, Values or both")
    func outputs() {
        #expect(output(of: "y = Layer(2, 3)([1, Value(2)])\nprint(len(y))") == "3\n")
        #expect(output(of: "y = Layer(2, 1)((1, 2.0))\nprint(y.grad)") == "0.0\n")
        let outcome = Outcome("a = 2.0; b = 3.0; n = Neuron(2); y = n([a, b])")
        #expect(outcome.labels.contains("a") && outcome.labels.contains("b"))
    }

    @Test("the parts of a network can be read")
    func parts() {
        let text = """
            model = MLP(2, [3, 1])
            n = model.layers[0].neurons[2]
            print(len(model.parameters()), len(model.layers), len(n.w), n.b.data, len(n.parameters()))
            n.b.data = 0.5
            """
        #expect(output(of: text) == "13 2 2 0.0 3\n")
    }

    @Test("two calls of one network are two scopes")
    func scopes() {
        let outcome = Outcome("n = Neuron(1); a = n([1.0]); b = n([2.0]); y = a + b")
        #expect(outcome.scopes.map(\.kind) == ["neuron", "neuron"])
        #expect(outcome.scopes.map(\.call) == [0, 1])
    }
}
