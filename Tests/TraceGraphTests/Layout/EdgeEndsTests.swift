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

    @Test("lie on them where operations are nodes", arguments: Direction.allCases)
    func operationNodes(direction: Direction) throws {
        for graph in EdgeEndsTests.graphs {
            var drawing = Drawing(graph)
            drawing.options.operations = .nodes
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
        var outlines: [String: SVGPath] = [:]
        for group in document.all("g") {
            guard let id = group.attributes["id"], let dash = id.firstIndex(of: "-"),
                let path = group.children.first(where: { $0.name == "path" })
            else { continue }
            outlines[String(id[id.index(after: dash)...])] = try SVGPath(path)
        }
        let edges = document.all("g", class: "edge")
        let geometry = try drawing.geometry()
        let ends = geometry.edges.map { (geometry.parts[$0.tail].name, geometry.parts[$0.head].name) }
        try #require(edges.count == ends.count)
        for (index, (tail, head)) in ends.enumerated() {
            let edge = geometry.edges[index]
            let line: [SIMD2<Double>]
            let tip: SIMD2<Double>
            if edge.isCurve {
                let shapes = try edges[index].children.map(SVGPath.init)
                line = shapes[0].points
                tip = shapes.count > 1 ? shapes[1].points[0] : line[line.count - 1]
            } else {
                // Of a bus the SVG has each stretch once, so the whole line is that of the layout.
                line = edge.points.map { SIMD2($0.x, $0.y) }
                let head = edges[index].children.last { $0.classes.contains("head") }
                tip = try head.map { try SVGPath($0).points[0] } ?? line[line.count - 1]
            }
            for (point, name) in [(line[0], tail), (tip, head)] {
                let outline = try #require(outlines[name], "\(name)")
                let distance = outline.distance(from: point)
                #expect(distance <= 0.1, "\(name) of \(drawing.options): \(distance)")
            }
        }
    }
}
