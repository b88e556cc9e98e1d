import Micrograd
import Testing
import TraceGraph

@Suite("A gradient check of a graph")
struct GraphGradientCheckTests {
    @Test(
        "is that of the value it was taken from",
        arguments: [Samples.neuron, Samples.square, Samples.network])
    func agrees(graph: Graph) throws {
        let check = GradientCheck(of: graph)
        #expect(check.agrees && check.gradients.count == graph.nodes.count, "\(check)")
        #expect(try GradientCheck(of: Graph(json: graph.json)).agrees)
    }

    @Test("takes the value that backward ran from as the result")
    func root() {
        let graph = Samples.graph {
            let x = Value(2, label: "x")
            let e = x * x
            e.backward()
            return e + x
        }
        let check = GradientCheck(of: graph)
        #expect(check.gradients.map(\.verdict) == [.agrees, .agrees, .skipped(.unused)])
    }

    @Test("finds a wrong gradient in a saved graph")
    func wrong() throws {
        let json = Samples.square.json.replacing("\"grad\": 6", with: "\"grad\": 9")
        #expect(try GradientCheck(of: Graph(json: json)).worst?.label == "x")
    }

    @Test("says what keeps it from checking")
    func obstacles() {
        #expect(GradientCheck(of: Samples.untouched).obstacle == .noGradients)
        let several = withTape {
            let x = Value(2)
            return Graph(tracing: [x * x, x + 1])
        }
        #expect(GradientCheck(of: several).obstacle == .severalResults)
        let elsewhere = withTape {
            let x = Value(2)
            let y = x * x, z = x + 1
            z.backward()
            return Graph(tracing: y)
        }
        #expect(GradientCheck(of: elsewhere).obstacle == .otherRoot(nil))
        #expect(
            GradientCheck(of: Samples.network, options: .init(maximumCount: 3)).obstacle
                == .tooLarge(count: Samples.network.nodes.count, limit: 3))
    }
}
