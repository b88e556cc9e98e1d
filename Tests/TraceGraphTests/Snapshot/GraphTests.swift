import Micrograd
import Testing
import TraceGraph

@Suite("A graph")
struct GraphTests {
    @Test("holds the nodes in the order of the walk, with the last backward")
    func nodes() {
        let graph = Samples.neuron
        #expect(graph.nodes.map(\.id) == Array(0..<10))
        #expect(graph.roots == [9])
        #expect(graph.backward == GraphBackward(root: 9, calls: 1))
        #expect(graph.nodes[9].operation == .tanh)
        #expect(graph.nodes[9].operands == [8])
    }

    @Test("has no backward where none ran, and no gradients")
    func untouched() {
        #expect(Samples.untouched.backward == nil)
        #expect(Samples.untouched.nodes.allSatisfy { $0.grad == nil })
    }

    @Test("counts its backward calls and names the last root where it has it")
    func backwardCalls() {
        let tape = Tape()
        tape.use {
            let x = Value(2)
            let y = x * 3
            let z = y * y
            z.backward()
            z.backward()
            #expect(Graph(tracing: z).backward == GraphBackward(root: 3, calls: 2))
            #expect(Graph(tracing: y).backward == GraphBackward(root: nil, calls: 2))
        }
    }

    @Test("counts values and operations as drawn nodes")
    func drawnNodeCount() {
        #expect(Samples.neuron.drawnNodeCount == 15)
        #expect(Samples.square.drawnNodeCount == 3)
    }

    @Test("equals its copy also where numbers are NaN")
    func equality() {
        let graph = Samples.extremes
        #expect(graph == graph)
        #expect(graph != Samples.square)
    }

    @Test("gives the part that some of its nodes depend on, with new ids")
    func part() {
        let part = Samples.neuron.part(dependedOnBy: [5])
        #expect(part.nodes.map(\.label) == ["x1", "w1", "x1*w1"])
        #expect(part.nodes[2].operands == [0, 1])
        #expect(part.roots == [2])
        #expect(part.backward == GraphBackward(root: nil, calls: 1))
    }

    @Test("finds a node by its label or its id")
    func nodeNamed() throws {
        #expect(try Samples.neuron.node(named: "x2*w2") == 6)
        #expect(try Samples.neuron.node(named: "#7") == 7)
    }

    @Test("finds a node by the name that its table shows")
    func nodeNamedWithFrames() throws {
        let graph = withTape {
            let model = MLP(2, [2, 1])
            let loss = model([1.0, 2.0])[0] + model([0.5, -1.0])[0]
            return Graph(tracing: [loss])
        }
        let weights = ["layer 0/neuron 0/w0", "layer 0/neuron 1/w0", "layer 1/neuron 0/w0"]
        let ids = try weights.map { try graph.node(named: $0) }
        #expect(ids == [0, 3, 6])
        let table = Drawing(graph).table.split(separator: "\n")
        for (weight, id) in zip(weights, ids) {
            #expect(table.contains { $0.contains("#\(id) ") && $0.contains(" \(weight) ") })
        }
        #expect(
            throws: TraceGraphError.ambiguousLabel(
                "w0", candidates: zip(weights, ids).map { "#\($1) (\($0))" })
        ) { try graph.node(named: "w0") }
    }

    @Test("says which labels there are, and which ids an ambiguous one has")
    func unknownNames() {
        #expect(throws: TraceGraphError.unknownLabel("q", known: ["x", "y"], nodeCount: 2)) {
            try Samples.square.node(named: "q")
        }
        #expect(
            TraceGraphError.unknownLabel("q", known: ["x", "y"], nodeCount: 2).description
                == "no value is labelled 'q'; the labels are x, y, and #0 to #1 name the nodes by id")
        #expect(throws: TraceGraphError.ambiguousLabel("a", candidates: ["#0 (a)", "#1 (a)"])) {
            try Samples.labelled("a").node(named: "a")
        }
        #expect(
            TraceGraphError.ambiguousLabel("a", candidates: ["#0 (a)", "#1 (a)"]).description
                == "2 values are labelled 'a'; name the one you mean by its frames or its id: #0 (a), #1 (a)")
    }
}
