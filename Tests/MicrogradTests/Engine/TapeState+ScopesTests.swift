import Micrograd
import Testing

@Suite("Scopes")
struct ScopesTests {
    private func texts(_ scopes: [GraphScope]) -> [String] {
        scopes.map {
            "\($0.id) \($0.kind) \($0.name) in \($0.parent.map(String.init) ?? "-") call \($0.call)"
        }
    }

    @Test("name what was recorded inside, innermost first, constants with their node")
    func nesting() {
        withTape {
            let x = Value(2)
            let y = withScope("outer", kind: "block") {
                let a = x * 2.0
                let b = withScope("inner") { a + 1.0 }
                return b * b
            }
            let z = y - x
            let walk = GraphWalk(from: z)
            #expect(texts(walk.scopes) == ["0 block outer in - call 0", "1 inner inner in 0 call 0"])
            #expect(walk.map(\.scope) == [nil, 0, 0, 1, 1, 0, nil])
        }
    }

    @Test("stand with their parents first, also where a parent records nothing itself")
    func parentsFirst() {
        withTape {
            let x = Value(2)
            let y = withScope("a") { withScope("b") { withScope("c") { x * x } } }
            let walk = GraphWalk(from: y)
            #expect(texts(walk.scopes) == ["0 a a in - call 0", "1 b b in 0 call 0", "2 c c in 1 call 0"])
            #expect(walk.map(\.scope) == [nil, 2])
        }
    }

    @Test("of one name are counted as calls")
    func calls() {
        withTape {
            let x = Value(2)
            var y = x
            for _ in 0..<3 { y = withScope("step") { -y } }
            y = withScope("step", kind: "other") { -y }
            let walk = GraphWalk(from: y)
            #expect(walk.scopes.map(\.call) == [0, 1, 2, 0])
            #expect(walk.map(\.scope) == [nil, 0, 1, 2, 3])
        }
    }

    @Test("that the walk does not pass through are left out, and not counted")
    func unused() {
        withTape {
            let x = Value(2)
            _ = withScope("step") { -x }
            withScope("empty") {}
            let y = withScope("step") { -x }
            let walk = GraphWalk(from: y)
            #expect(texts(walk.scopes) == ["0 step step in - call 0"])
        }
    }

    @Test("that are open are part of a walk made inside")
    func open() {
        withTape {
            let x = Value(2)
            withScope("outer") {
                let y = x * x
                withScope("inner") {
                    let z = y + x
                    let walk = GraphWalk(from: z)
                    #expect(texts(walk.scopes) == ["0 outer outer in - call 0", "1 inner inner in 0 call 0"])
                    #expect(walk.map(\.scope) == [nil, 0, 1])
                }
                let after = y * 3.0
                #expect(GraphWalk(from: after).map(\.scope) == [nil, 0, 0, 0])
            }
        }
    }

    @Test("of a region end with it, and go on around it")
    func regions() {
        withTape {
            let x = Value(2)
            let y = withScope("outer") {
                withTape {
                    let inside = withScope("inside") { x * x }
                    #expect(GraphWalk(from: inside).scopes.map(\.name) == ["outer", "inside"])
                }
                return withScope("later") { x + x }
            }
            let walk = GraphWalk(from: y * x)
            #expect(texts(walk.scopes) == ["0 outer outer in - call 0", "1 later later in 0 call 0"])
            #expect(walk.map(\.scope) == [nil, 1, nil])
        }
    }

    @Test("are closed by an error as by a return")
    func errors() {
        struct Failure: Error {}
        withTape {
            let x = Value(2)
            #expect(throws: Failure.self) {
                try withScope("failing") { throw Failure() }
            }
            #expect(GraphWalk(from: x * x).scopes.isEmpty)
        }
    }

    @Test("are one for each call of a network, and networks never merge")
    func modules() {
        withTape {
            let one = MLP(2, [2, 1], seed: 1), other = MLP(2, [2, 1], seed: 1)
            let inputs = [Value(0.5), Value(-0.25)]
            let y = one(inputs)[0] + other(inputs)[0] + one(inputs)[0]
            let scopes = GraphWalk(from: y).scopes
            let networks = scopes.filter { $0.kind == "mlp" }
            #expect(networks.map(\.call) == [0, 0, 1])
            #expect(networks.map(\.parent) == [nil, nil, nil])
            let layers = scopes.filter { $0.kind == "layer" }
            #expect(layers.map(\.name) == ["layer 0", "layer 1", "layer 0", "layer 1", "layer 0", "layer 1"])
            #expect(layers.map(\.call) == [0, 0, 0, 0, 1, 1])
            #expect(layers.map(\.parent) == networks.flatMap { [$0.id, $0.id] })
            let neurons = scopes.filter { $0.kind == "neuron" }
            #expect(neurons.count == 9)
            #expect(neurons.prefix(3).map(\.name) == ["neuron 0", "neuron 1", "neuron 0"])
            #expect(neurons.map(\.call) == [0, 0, 0, 0, 0, 0, 1, 1, 1])
            for (id, scope) in scopes.enumerated() {
                #expect(scope.id == id && scope.parent ?? -1 < id)
            }
        }
    }

    @Test("of two calls of one layer are two")
    func layerTwice() {
        withTape {
            let layer = Layer(2, 2, seed: 3)
            let y = layer(layer([Value(1), Value(2)]))[0]
            let layers = GraphWalk(from: y).scopes.filter { $0.kind == "layer" }
            #expect(layers.map(\.call) == [0, 1])
            #expect(Set(layers.map(\.name)) == ["layer"])
        }
    }

    @Test("keep a module's parameters and inputs outside")
    func parametersOutside() {
        withTape {
            let neuron = Neuron(2, seed: 1)
            let walk = GraphWalk(from: neuron([Value(1), Value(2)]))
            #expect(walk.filter { $0.operation == nil }.map(\.scope) == Array(repeating: nil, count: 5))
            #expect(walk.filter { $0.operation != nil }.map(\.scope) == Array(repeating: 0, count: 5))
        }
    }

    @Test("keep their names where a region inside ends or the tape is compacted")
    func names() {
        Tape().use {
            let x = Value(2)
            let y = withScope("outer") { x * x }
            withTape {
                _ = withScope("inner") { withScope("outer") { y * x } }
                let z = withScope("kept") { withScope("outer") { y * x } }
                let kept = Tape.compact(keeping: [z])[0]
                let walk = GraphWalk(from: kept)
                #expect(
                    texts(walk.scopes).map { $0.prefix(14) } == [
                        "0 outer outer ", "1 kept kept in", "2 outer outer ",
                    ])
                #expect(walk.scopes.map(\.call) == [0, 0, 1])
            }
            let z = withScope("later") { y * x }
            #expect(GraphWalk(from: z).scopes.map(\.name) == ["outer", "later"])
        }
    }

    @Test("of one name are calls of one, whether a function or a caller named them")
    func functionNames() {
        withTape {
            let x = [Value(1), Value(2)]
            let y = withScope("softmax") { x[0] * 2 } + softmax(x)[0]
            #expect(
                texts(GraphWalk(from: y).scopes) == [
                    "0 softmax softmax in - call 0", "1 softmax softmax in - call 1",
                ])
        }
    }
}
