import Foundation
import Micrograd
import Testing
import TraceGraph

@Suite("An SVG")
struct SVGWriterTests {
    /// What a person has looked at: each style, and each state of a value.
    enum Sheet: String, CaseIterable {
        case neuron, network, square, states
        case classic = "neuron-classic"
        case nodes = "neuron-nodes"
        case dark = "square-dark"
        case local = "square-local"
        case folded = "network-folded"
        case tables, tints

        var drawing: Drawing {
            var drawing = Drawing(graph)
            switch self {
            case .neuron, .network, .square, .states: break
            case .classic: drawing.options.theme = .classic
            case .nodes: drawing.options.operations = .nodes
            case .dark: drawing.options.appearance = .dark
            case .local: drawing.options.showsLocalGradients = true
            case .folded: drawing.options.folding = .kind("layer")
            case .tables: drawing.options.fit = 350
            case .tints: drawing.options.fit = 230
            }
            return drawing
        }

        private var graph: Graph {
            switch self {
            case .neuron, .classic, .nodes: Samples.neuron
            case .network, .folded: Samples.network
            case .square, .dark, .local: Samples.square
            case .states: Samples.states
            case .tables, .tints: Samples.twoCalls
            }
        }
    }

    @Test("has been looked at", arguments: Sheet.allCases)
    func goldens(sheet: Sheet) throws {
        let (name, drawing) = (sheet.rawValue, sheet.drawing)
        let svg = try drawing.svg()
        // Another Graphviz may place the nodes elsewhere: then what the picture shows is compared.
        let golden = try? Golden.text("\(name).svg")
        let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"
        if let golden, !isRecording, version(of: golden) != version(of: svg) {
            #expect(golden.contains("data-fingerprint=\"\(drawing.fingerprint)\""))
        } else {
            try Golden.expect(svg, equals: "\(name).svg")
        }
    }

