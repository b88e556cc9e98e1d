import Micrograd
import Testing
import TraceGraph

@Suite("Graphviz")
struct GraphvizTests {
    @Test("says what is wrong with a picture, and draws the next as if nothing had been")
    func errorThenSuccess() throws {
        let before = try Drawing(Samples.neuron).svg()
        for place in ["", "here", "1"] {
            let node = GraphvizPicture.Node(name: "v0", position: place, size: Size(width: 9, height: 9))
            let picture = GraphvizPicture(attributes: [("bb", "0,0,100,100")], nodes: [node])
            #expect {
                try Graphviz.render(picture, format: .pdf)
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
        #expect(document.all("g", class: "value").count == 27)
        let frames = document.all("g", class: "scope").compactMap(\.children.first)
        #expect(frames.count == ([.auto, .dot, .fdp, .osage].contains(engine) ? 5 : 0))
        for frame in frames {
            let size = try SVGPath(frame).upper - SVGPath(frame).lower
            #expect(size.x > 50 && size.y > 30)
        }
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
