import Micrograd
import Testing
import TraceGraph

@Suite("A Mermaid flowchart")
struct MermaidWriterTests {
    private func text(_ graph: Graph, _ change: (inout DrawingOptions) -> Void = { _ in }) throws -> String {
        var drawing = Drawing(graph)
        change(&drawing.options)
        return String(decoding: try drawing.data(as: .mermaid), as: UTF8.self)
    }

    @Test("has been looked at")
    func goldens() throws {
        try Golden.expect(try text(Samples.neuron), equals: "neuron.mmd")
        try Golden.expect(try text(Samples.network), equals: "network.mmd")
    }

    @Test("has an edge for each use of a value, and each value once")
    func edges() throws {
        let lines = try text(Samples.square).split(separator: "\n")
        #expect(lines.count { $0 == "  v0 --> v1" } == 2)
        #expect(lines.count { $0.contains(":::") } == 2)
    }

    @Test("runs where it is told to, left to right by default", arguments: Direction.allCases)
    func direction(direction: Direction) throws {
        let word = direction == .auto ? "LR" : direction.rawValue
        #expect(try text(Samples.square) { $0.direction = direction }.hasPrefix("flowchart \(word)\n"))
    }

    @Test(
        "escapes what Markdown, HTML and Mermaid give a meaning",
        arguments: [
            ("a\"b", "a#34;b"), ("<b>", "#60;b#62;"), ("a&amp;b", "a#38;amp#59;b"),
            ("`code`", "#96;code#96;"),
            ("a#35;b", "a#35;35#59;b"), ("*a*", "#42;a#42;"), ("[x]{y}|z", "#91;x#93;#123;y#125;#124;z"),
            ("a\nb", "a b"), ("a\u{1}b", "ab"), ("漢字 α₁", "漢字 α₁"), ("end", "end"), ("%%", "#37;#37;"),
        ])
    func escapes(label: String, expected: String) throws {
        #expect(try text(Samples.labelled(label)).contains("[\"\(expected) = 4<br/>"))
    }

    @Test("says where it is too large for GitHub")
    func limits() throws {
        let small = try text(Samples.network)
        #expect(!small.contains("%%"))
        let large = try text(Samples.chain(251))
        let warning = "GitHub renders at most 500 edges and 50,000 characters; this chart has 502 and "
        #expect(large.contains("\n%% \(warning)"))
    }

    @Test("shows what it is asked to")
    func shown() throws {
        #expect(try text(Samples.square) { $0.show = [.name, .grad] }.contains("[\"x<br/>∂ 6\"]"))
        #expect(try text(Samples.square) { $0.show = .data }.contains("[\"3\"]"))
        #expect(try text(Samples.square) { $0.show = [] }.contains("[\" \"]"))
    }
}
