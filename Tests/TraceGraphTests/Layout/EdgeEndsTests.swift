import Foundation
import Micrograd
import Testing
import TraceGraph

/// What is drawn is read from the SVG itself.
@Suite("The ends of an edge")
struct EdgeEndsTests {
    private static let graphs = [Samples.neuron, Samples.square, Samples.network, Samples.extremes]

    @Test(
        "lie on the outlines that are drawn, in every theme and direction", arguments: Theme.all,
        Direction.allCases)
    func directions(theme: Theme, direction: Direction) throws {
        for graph in EdgeEndsTests.graphs {
            var drawing = Drawing(graph)
            drawing.options.theme = theme
            drawing.options.direction = direction
            try expectEndsOnOutlines(drawing)
        }
    }

    @Test("lie on them with every engine", arguments: Theme.all, LayoutEngine.allCases)
    func engines(theme: Theme, engine: LayoutEngine) throws {
        for graph in EdgeEndsTests.graphs {
            var drawing = Drawing(graph)
            drawing.options.theme = theme
            drawing.options.engine = engine
            try expectEndsOnOutlines(drawing)
        }
    }

    private func expectEndsOnOutlines(_ drawing: Drawing) throws {
        let document = try SVGDocument(drawing.svg())
        var outlines: [String: SVGDocument.Element] = [:]
        for group in document.all("g") {
            guard let id = group.attributes["id"]?.split(separator: "-").last else { continue }
            outlines[String(id)] = group.children.first { $0.name == "rect" || $0.name == "ellipse" }
        }
        // In the order of the nodes: from each operand to the operation, then from it to its result.
        let ends = drawing.graph.nodes.filter { $0.operation != nil }.flatMap { node in
            node.operands.map { ("v\($0)", "o\(node.id)") } + [("o\(node.id)", "v\(node.id)")]
        }
        let edges = document.all("g", class: "edge")
        try #require(edges.count == ends.count)
        for (edge, (tail, head)) in zip(edges, ends) {
            let line = points(edge.children[0])
            let tip = edge.children.count > 1 ? points(edge.children[1])[0] : line[line.count - 1]
            for (point, name) in [(line[0], tail), (tip, head)] {
                let outline = try #require(outlines[name])
                let distance = distance(from: point, to: outline)
                #expect(distance <= 0.1, "\(name) of \(drawing.options): \(distance)")
            }
        }
    }

    private func points(_ path: SVGDocument.Element) -> [SIMD2<Double>] {
        (path.attributes["d"] ?? "").matches(of: /(-?[\d.]+),(-?[\d.]+)/).compactMap { match in
            guard let x = Double(match.1), let y = Double(match.2) else { return nil }
            return SIMD2(x, y)
        }
    }

    private func distance(from point: SIMD2<Double>, to outline: SVGDocument.Element) -> Double {
        if outline.name == "ellipse" {
            let radii = SIMD2(outline.number("rx"), outline.number("ry"))
            let place = point - SIMD2(outline.number("cx"), outline.number("cy"))
            // To first order, which is enough this close: the equation's value by the length of its gradient.
            let scaled = place / radii
            return abs((scaled * scaled).sum() - 1) / (2 * length(scaled / radii))
        }
        let half = SIMD2(outline.number("width"), outline.number("height")) / 2
        let place = point - SIMD2(outline.number("x"), outline.number("y")) - half
        let radius = outline.attributes["rx"] == nil ? 0 : outline.number("rx")
        let beyond = SIMD2(abs(place.x), abs(place.y)) - half + radius
        let outside = length(SIMD2(max(beyond.x, 0), max(beyond.y, 0)))
        return abs(outside + min(max(beyond.x, beyond.y), 0) - radius)
    }

    private func length(_ vector: SIMD2<Double>) -> Double {
        (vector * vector).sum().squareRoot()
    }
}
