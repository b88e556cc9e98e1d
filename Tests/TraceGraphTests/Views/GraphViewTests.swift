import Micrograd
import Testing
import TraceGraph

/// What a picture shows of a graph, as its SVG has it.
@Suite("A view of a graph")
struct GraphViewTests {
    private func values(_ drawing: Drawing) throws -> [SVGDocument.Element] {
        try SVGDocument(drawing.svg()).all("g", class: "value")
    }

    @Test("joins the sum of a neuron, and names the partial sums that it stands for")
    func joinedSums() throws {
        let graph = Samples.network
        let sums = try values(Drawing(graph)).filter { $0.attributes["data-nodes"] != nil }
        // Three neurons of two inputs: in each the bias and the first product, then the second one.
        #expect(sums.count == 3)
        for sum in sums {
            let node = try #require(sum.attributes["data-node"].flatMap(Int.init))
            let joined = try #require(sum.attributes["data-nodes"]).split(separator: " ").compactMap {
                Int($0)
            }
            #expect(joined.count == 1)
            for id in joined {
                #expect(graph.nodes[id].operation == .add)
                #expect(graph.nodes[id].grad == graph.nodes[node].grad)
                #expect(graph.nodes[node].operands.contains(id))
            }
            #expect(sum.children.contains { $0.classes.contains("sum") && $0.allText.hasSuffix("Σ") })
        }
        var open = Drawing(graph)
        open.options.opensSums = true
        #expect(try values(open).count == graph.nodes.count)
        #expect(try values(open).allSatisfy { $0.attributes["data-nodes"] == nil })
    }

    @Test("leaves the sums of an expression alone, and those that are named, used twice or drawn")
    func openSums() throws {
        let expression = Samples.graph {
            let a = Value(1, label: "a")
            return a + 2 + 3 + 4
        }
        #expect(try values(Drawing(expression)).count == expression.nodes.count)
        let named = Samples.graph {
            withScope("neuron") {
                let a = Value(1, label: "a")
                let b = a + 2
                b.label = "b"
                let c = b + 3
                let d = c + 4
                return d * c
            }
        }
        #expect(try values(Drawing(named)).count == named.nodes.count)
    }

    @Test("draws a weight in each frame that uses it, all with the same numbers")
    func copies() throws {
        let graph = Samples.graph {
            let model = MLP(2, [1], seed: 3)
            let losses = [[1.0, 2.0], [-1.0, 0.5]].map { (model($0)[0] - 1) ** 2 }
            let loss = losses[0] + losses[1]
            loss.backward()
            return loss
        }
        let groups = try values(Drawing(graph))
        let parameters = graph.nodes.filter(\.isParameter)
        #expect(parameters.count == 3)
        for parameter in parameters {
            let places = groups.filter { $0.attributes["data-node"] == "\(parameter.id)" }
            #expect(places.count == 2)
            let endings = places.compactMap { $0.attributes["id"]?.drop { $0 != "-" } }
            #expect(endings == ["-v\(parameter.id)", "-v\(parameter.id)-2"])
            #expect(Set(places.map(\.allText)).count == 1)
            #expect(places.map { $0.children.contains { $0.classes.contains("copy") } } == [false, true])
        }
        // The data forms have each value once.
        #expect(
            Drawing(graph).dot.split(separator: "\n").count { $0.contains("class=\"value") }
                == graph.nodes.count)
    }

    @Test("draws a weight that is a root, or stands alone, once")
    func rootParameter() throws {
        let tape = Tape()
        let drawing = tape.use {
            let neuron = Neuron(1)
            let y = neuron([Value(2)])
            y.backward()
            return drawDot([y] + neuron.parameters)
        }
        let ids = try values(drawing).compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        #expect(try values(drawDotOfParameter()).count == 1)
    }

    private func drawDotOfParameter() -> Drawing {
        let tape = Tape()
        return tape.use {
            let w = Value(2, label: "w")
            w.isParameter = true
            return drawDot(w)
        }
    }
}
