import Foundation
import Micrograd
import Testing
import TraceGraph

@Suite("An SVG")
struct SVGWriterTests {
    @Test("has been looked at", arguments: ["neuron", "network", "square"])
    func goldens(name: String) throws {
        let samples = ["neuron": Samples.neuron, "network": Samples.network, "square": Samples.square]
        let graph = try #require(samples[name])
        let svg = try Drawing(graph).svg()
        // Another Graphviz may place the nodes elsewhere: then what the picture shows is compared.
        let golden = try? Golden.text("\(name).svg")
        let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"
        if let golden, !isRecording, version(of: golden) != version(of: svg) {
            #expect(golden.contains("data-fingerprint=\"\(Drawing(graph).fingerprint)\""))
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
                == "10 values and 5 operations, from x1, x2, w1, w2 and b to o = 0.7071. Gradients are those of o."
        )
        #expect(document.all("g", class: "value").count == 10)
        #expect(document.all("g", class: "operation").count == 5)
        #expect(document.all("g", class: "edge").count == 14)
        #expect(document.all("g", class: "input").count == 2)
        #expect(document.all("g", class: "parameter").count == 3)
        #expect(document.all("g", class: "output").count == 1)
    }

    @Test("draws two edges for x * x")
    func square() throws {
        let document = try SVGDocument(Drawing(Samples.square).svg())
        #expect(document.all("path", class: "head").count == 2)
        let lines = document.all("g", class: "edge").compactMap { $0.children.first?.attributes["d"] }
        #expect(Set(lines).count == 3)
    }

    @Test("carries every digit in its tooltips")
    func tooltips() throws {
        let document = try SVGDocument(Drawing(Samples.neuron).svg())
        let titles = document.all("title").map(\.text)
        #expect(titles.contains { $0.hasPrefix("b: data 6.881373587019543, grad 0.4999999999999") })
        #expect(titles.contains("x1*w1 = x1 * w1: local derivatives -3, 2"))
    }

    @Test("puts each text inside its box, by the widths of the widest font")
    func textFits() throws {
        for graph in [Samples.neuron, Samples.network, Samples.labelled("漢字 😀 α₁ WWWWWWWWWWWWWWWW")] {
            for group in try SVGDocument(Drawing(graph).svg()).all("g", class: "value") {
                let box = try #require(group.children.first { $0.name == "rect" })
                for text in group.children where text.name == "text" {
                    let least = text.allText.reduce(0) { $0 + leastWidth(of: $1) } * 11
                    #expect(text.number("x") - least / 2 > box.number("x"))
                    #expect(text.number("x") + least / 2 < box.number("x") + box.number("width"))
                    #expect(text.number("y") < box.number("y") + box.number("height"))
                }
            }
        }
    }

    /// The advance width in DejaVu Sans, in em, of some letters; of others no more than it is.
    private func leastWidth(of character: Character) -> Double {
        switch character {
        case "W": 0.988
        case "0"..."9": 0.636
        case "a", "d", "g", "n", "p", "q", "u", "h", "b": 0.61
        case "漢", "字", "😀": 1
        default: 0.27
        }
    }

    @Test(
        "has a contrast of at least 4.5 to 1 wherever it has text", arguments: Theme.all, Appearance.allCases)
    func contrast(theme: Theme, appearance: Appearance) throws {
        var drawing = Drawing(Samples.network)
        drawing.options.theme = theme
        drawing.options.appearance = appearance
        let css = try SVGDocument(drawing.svg()).all("style").map(\.text).joined()
        let halves = css.split(separator: "@media").map(StyleRules.init)
        #expect(halves.count == (appearance == .auto ? 2 : 1))
        for rules in halves {
            let text = try #require(rules["text", "fill"])
            let muted = try #require(rules["tspan", "fill"])
            for name in ["input", "parameter", "constant", "intermediate", "output"] {
                let fill = try #require(rules[".\(name)", "fill"])
                #expect(Colour(text).contrast(with: Colour(fill)) >= 4.5, "\(name)")
                #expect(Colour(muted).contrast(with: Colour(fill)) >= 4.5, "\(name)")
            }
            for name in ["sum", "product", "function"] + (theme == .modern ? ["scope"] : []) {
                let fill = try #require(rules[".\(name)", "fill"])
                #expect(
                    Colour(rules[".\(name) text", "fill"] ?? text).contrast(with: Colour(fill)) >= 4.5,
                    "\(name)")
            }
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
        let names = document.all("g", class: "output").flatMap { $0.children.filter { $0.name == "text" } }
        let visible = label.unicodeScalars.map { scalar -> Character in
            [0x09, 0x0a, 0x0d, 0x85, 0x2028].contains(scalar.value) ? " " : Character(scalar)
        }.filter { character in
            let value = character.unicodeScalars.first?.value ?? 0
            return value >= 0x20 && value != 0xfffe && value != 0xffff
        }
        let expected = String(String.UnicodeScalarView(visible.flatMap(\.unicodeScalars)))
        #expect(names.first?.allText == expected)
        #expect(try Graph(json: drawing.graph.json) == drawing.graph)
        #expect(try !drawing.data(as: .png).isEmpty)
    }

    @Test("has no name row for a label without a letter")
    func emptyLabel() throws {
        let document = try SVGDocument(Drawing(Samples.labelled("")).svg())
        for group in document.all("g", class: "value") {
            #expect(group.children.count { $0.name == "text" } == 2)
        }
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

/// The declarations of a style sheet, by selector (without its prefix) and property.
private struct StyleRules {
    private var values: [String: String] = [:]

    init(_ css: Substring) {
        for match in css.matches(of: /\.t[0-9a-f]{8} ?([^{,]*)\{([^}]*)\}/) {
            for declaration in match.2.split(separator: ";") {
                let parts = declaration.split(separator: ":", maxSplits: 1)
                values["\(match.1) \(parts[0])"] = String(parts[1])
            }
        }
    }

    subscript(selector: String, property: String) -> String? { values["\(selector) \(property)"] }
}

/// A colour and its contrast as the Web Content Accessibility Guidelines 2.2 define it.
private struct Colour {
    let luminance: Double

    init(_ text: String) {
        let value = Int(text.dropFirst(), radix: 16) ?? 0
        func channel(_ shift: Int) -> Double {
            let part = Double(value >> shift & 0xff) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        luminance = 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
    }

    func contrast(with other: Colour) -> Double {
        (max(luminance, other.luminance) + 0.05) / (min(luminance, other.luminance) + 0.05)
    }
}
