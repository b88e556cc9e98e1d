import Micrograd
import Testing
import TraceGraph

@Suite("DOT text")
struct DOTWriterTests {
    @Test("has been looked at")
    func goldens() throws {
        try Golden.expect(Drawing(Samples.neuron).dot, equals: "neuron.dot")
        try Golden.expect(Drawing(Samples.network).dot, equals: "network.dot")
        var classic = Drawing(Samples.neuron)
        classic.options.theme = .classic
        classic.options.direction = .topToBottom
        try Golden.expect(classic.dot, equals: "neuron-classic-TB.dot")
    }

    @Test("has an edge for each use of a value")
    func repeatedOperand() {
        let lines = Drawing(Samples.square).dot.split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("  v0 -> o1") } == 2)
    }

    @Test("has one operation for a difference and for a quotient", arguments: ["-", "/"])
    func oneOperation(symbol: String) {
        let graph = Samples.graph {
            let a = Value(1)
            let b = Value(2)
            return symbol == "-" ? a - b : a / b
        }
        let lines = Drawing(graph).dot.split(separator: "\n")
        #expect(lines.count { $0.contains("class=\"operation") } == 1)
        #expect(lines.count { $0.contains("class=\"value") } == 3)
    }

    @Test("keeps name above numbers in every direction", arguments: Direction.allCases)
    func recordFields(direction: Direction) {
        var drawing = Drawing(Samples.square)
        drawing.options.direction = direction
        let isHorizontal = direction != .topToBottom && direction != .bottomToTop
        let fields = "{ x } | { data 3 | grad 6 }"
        #expect(drawing.dot.contains("label=\"\(isHorizontal ? fields : "{ \(fields) }")\""))
        #expect(drawing.dot.contains("rankdir=\"\(direction == .auto ? "LR" : direction.rawValue)\""))
    }

    @Test("shows what it is asked to")
    func shown() {
        var drawing = Drawing(Samples.square)
        drawing.options.show = [.name, .grad]
        #expect(drawing.dot.contains("label=\"{ x } | { grad 6 }\""))
        drawing.options.show = .name
        #expect(drawing.dot.contains("label=\"{ x }\""))
        drawing.options.show = []
        #expect(drawing.dot.contains("label=\"{  }\""))
    }

    @Test(
        "escapes what records and strings give a meaning",
        arguments: [
            ("a\"b", "a\\\"b"), ("a\\b", "a\\\\b"), ("a\\", "a\\\\"), ("{a|b}", "\\{a\\|b\\}"),
            ("<a>", "\\<a\\>"), ("a&amp;b", "a&amp;amp;b"), ("a  b", "a \\ b"), (" a", "\\ a"),
            ("a\nb\tc", "a b c"), ("a\u{1}b", "ab"), ("\\N", "\\\\N"), ("漢字 😀 α₁", "漢字 😀 α₁"),
        ])
    func escapes(label: String, expected: String) {
        #expect(Drawing(Samples.labelled(label)).dot.contains("label=\"{ \(expected) } | "))
    }

    @Test("is made for a label of any length")
    func longLabel() {
        let label = String(repeating: "x", count: 100_000)
        #expect(Drawing(Samples.labelled(label)).dot.contains(label))
    }
}
