import Micrograd
import Testing
import TraceGraph

/// Graphs without frames, which Graphviz's dot lays out.
@Suite("The picture of an expression")
struct UnframedTests {
    /// The expression of micrograd's README.
    private static let readme = Samples.graph {
        let (a, b) = (Value(-4, label: "a"), Value(2, label: "b"))
        var c = a + b
        var d = a * b + b ** 3
        c = c + (c + 1)
        c = c + (1 + c + (-a))
        d = d + (d * 2 + (b + a).relu())
        d = d + (3 * d + (b - a).relu())
        let f = (c - d) ** 2
        let g = f / 2 + 10 / f
        g.label = "g"
        g.backward()
        return g
    }

    /// The expression of the lecture.
    private static let gout = Samples.graph {
        let (a, b) = (Value(2, label: "a"), Value(-3, label: "b"))
        let e = a * b
        let d = e + Value(10, label: "c")
        let result = d * Value(-2, label: "f")
        result.backward()
        return result
    }

    @Test("crosses no more, and is no larger, than measured")
    func measures() throws {
        for (graph, crossings, width) in [
            (Samples.neuron, 0, 576.0), (UnframedTests.gout, 0, 586), (UnframedTests.readme, 11, 662),
        ] {
            let geometry = try Drawing(graph).geometry()
            #expect(CurveCrossings(geometry).count <= crossings)
            #expect(geometry.size.width + 20 <= width)
        }
    }

    @Test("counts a crossing where there is one")
    func canFail() throws {
        let crossed = PictureGeometry(
            size: Size(width: 10, height: 10), parts: [],
            edges: [
                PictureGeometry.Edge(
                    tail: 0, head: 1, points: [Point(x: 0, y: 0), Point(x: 10, y: 10)], isCurve: false),
                PictureGeometry.Edge(
                    tail: 2, head: 3,
                    points: [Point(x: 0, y: 9), Point(x: 3, y: 9), Point(x: 6, y: 1), Point(x: 10, y: 1)],
                    isCurve: true),
            ], frames: [])
        #expect(CurveCrossings(crossed).count == 1)
    }
}
