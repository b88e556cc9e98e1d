import Micrograd
import Testing
import TraceGraph

@Suite("Graphviz")
struct GraphvizTests {
    @Test("says what is wrong with a text, and draws the next as if nothing had been")
    func errorThenSuccess() throws {
        let before = try Drawing(Samples.neuron).svg()
        for text in ["digraph {", "digraph { a [shape=record, label=\"{\"] }", "graph {{{ a -> }"] {
            #expect {
                try Graphviz.render(dot: text, engine: .dot, format: .pdf, pixelLimit: nil)
            } throws: { error in
                guard case TraceGraphError.graphviz(let messages) = error else { return false }
                return messages.allSatisfy { !$0.isEmpty }
            }
            #expect(try Drawing(Samples.neuron).svg() == before)
            #expect(try Drawing(Samples.neuron).data(as: .png).starts(with: [0x89, 0x50, 0x4e, 0x47]))
        }
    }

    @Test("draws for eight threads at once what it draws for one")
    func concurrency() async throws {
        let expected = try Drawing(Samples.network).svg()
        try await withThrowingTaskGroup(of: String.self) { group in
            for index in 0..<8 {
                group.addTask {
                    if index % 4 == 3 { _ = try Drawing(Samples.square).data(as: .png) }
                    return try Drawing(Samples.network).svg()
                }
            }
            for try await svg in group { #expect(svg == expected) }
        }
    }

    @Test("lays out with each engine", arguments: LayoutEngine.allCases)
    func engines(engine: LayoutEngine) throws {
        var drawing = Drawing(Samples.network)
        drawing.options.engine = engine
        let document = try SVGDocument(drawing.svg())
        #expect(document.all("g", class: "value").count == 30)
        let frames = document.all("g", class: "scope").compactMap(\.children.first)
        #expect(frames.count == ([.dot, .fdp, .osage].contains(engine) ? 5 : 0))
        #expect(frames.allSatisfy { $0.number("width") > 50 && $0.number("height") > 30 })
        #expect(
            document.all("g", class: "edge").allSatisfy {
                $0.children.first?.attributes["d"]?.isEmpty == false
            })
    }

    @Test("lays out a chain deeper than the stack of an ordinary thread would bear")
    func deepChain() throws {
        var drawing = Drawing(Samples.chain(6_000))
        drawing.options.maximumNodeCount = 100_000
        #expect(try drawing.svg().hasSuffix("</svg>\n"))
    }

    @Test("has a version")
    func version() {
        #expect(GraphvizInstallation.current.version.first?.isNumber == true)
        #expect(GraphvizInstallation.current.pluginFolder?.hasSuffix("/graphviz") == true)
    }
}
