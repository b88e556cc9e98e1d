import Micrograd
import Testing

@Suite("A module")
struct ModuleTests {
    private struct Line: Module {
        let slope = Value(2), offset = Value(1)
    }

    @Test("of one's own removes the gradients of its parameters, and of nothing else")
    func zeroGrad() {
        withTape {
            let line = Line()
            let x = Value(3)
            (line.slope * x + line.offset).backward()
            #expect(line.parameters.map(\.grad) == [3, 1])
            line.zeroGrad()
            #expect(line.parameters.map(\.grad) == [0, 0])
            #expect(x.grad == 2)
        }
    }

    private struct Nested: Module {
        let rate = 0.5
        let line = Line()
        let lines = [Line(), Line()]
        let pair = (Value(7), 3, Line())
        let grid = [[Value(1)], [Value(2)]]
        let missing: Line? = nil
        let present: Line? = Line()
        let random = RandomStream(seed: 1)
        let constants = Values([5.0])
    }

    @Test("names the parameters of its stored properties, in their order")
    func names() {
        withTape {
            let nested = Nested()
            #expect(
                nested.namedParameters.map(\.name) == [
                    "line.slope", "line.offset", "lines.0.slope", "lines.0.offset", "lines.1.slope",
                    "lines.1.offset", "pair.0", "pair.2.slope", "pair.2.offset", "grid.0.0", "grid.1.0",
                    "present.slope", "present.offset", "constants.0",
                ])
            let named = nested.namedParameters.map(\.value.position)
            #expect(named == nested.parameters.map(\.position))
        }
    }

    @Test("removes the gradients of nested modules too")
    func nestedZeroGrad() {
        withTape {
            let nested = Nested()
            sum(nested.parameters).backward()
            #expect(!nested.parameters.contains { $0.grad != 1 })
            nested.zeroGrad()
            #expect(!nested.parameters.contains { $0.grad != 0 })
        }
    }

    private class Base: Module {
        let base = Value(1)
    }

    private final class Derived: Base {
        let own = Value(2)
        lazy var scale = Value(3)
    }

    @Test("that is a class has the parameters of its superclass first")
    func classes() {
        withTape {
            let module = Derived()
            #expect(module.namedParameters.map(\.name) == ["base", "own"])
            _ = module.scale
            #expect(module.namedParameters.map(\.name) == ["base", "own", "scale"])
        }
    }

    @Test("of the package has one flat list of distinct parameters, with distinct names")
    func flat() {
        withTape {
            let modules: [any Module] = [
                Neuron(3), Layer(2, 3), MLP(2, [3, 2], activation: .gelu), Linear(3, 2),
                Conv2D(2, 3, kernel: 2), Sequential(Linear(1, 2), Dropout(), MLP(2, [1]), Softmax()),
                Nested(),
            ]
            for module in modules {
                let named = module.namedParameters
                #expect(named.map(\.value.position) == module.parameters.map(\.position))
                #expect(Set(named.map(\.value.position)).count == named.count)
                #expect(Set(named.map(\.name)).count == named.count)
            }
            let names = MLP(2, [2]).namedParameters.map(\.name)
            #expect(names[0] == "layers.0.neurons.0.w0")
            #expect(names[5] == "layers.0.neurons.1.b")
        }
    }

    private struct Tied: Model {
        let inner: Linear
        let pair: [Linear]

        init() {
            inner = Linear(2, 2, seed: 1)
            pair = [inner, Linear(2, 2, seed: 2), inner]
        }

        func callAsFunction(_ inputs: Values) -> Values { pair.reduce(inputs) { $1($0) } }
    }

    @Test("has a parameter of several parts once, under its first name")
    func tied() {
        withTape {
            let model = Tied()
            #expect(model.parameters.count == 12)
            #expect(Set(model.parameters.map(\.position)).count == 12)
            #expect(model.namedParameters.map(\.value.position) == model.parameters.map(\.position))
            #expect(model.namedParameters[0].name == "inner.weight.0.0")
            #expect(model.namedParameters[6].name == "pair.1.weight.0.0")
            sum(model([1.0, -1.0])).backward()
            let norm = model.parameters.reduce(0) { $0 + $1.grad * $1.grad }.squareRoot()
            #expect(abs(clipGradients(of: model.parameters, toNorm: 1) - norm) < 1e-12)
            let clipped = model.parameters.reduce(0) { $0 + $1.grad * $1.grad }.squareRoot()
            #expect(abs(clipped - min(norm, 1)) < 1e-6)
        }
    }

    @Test("without parameters has none")
    func empty() {
        let modules: [any Module] = [
            Activation.relu, Flatten(), Reshape(1, 2), MaxPool2D(2), AveragePool2D(2), Dropout(), Softmax(),
            LogSoftmax(),
        ]
        for module in modules { #expect(module.namedParameters.isEmpty) }
    }

    @Test("has no parameter of a recording or a walk that it keeps")
    func keptRecording() {
        final class Learner: Module {
            let layer = Linear(1, 1)
            var step: Recording?
            var walk: GraphWalk?
        }
        Tape().use {
            _ = Value(7, label: "stranger")
            let learner = Learner()
            let names = learner.namedParameters.map(\.name)
            learner.step = Recording(inputs: ["x": 1]) { ["y": learner.layer($0["x"])] }
            learner.walk = GraphWalk(from: Value(2))
            #expect(names == ["layer.weight.0.0", "layer.bias.0"])
            #expect(learner.namedParameters.map(\.name) == names)
        }
    }

    @Test("may hold objects that lead to each other, as long as they are no modules")
    func linkedObjects() {
        final class Entry {
            var next: Entry?
            weak var previous: Entry?
            let weight = Value(1)
        }
        struct Linked: Module { let head = Entry() }
        withTape {
            let linked = Linked()
            linked.head.next = Entry()
            linked.head.next?.previous = linked.head
            #expect(linked.namedParameters.map(\.name) == ["head.next.weight", "head.weight"])
        }
    }
}
