import Micrograd
import Testing
import TraceGraph

/// What `--local` writes.
@Suite("Local derivatives on the edges")
struct EdgeLabelTests {
    private func document(_ graph: Graph, _ change: (inout DrawingOptions) -> Void = { _ in }) throws
        -> SVGDocument
    {
        var drawing = Drawing(graph)
        drawing.options.showsLocalGradients = true
        change(&drawing.options)
        return try SVGDocument(drawing.svg())
    }

    private func labels(_ document: SVGDocument) -> [String] {
        document.all("text", class: "edge-label").map(\.allText)
    }

    @Test(
        "say the derivative, the gradient of the result, and their product",
        arguments: OperationStyle.allCases)
    func product(operations: OperationStyle) throws {
        let graph = Samples.graph {
            let (x, y) = (Value(2, label: "x"), Value(-3, label: "y"))
            let z = x * y
            z.label = "z"
            let w = z * -2
            w.backward()
            return w
        }
        let found = labels(try document(graph) { $0.operations = operations })
        #expect(Set(found) == ["−3 · −2 = 6", "2 · −2 = −4", "−2 · 1 = −2", "−6 · 1 = −6"])
    }

    @Test("say the derivative alone where no backward ran")
    func noBackward() throws {
        #expect(labels(try document(Samples.untouched)) == ["∂ 1", "∂ 1"])
    }

    @Test("stand on each summand of a joined sum, and in DOT nowhere")
    func joinedSum() throws {
        let graph = Samples.network
        let edges = try Drawing(graph).geometry().edges.count
        #expect(labels(try document(graph)).count == edges)
        var drawing = Drawing(graph)
        let plain = drawing.dot
        drawing.options.showsLocalGradients = true
        #expect(drawing.dot == plain)
    }

    @Test("belong to their operands, in focus and beside folds too")
    func partsOfGraphs() throws {
        let graph = Samples.graph {
            let (c, d) = (Value(3, label: "c"), Value(-4, label: "d"))
            let e = withScope("part") { c / d }
            let f = e * e
            f.label = "f"
            f.backward()
            return f
        }
        let (d, f) = (try graph.node(named: "d"), try graph.node(named: "f"))
        // c/d by d is -c/d², -0.1875, and f by e is e, twice.
        let focused = try document(graph) { $0.focus = .ways(from: d, to: f) }
        #expect(labels(focused).contains("−0.1875 · −1.5 = 0.2812"))
        let folded = try document(graph) { $0.folding = .kind("part") }
        #expect(labels(folded) == ["−0.75 · 1 = −0.75", "−0.75 · 1 = −0.75"])
    }

    @Test("add up in the tooltip of a value that is used more than once")
    func sums() throws {
        let graph = Samples.graph {
            let a = Value(3, label: "a")
            let b = a * 3 - a * 6
            b.backward()
            return b
        }
        func title(_ document: SVGDocument) -> String? {
            document.all("g", class: "input").first?.children.first { $0.name == "title" }?.text
        }
        #expect(title(try document(graph)) == "a: data 3, grad -3 = 3 + (-6)")
        #expect(title(try document(graph) { $0.showsLocalGradients = false }) == "a: data 3, grad -3")
        // After a second pass a gradient is more than what one pass brings.
        let twice = Samples.graph {
            let a = Value(3, label: "a")
            let b = a * 3 - a * 6
            b.backward()
            b.backward()
            return b
        }
        #expect(title(try document(twice)) == "a: data 3, grad -6")
    }
}
