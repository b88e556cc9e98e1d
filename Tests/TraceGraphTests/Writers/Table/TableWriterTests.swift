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

    @Test("tells values of one name apart by the frames around them")
    func repeatedNames() {
        let names = Drawing(Samples.network).table.split(separator: "\n").prefix(10).map {
            String($0.split(separator: " ", maxSplits: 2)[1...].joined(separator: " ").prefix(21))
        }
        #expect(names[1] == "layer 0/neuron 0/w0  ")
        #expect(names[4] == "layer 0/neuron 1/w0  ")
        #expect(names[7].hasPrefix("layer 1/neuron 0/w0"))
    }

    @Test("of a check says which of them is wrong, as does its summary")
    func repeatedNamesInCheck() {
        let graph = Samples.graph {
            let model = MLP(1, [2, 1], seed: 1)
            let y = model([Value(1, label: "x")])[0]
            y.backward()
            model.parameters[2].grad += 1
            return y
        }
        let drawing = Drawing(graph)
        let summary = drawing.summary(of: GradientCheck(of: graph))
        #expect(summary.contains("worst: #2 layer 0/neuron 1/w0, grad"))
    }

    @Test("stands beside the quotients of a check")
    func check() throws {
        let kinks = Samples.graph {
            let x = Value(0, label: "x"), a = Value(2, label: "a"), b = Value(2, label: "b")
            let y = relu(x) * 3 + max(a, b) + sqrt(Value(0, label: "s"))
            y.label = "y"
            y.backward()
            y.backward()
            a.grad = 7
            return y
        }
        try Golden.expect(Drawing(kinks).table(with: GradientCheck(of: kinks)), equals: "check.txt")
    }

    @Test("stops at a check of something else")
    func otherCheck() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = Drawing(Samples.square).table(with: GradientCheck(of: Samples.network))
        }
        let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(text.contains("A table was given a check of"))
    }
}
