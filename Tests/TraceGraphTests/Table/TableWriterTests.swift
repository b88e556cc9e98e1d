import Micrograd
import Testing
import TraceGraph

@Suite("The table")
struct TableWriterTests {
    @Test("has been looked at")
    func goldens() throws {
        try Golden.expect(Drawing(Samples.neuron).table, equals: "neuron.txt")
        try Golden.expect(Drawing(Samples.network).table, equals: "network.txt")
        try Golden.expect(Drawing(Samples.extremes).table, equals: "extremes.txt")
    }

    @Test("aligns wide characters and shortens long names")
    func wideNames() throws {
        let graph = Samples.graph {
            let a = Value(1, label: "漢字")
            let b = Value(2, label: String(repeating: "long ", count: 20))
            return a * b
        }
        try Golden.expect(Drawing(graph).table, equals: "wide.txt")
    }

    @Test("shows what it is asked to")
    func shown() {
        var drawing = Drawing(Samples.square)
        drawing.options.show = .grad
        #expect(drawing.table == "id  is       grad\n#0  input  6.0000\n#1  x * x  1.0000\n")
    }
}
