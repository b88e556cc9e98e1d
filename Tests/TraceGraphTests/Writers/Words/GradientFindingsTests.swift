import Micrograd
import Testing
import TraceGraph

@Suite("What is said of gradients")
struct GradientFindingsTests {
    private func description(_ graph: Graph) throws -> String {
        try #require(try SVGDocument(Drawing(graph).svg()).all("desc").first).text
    }

    @Test("names a dead neuron by its frame, in the picture's description and below the table")
    func deadNeuron() throws {
        let graph = Samples.graph {
            let model = MLP(2, [2, 1], activation: .relu, seed: 1)
            // Far below zero, so that its ReLU passes nothing back.
            model.layers[0].neurons[1].bias.data = -100
            let y = model([1, 2])[0]
            y.backward()
            return y
        }
        let sentence = "The gradients of layer 0/neuron 1 are exactly 0."
        #expect(try description(graph).contains(sentence))
        #expect(Drawing(graph).table.hasSuffix("\n\n\(sentence)\n"))
    }

    @Test("names what vanishes along a chain, and what explodes")
    func chains() throws {
        let vanishing = Samples.graph {
            let x = Value(1, label: "x")
            let w = Value(3, label: "w")
            let y = w + withScope("deep") { (0..<12).reduce(x) { value, _ in value * 0.2 } }
            y.backward()
            return y
        }
        #expect(vanishing.nodes.first?.grad.map { $0 < 1e-6 } == true)
        #expect(
            try description(vanishing).contains("The gradient of x is below a millionth of the largest."))
        let exploding = Samples.graph {
            let x = Value(1, label: "x")
            let y = (0..<12).reduce(x) { value, _ in value * 5 }
            y.backward()
            return y
        }
        let sentence = "The gradient of x is a million or more, or not finite."
        #expect(try description(exploding).contains(sentence))
    }

    @Test("counts a single zero as no fault, and names it in the description alone")
    func zeroLeaf() throws {
        let graph = Samples.graph {
            let y = Value(0, label: "x") * Value(2, label: "w")
            y.backward()
            return y
        }
        #expect(try description(graph).hasSuffix("The gradient of w is exactly 0."))
        #expect(!Drawing(graph).table.contains("exactly"))
    }

    @Test("says nothing where all is well, or no backward ran")
    func silence() throws {
        for graph in [Samples.square, Samples.untouched] {
            #expect(try !description(graph).contains("gradients of"))
            #expect(!Drawing(graph).table.contains("The gradient"))
        }
    }

    @Test("is left out where no gradients are shown")
    func hidden() throws {
        let graph = Samples.graph {
            let y = Value(1, label: "x") * 1e7
            y.backward()
            return y
        }
        var drawing = Drawing(graph)
        #expect(drawing.table.contains("a million or more"))
        drawing.options.show = .data
        #expect(!drawing.table.contains("a million or more"))
    }
}
