import Micrograd
import Testing
import TraceGraph

/// Scopes that are drawn as one node.
@Suite("Folding by kind")
struct FoldingTests {
    private func drawing(_ graph: Graph, _ kind: String) -> Drawing {
        var drawing = Drawing(graph)
        drawing.options.folding = .kind(kind)
        return drawing
    }

    @Test(
        "draws each as one node, the outermost of those inside one another",
        arguments: [("neuron", 3), ("layer", 2), ("mlp", 1), ("MLP", 1)])
    func kinds(kind: String, count: Int) throws {
        let document = try SVGDocument(drawing(Samples.network, kind).svg())
        let folds = document.all("g", class: "fold")
        #expect(folds.count == count)
        let ids = folds.compactMap { $0.attributes["id"]?.split(separator: "-").last }
        let scopes = Samples.network.scopes.filter { $0.kind == kind.lowercased() }.map { "s\($0.id)" }
        #expect(ids.map(String.init) == scopes)
        // What is outside stays: the inputs and the loss.
        let open = try SVGDocument(Drawing(Samples.network).svg())
        let outside = Samples.network.nodes.filter { $0.scope == nil && !$0.isParameter }.map { "\($0.id)" }
        for id in outside {
            let same = [document, open].map { document in
                document.all("g", class: "value").first { $0.attributes["data-node"] == id }?.allText
            }
            #expect(same[0] == same[1])
        }
    }

