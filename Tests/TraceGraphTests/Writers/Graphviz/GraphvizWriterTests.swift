import Foundation
import Micrograd
import Testing
import TraceGraph

@Suite("PNG and PDF")
struct GraphvizWriterTests {
    private static let graphs = [Samples.neuron, Samples.square, Samples.network, Samples.extremes]

    @Test("have every part where the SVG has it, as Graphviz reports", arguments: Theme.all)
    func places(theme: Theme) throws {
        for graph in GraphvizWriterTests.graphs {
            var drawing = Drawing(graph)
            drawing.options.theme = theme
            let picture = try drawing.graphvizPicture(.png, resolution: 96)
            let report = String(decoding: try Graphviz.render(picture, format: .dot), as: UTF8.self)
            let height = try height(of: picture)
            let geometry = try drawing.geometry()
            for part in geometry.parts {
                let node = try Regex("\"?\(part.name)\"?\\s*\\[[^\\]]*?pos=\"([-\\d.]+),([-\\d.]+)\"")
                let match = try #require(report.firstMatch(of: node), "\(part.name)")
                let x = try #require(match[1].substring.flatMap { Double($0) })
                let y = try #require(match[2].substring.flatMap { Double($0) })
                #expect(abs(x - part.center.x) < 0.02, "\(part.name)")
                #expect(abs(height - y - part.center.y) < 0.02, "\(part.name)")
            }
        }
    }

    @Test("have all the texts of the SVG, at the same places", arguments: Theme.all)
    func texts(theme: Theme) throws {
        for graph in GraphvizWriterTests.graphs {
            var drawing = Drawing(graph)
            drawing.options.theme = theme
            let picture = try drawing.graphvizPicture(.pdf, resolution: nil)
            let operations = try #require(picture.attributes.first { $0.name == "_background" }?.value)
            let height = try height(of: picture)
            for text in try SVGDocument(drawing.svg()).all("text") {
                let (x, y) = (text.number("x"), height - text.number("y"))
                let isThere = operations.matches(of: /T ([-\d.]+) ([-\d.]+) [-\d]+ [\d.]+ (\d+) -/).contains {
                    guard let otherX = Double($0.1), let otherY = Double($0.2) else { return false }
                    // Graphviz draws a text above its place, by a fifth of its size.
                    let isHere = [9.0, 10, 11, 14].contains { abs(otherY - (y - 0.2 * $0)) < 0.02 }
                    return abs(otherX - x) < 0.02 && isHere
                        && operations[$0.range.upperBound...].hasPrefix(text.allText)
                }
                #expect(isThere, "\(text.allText) of \(theme.name)")
            }
        }
    }

    /// Coordinates of Graphviz run upwards from the foot of the picture.
    private func height(of picture: GraphvizPicture) throws -> Double {
        let bounds = try #require(picture.attributes.first { $0.name == "bb" }?.value)
        return try #require(bounds.split(separator: ",").last.flatMap { Double($0) })
    }

    @Test("have the pixels that the resolution asks for", arguments: [48, 96, 192])
    func resolution(resolution: Int) throws {
        var drawing = Drawing(Samples.square)
        drawing.options.resolution = resolution
        let bytes = try drawing.data(as: .png)
        let width = bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
        let svg = try #require(SVGDocument(drawing.svg()).elements.first?.attributes["width"])
        let points = try #require(Double(svg.dropLast(2)))
        // Graphviz rounds the size to whole points.
        #expect(abs(Double(width) - points * Double(resolution) / 72) <= 1.1 * Double(resolution) / 72 + 1)
    }
}
