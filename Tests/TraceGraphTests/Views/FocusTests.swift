import Micrograd
import Testing
import TraceGraph

@Suite("A focus")
struct FocusTests {
    private func names(_ graph: Graph, _ focus: Focus) throws -> Set<String> {
        var drawing = Drawing(graph)
        drawing.options.focus = focus
        return Set(try drawing.geometry().parts.map(\.name))
    }

    @Test("keeps what is so many edges away, with the ids of the open graph", arguments: [0, 1, 2, 9])
    func around(radius: Int) throws {
        // 0 x1, 1 x2, 2 w1, 3 w2, 4 b, 5 x1*w1, 6 x2*w2, 7 their sum, 8 n, 9 o
        let product = try Samples.neuron.node(named: "x1*w1")
        let found = try names(Samples.neuron, .around(id: product, radius: radius))
        let operands = Samples.neuron.nodes[product].operands.map { "v\($0)" }
        let near = Set(["v\(product)"]).union(radius > 0 ? operands + ["v7"] : [])
        #expect(found.isSuperset(of: near))
        #expect(found.count == [0: 1, 1: 4, 2: 6, 9: 10][radius])
    }

    @Test("keeps all ways between two values, and the numbers that stand in them")
    func ways() throws {
        let graph = Samples.graph {
            let x = Value(2, label: "x")
            let other = Value(3, label: "other")
            let left = x * 5
            let right = x + other
            let y = left * right
            y.label = "y"
            y.backward()
            return y.tanh()
        }
        let (x, y) = (try graph.node(named: "x"), try graph.node(named: "y"))
        let found = try names(graph, .ways(from: x, to: y))
        let labels = Set(graph.nodes.filter { found.contains("v\($0.id)") }.map { $0.label ?? "\($0.data)" })
        #expect(labels == ["x", "5.0", "10.0", "y"])
        #expect(try names(graph, .ways(from: y, to: x)).isEmpty)
    }

    @Test("finds a partial sum in the sum that it is drawn with, and keeps the frames around it")
    func joinedSum() throws {
        let graph = Samples.network
        let joined = try #require(
            graph.nodes.first { node in
                node.operation == .add && node.scope.map { graph.scopes[$0].kind == "neuron" } == true
            })
        var drawing = Drawing(graph)
        drawing.options.focus = .around(id: joined.id, radius: 1)
        let geometry = try drawing.geometry()
        #expect(geometry.parts.count == 5)
        #expect(geometry.frames.count == 2)
        #expect(geometry.edges.count == 4)
    }

    @Test("holds for DOT and Mermaid, and leaves the data forms whole")
    func textForms() throws {
        var drawing = Drawing(Samples.neuron)
        drawing.options.focus = .around(id: 0, radius: 1)
        #expect(drawing.dot.split(separator: "\n").count { $0.contains("class=\"value") } == 2)
        let chart = String(decoding: try drawing.data(as: .mermaid), as: UTF8.self)
        #expect(chart.split(separator: "\n").count { $0.contains(":::") } == 2)
        #expect(drawing.table == Drawing(Samples.neuron).table)
    }
}