    @Test(
        "has the data and gradients of the open picture at the boundary, and the norm of the parameters' gradients"
    )
    func numbers() throws {
        let graph = Samples.network
        let document = try SVGDocument(drawing(graph, "layer").svg())
        let first = try #require(document.all("g", class: "fold").first)
        let layer = try #require(graph.scopes.first { $0.kind == "layer" })
        let inside = Set(graph.scopes.filter { $0.id == layer.id || $0.parent == layer.id }.map(\.id))
        func isInside(_ node: GraphNode) -> Bool { node.scope.map(inside.contains) ?? false }
        let used = Set(graph.nodes.filter { !isInside($0) }.flatMap(\.operands))
        let outputs = graph.nodes.filter { isInside($0) && used.contains($0.id) }
        let title = try #require(first.children.first { $0.name == "title" }?.text)
        for output in outputs {
            let said = try #require(title.split(separator: "; ").first { $0.hasPrefix("#\(output.id): ") })
            let numbers = said.split(separator: " ").compactMap { Double($0.filter { $0 != "," }) }
            #expect(numbers == [output.data, try #require(output.grad)])
        }
        let weights = Set(graph.nodes.filter(isInside).flatMap(\.operands)).map { graph.nodes[$0] }
            .filter(\.isParameter)
        #expect(weights.count == 6)
        let norm = weights.reduce(0) { $0 + ($1.grad ?? 0) * ($1.grad ?? 0) }.squareRoot()
        let shown = try #require(
            title.split(separator: " ").drop { $0 != "norm" }.dropFirst().first?.dropLast())
        #expect(abs((Double(shown) ?? .nan) - norm) <= 1e-12 * norm)
        let texts = first.children.filter { $0.name == "text" }.map(\.allText)
        #expect(texts.contains("2 in · 2 out · 2 neurons · 6 parameters"))
    }

    @Test("counts the values that run along an edge")
    func bundles() throws {
        let document = try SVGDocument(drawing(Samples.network, "layer").svg())
        let labels = document.all("text", class: "edge-label").map(\.allText)
        #expect(labels == ["2×"])
        // Two inputs, two layers, and three operations with two numbers: one edge each, and one in two halves.
        let geometry = try drawing(Samples.network, "layer").geometry()
        #expect(geometry.parts.filter { $0.name.hasPrefix("s") }.count == 2)
    }

    @Test("keeps boxes apart, open, folded and in focus", arguments: ["", "neuron", "layer", "mlp"])
    func measures(kind: String) throws {
        for graph in [Samples.network, Samples.twoCalls] {
            var drawing = Drawing(graph)
            if !kind.isEmpty { drawing.options.folding = .kind(kind) }
            for direction in Direction.allCases {
                drawing.options.direction = direction
                drawing.options.focus = nil
                expectApart(try drawing.geometry())
                drawing.options.focus = .around(id: graph.roots[0], radius: 5)
                expectApart(try drawing.geometry())
            }
        }
    }

    @Test("takes inputs in that are more than a dozen, and counts them", arguments: [12, 13])
    func manyInputs(count: Int) throws {
        let graph = Samples.graph {
            let y = MLP(count, [2, 1], seed: 1)((0..<count).map { Value(Double($0), label: "x\($0)") })[0]
            y.backward()
            return y
        }
        let document = try SVGDocument(drawing(graph, "layer").svg())
        #expect(document.all("g", class: "input").count == (count > 12 ? 0 : count))
        let sizes = document.all("g", class: "fold").map(\.allText)
        #expect(sizes.first?.contains("\(count) in · 2 out") == true)
    }

    @Test("leaves a scope open that values leave and return to")
    func cycle() throws {
        let json = """
            {"format": "trace-graph", "version": 1, "roots": [2], "backward": null,
             "scopes": [{"id": 0, "parent": null, "kind": "part", "name": "part", "call": 0},
                        {"id": 1, "parent": null, "kind": "part", "name": "other", "call": 0}],
             "nodes": [
              {"id": 0, "label": "a", "operation": null, "operands": [], "localGradients": [], "data": 1, "grad": null, "constant": false, "parameter": false, "scope": 0},
              {"id": 1, "label": "b", "operation": "exp", "operands": [0], "localGradients": [1], "data": 1, "grad": null, "constant": false, "parameter": false, "scope": null},
              {"id": 2, "label": "c", "operation": "exp", "operands": [1], "localGradients": [1], "data": 1, "grad": null, "constant": false, "parameter": false, "scope": 0},
              {"id": 3, "label": "d", "operation": "exp", "operands": [2], "localGradients": [1], "data": 1, "grad": null, "constant": false, "parameter": false, "scope": 1}
             ]}
            """.replacing("\"roots\": [2]", with: "\"roots\": [3]")
        let names = try drawing(Graph(json: json), "part").geometry().parts.map(\.name)
        #expect(Set(names) == ["v0", "v1", "v2", "s1"])
    }

    @Test("says which kinds there are where there is none of that name")
    func unknownKind() {
        let drawing = drawing(Samples.network, "layr")
        #expect(throws: TraceGraphError.unknownKind("layr", known: ["mlp", "layer", "neuron"])) {
            try drawing.svg()
        }
        #expect(throws: TraceGraphError.unknownKind("layer", known: [])) {
            try self.drawing(Samples.neuron, "layer").data(as: .mermaid)
        }
        #expect(throws: Never.self) { try drawing.data(as: .json) }
    }

    @Test("holds for DOT and Mermaid too, with the same names, and leaves JSON whole")
    func textForms() throws {
        let graph = Samples.network
        let drawing = drawing(graph, "mlp")
        let scope = try #require(graph.scopes.first { $0.kind == "mlp" }).id
        #expect(drawing.dot.contains("  s\(scope) [label=\"mlp\\n2 in · 1 out · 3 neurons · 9 parameters\\n"))
        let mermaid = String(decoding: try drawing.data(as: .mermaid), as: UTF8.self)
        #expect(mermaid.contains("  s\(scope)[[\""))
        #expect(mermaid.contains(" --> s\(scope)\n"))
        #expect(try drawing.data(as: .json) == Array(graph.json.utf8))
    }

    @Test("keeps hostile names out of the markup of each format")
    func hostileNames() throws {
        let name = "<b>&\"]|}{\\\n`;%%\u{202e}x"
        let graph = Samples.graph {
            withScope(name, kind: "part") {
                let a = Value(1, label: name)
                let b = a.exp()
                b.backward()
                return b
            }
        }
        let drawing = drawing(graph, "part")
        // An XML parser reads it back, on one line and without what turns the direction.
        let texts = try SVGDocument(drawing.svg()).all("text", class: "fold-name").map(\.allText)
        #expect(texts == ["<b>&\"]|}{\\ `;%%x"])
        let mermaid = String(decoding: try drawing.data(as: .mermaid), as: UTF8.self)
        let line = try #require(mermaid.split(separator: "\n").first { $0.hasPrefix("  s0[[\"") })
        #expect(line.hasSuffix("\"]]:::intermediate"))
        #expect(
            !line.replacing("<br/>", with: "").dropFirst(7).dropLast(19).contains { "<\"]|}{`%".contains($0) }
        )
        let dot = try #require(drawing.dot.split(separator: "\n").first { $0.hasPrefix("  s0 [label=") })
        #expect(dot.contains("label=\"<b>&amp;\\\"]|}{\\\\ `;%%x\\n0 in · 1 out\\n"))
    }

    @Test("shows the node around a value in focus")
    func focus() throws {
        let graph = Samples.network
        var drawing = drawing(graph, "layer")
        let weight = try #require(graph.nodes.first { $0.isParameter }).id
        let sum = try #require(graph.nodes.first { $0.scope != nil }).id
        for id in [weight, sum] {
            drawing.options.focus = .around(id: id, radius: 0)
            #expect(try drawing.geometry().parts.map(\.name).filter { $0.hasPrefix("s") }.count == 1)
        }
    }
}