    private func version(of svg: String) -> String? {
        svg.firstMatch(of: /data-graphviz="([^"]*)"/).map { String($0.1) }
    }

    @Test("is one group a value and a group an operation, with title, description and viewBox")
    func structure() throws {
        let document = try SVGDocument(Drawing(Samples.neuron).svg())
        let root = try #require(document.elements.first)
        #expect(root.name == "svg")
        #expect(root.attributes["role"] == "img")
        #expect(root.attributes["width"]?.hasSuffix("pt") == true)
        #expect(root.attributes["viewBox"]?.split(separator: " ").count == 4)
        let labelled = try #require(root.attributes["aria-labelledby"]).split(separator: " ")
        #expect(labelled.map(String.init) == root.children.prefix(2).map { $0.attributes["id"] })
        #expect(root.children[0].text == "Computation graph of o")
        #expect(
            root.children[1].text
                == "10 values and 5 operations, from x1, x2, w1, w2 and b to o = 0.7071. Gradients are those of o. "
                + "The gradient of w2 is exactly 0."
        )
        #expect(document.all("g", class: "value").count == 10)
        #expect(document.all("g", class: "operation").count == 5)
        #expect(document.all("g", class: "edge").count == 9)
        #expect(document.all("g", class: "input").count == 2)
        #expect(document.all("g", class: "parameter").count == 3)
        #expect(document.all("g", class: "output").count == 1)
    }

    @Test("draws two edges for x * x")
    func square() throws {
        let document = try SVGDocument(Drawing(Samples.square).svg())
        #expect(document.all("path", class: "head").count == 2)
        let lines = document.all("g", class: "edge").compactMap { $0.children.first?.attributes["d"] }
        #expect(Set(lines).count == 2)
    }

    @Test("carries every digit in its tooltips")
    func tooltips() throws {
        let document = try SVGDocument(Drawing(Samples.neuron).svg())
        let titles = document.all("title").map(\.text)
        #expect(titles.contains { $0.hasPrefix("b: data 6.881373587019543, grad 0.4999999999999") })
        #expect(titles.contains("x1*w1 = x1 * w1: local derivatives -3, 2"))
    }

    @Test("puts each text inside its box: what stands beside another is fitted, and in Helvetica all fits")
    func textFits() throws {
        for graph in [Samples.neuron, Samples.network, Samples.labelled("漢字 😀 α₁ WWWWWWWWWWWWWWWW")] {
            for group in try SVGDocument(Drawing(graph).svg()).all("g", class: "value") {
                let box = try SVGPath(#require(group.children.first { $0.name == "path" }))
                for text in group.children where text.name == "text" {
                    let fitted = text.attributes["textLength"].flatMap(Double.init)
                    let width =
                        fitted ?? text.allText.reduce(0) { $0 + leastWidth(of: $1) } * 11
                    let isStart = text.classes.contains("name") || text.classes.contains("key")
                    let isMiddle = text.classes.contains("chip-text")
                    let start = text.number("x") - (isStart ? 0 : isMiddle ? width / 2 : width)
                    #expect(start > box.lower.x)
                    #expect(start + width < box.upper.x)
                    #expect(text.number("y") < box.upper.y)
                }
            }
        }
    }

    /// The advance width in Helvetica, in em, of some letters; of others no more than it is.
    private func leastWidth(of character: Character) -> Double {
        switch character {
        case "W": 0.944
        case "0"..."9", "a", "b", "d", "e", "g", "h", "n", "o", "p", "q", "u": 0.556
        case "漢", "字", "😀": 1
        default: 0.222
        }
    }

    @Test("has the colours of its palette as properties that a page can set", arguments: Theme.all)
    func properties(theme: Theme) throws {
        var drawing = Drawing(Samples.network)
        drawing.options.theme = theme
        let css = try SVGDocument(drawing.svg()).all("style").map(\.text).joined()
        let halves = css.components(separatedBy: "@media (prefers-color-scheme:dark)")
        #expect(halves.count == 2)
        let dark = try #require(halves[1].components(separatedBy: "\n}\n").first)
        let names = { (text: String) in
            text.matches(of: /--([a-z0-9-]+):var\(--trace-([a-z0-9-]+),/).map { "\($0.1) \($0.2)" }
        }
        #expect(names(halves[0]) == names(dark))
        #expect(!names(dark).isEmpty)
        // Each colour that is used is a property, with the colour itself before it.
        let uses = css.matches(of: /(fill|stroke):#[0-9a-f]{6};(fill|stroke):var\(--([a-z0-9-]+)\)/)
        #expect(!uses.isEmpty)
        for use in uses {
            #expect(use.1 == use.2)
            #expect(names(dark).contains("\(use.3) \(use.3)"))
        }
    }

    @Test("has the same bytes on each of 20 runs")
    func determinism() throws {
        let first = try Drawing(Samples.network).svg()
        for _ in 0..<19 { #expect(try Drawing(Samples.network).svg() == first) }
    }

    @Test("keeps to itself in a page with others: ids and style rules have a prefix of its own")
    func prefixes() throws {
        var light = Drawing(Samples.neuron)
        light.options.appearance = .light
        let drawings = [Drawing(Samples.neuron), light, Drawing(Samples.square)]
        var seen: Set<String> = []
        for drawing in drawings {
            let document = try SVGDocument(drawing.svg())
            let prefix = try #require(document.elements.first?.attributes["class"])
            let ids = document.elements.compactMap { $0.attributes["id"] }
            #expect(Set(ids).count == ids.count)
            #expect(ids.allSatisfy { $0.hasPrefix(prefix + "-") })
            #expect(seen.insert(prefix).inserted)
            let css = document.all("style").map(\.text).joined()
            for rule in css.split(separator: "\n") where !rule.hasPrefix("@media") && rule != "}" {
                #expect(rule.hasPrefix(".\(prefix)"))
            }
        }
    }

    @Test(
        "is well-formed and whole whatever the labels hold",
        arguments: [
            "\"quoted\" 'single'", "back\\slash\\", "{braces|bars}", "<b>markup</b> &amp; &lt;", "]]>",
            "<!-- -->",
            "漢字仮名交じり文", "😀👩‍👩‍👧‍👦🇩🇪", "שלום עולם", "مرحبا", "é\u{301}\u{302}", "new\nline\ttab\r\u{0}\u{1}\u{1b}",
            "\u{fffe}\u{ffff}\u{85}\u{2028}", " ", "\\N \\G \\E", "digraph",
            String(repeating: "W", count: 500),
        ])
    func hostileLabels(label: String) throws {
        let drawing = Drawing(Samples.labelled(label))
        let document = try SVGDocument(drawing.svg())
        let names = document.all("text", class: "name")
        let visible = label.unicodeScalars.map { scalar -> Character in
            [0x09, 0x0a, 0x0d, 0x85, 0x2028].contains(scalar.value) ? " " : Character(scalar)
        }.filter { character in
            let value = character.unicodeScalars.first?.value ?? 0
            return value >= 0x20 && value != 0xfffe && value != 0xffff
        }
        let expected = String(String.UnicodeScalarView(visible.flatMap(\.unicodeScalars)))
        // A long name is cut where it would push the numbers away; the tooltip has it whole.
        let name = names.first?.allText
        #expect(name == expected || name.map { $0.last == "…" && expected.hasPrefix($0.dropLast()) } == true)
        #expect(try Graph(json: drawing.graph.json) == drawing.graph)
        #expect(try !drawing.data(as: .png).isEmpty)
    }

    @Test("has no name row for a label without a letter")
    func emptyLabel() throws {
        let document = try SVGDocument(Drawing(Samples.labelled("")).svg())
        #expect(document.all("text", class: "name").isEmpty)
        #expect(document.all("text", class: "data").count == 2)
    }

    @Test("refuses a label that is too long to draw, and says so")
    func longLabel() {
        let drawing = Drawing(Samples.labelled(String(repeating: "x", count: 100_000)))
        let error = TraceGraphError.labelTooLong(
            .value(id: 0, path: ""), start: String(repeating: "x", count: 20), count: 100_000, limit: 500)
        #expect(
            error.description
                == "the label 'xxxxxxxxxxxxxxxxxxxx…' of value #0 has 100000 characters, and at most 500 can be drawn; "
                + "give the value a shorter label, or draw no names")
        #expect(throws: error) { try drawing.svg() }
        #expect(throws: error) { try drawing.data(as: .png) }
        var nameless = drawing
        nameless.options.show = [.data, .grad]
        #expect(throws: Never.self) { try nameless.svg() }
    }
}
