import Foundation
import Testing

import TraceGraph

@Suite("A plot")
struct PlotTests {
    @Test("has been looked at", arguments: PlotSamples.all.map(\.name))
    func goldens(name: String) throws {
        let plot = try #require(PlotSamples.all.first { $0.name == name }?.plot)
        try Golden.expect(plot.svg(), equals: "plot-\(name).svg")
    }

    @Test(
        "is one image with title and description for a screen reader", arguments: PlotSamples.all.map(\.name))
    func structure(name: String) throws {
        let plot = try #require(PlotSamples.all.first { $0.name == name }?.plot)
        let document = try SVGDocument(plot)
        let root = try #require(document.elements.first)
        #expect(root.name == "svg")
        #expect(root.attributes["role"] == "img")
        let labelled = try #require(root.attributes["aria-labelledby"]).split(separator: " ").map(String.init)
        #expect(labelled == root.children.prefix(2).map { $0.attributes["id"] })
        #expect(document.texts.first == root.children[0].text)
        #expect(document.spokenText.hasSuffix("."))
        #expect(document.spokenText.count > 60)
    }

    @Test("keeps to itself in a page with others: ids and style rules have a prefix of its own")
    func prefixes() throws {
        var seen: Set<String> = []
        for (_, plot) in PlotSamples.all {
            for appearance in Appearance.allCases {
                let document = try SVGDocument(plot, appearance)
                let prefix = try #require(document.elements.first?.attributes["class"])
                #expect(seen.insert(prefix).inserted)
                let ids = document.elements.compactMap { $0.attributes["id"] }
                #expect(Set(ids).count == ids.count)
                #expect(ids.allSatisfy { $0.hasPrefix(prefix + "-") })
                let css = document.all("style").map(\.text).joined()
                for rule in css.split(separator: "\n") where !rule.hasPrefix("@media") && rule != "}" {
                    #expect(rule.hasPrefix(".\(prefix)"))
                }
                #expect(css.contains("@media") == (appearance == .auto))
            }
        }
    }

    @Test("has a rule for each of its classes", arguments: PlotSamples.all.map(\.name))
    func classes(name: String) throws {
        let plot = try #require(PlotSamples.all.first { $0.name == name }?.plot)
        let document = try SVGDocument(plot)
        let css = document.all("style").map(\.text).joined()
        for element in document.elements.dropFirst() {
            for name in element.classes { #expect(css.contains(" .\(name){"), "\(name)") }
        }
    }

    @Test("has the same bytes on each of 5 runs", arguments: PlotSamples.all.map(\.name))
    func determinism(name: String) throws {
        let plot = try #require(PlotSamples.all.first { $0.name == name }?.plot)
        let first = plot.svg()
        for _ in 0..<4 { #expect(plot.svg() == first) }
    }

    @Test("keeps all texts inside the picture", arguments: PlotSamples.all.map(\.name))
    func textsFit(name: String) throws {
        let plot = try #require(PlotSamples.all.first { $0.name == name }?.plot)
        try expectTextsInside(plot)
    }

    @Test(
        "keeps all texts inside the picture, whatever they are",
        arguments: [
            "W", "<b>&\"]]>", "漢字仮名交じり文", "😀👩‍👩‍👧‍👦🇩🇪", "new\nline\t\u{0}\u{1b}\u{fffe}", "",
        ])
    func hostileNames(text: String) throws {
        let long = String(repeating: text, count: 40)
        for name in [text, long] {
            let plots: [any Plot] = [
                LossCurve(
                    [Series(name, [1, .nan, 2]), Series(name, [2, 3])], title: name, xTitle: name,
                    yTitle: name),
                LossCurve([Series(name, [.nan])], title: name, xTitle: name, yTitle: name),
                GrowthPlot(
                    [Series(name, points: [(1, 1), (2, 2)])], title: name, xTitle: name, yTitle: name),
                HeatMap(
                    [[1, 2], [3, .nan]], rowNames: [name, name], columnNames: [name, name], title: name,
                    rowTitle: name, columnTitle: name),
                HeatMap(
                    kernels: [[[[1]], [[2]]], [[[3]], [[4]]]], outputNames: [name, name],
                    inputNames: [name, name], title: name),
                GradientHistogram(layers: [(name, [1, .nan]), (name, [0, 2])], title: name),
                DecisionBoundary(
                    points: [[0, 0], [1, 1]], labels: [0, 1], title: name, xTitle: name, yTitle: name
                ) { x, y in x - y },
            ]
            for plot in plots { try expectTextsInside(plot) }
        }
    }

    /// By the least widths of letters; those of the tests of graphs.
    private func expectTextsInside(_ plot: any Plot) throws {
        let document = try SVGDocument(plot)
        let box = try #require(document.elements.first?.attributes["viewBox"]).split(separator: " ")
            .compactMap { Double($0) }
        for text in document.all("text") {
            let size = text.classes.contains("small") ? 10.0 : text.classes.contains("tiny") ? 9 : 11
            let isTurned = text.attributes["transform"] != nil
            let width = text.allText.reduce(0) { $0 + ($1 == "W" ? 0.988 : $1.isNumber ? 0.55 : 0.25) } * size
            let share = text.classes.contains("end") ? 1.0 : text.classes.contains("middle") ? 0.5 : 0
            let (x, y) = (text.number("x"), text.number("y"))
            if isTurned {
                #expect(y + width <= box[3])
            } else {
                #expect(x - share * width >= 0 && x + (1 - share) * width <= box[2], "\(text.allText)")
                #expect(y <= box[3] - 4 && y >= 10)
            }
        }
    }

    @Test("is written whole into a file that ends in .svg, and into no other")
    func files() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "plot-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "loss.svg").path
        try PlotSamples.lossCurve.write(to: path, appearance: .dark)
        #expect(
            try String(contentsOfFile: path, encoding: .utf8) == PlotSamples.lossCurve.svg(appearance: .dark))
        for name in ["loss.png", "loss", "loss.txt"] {
            let other = folder.appending(path: name).path
            #expect(throws: TraceGraphError.plotFileExtension(path: other)) {
                try PlotSamples.lossCurve.write(to: other)
            }
            #expect(!FileManager.default.fileExists(atPath: other))
        }
        #expect(
            "\(TraceGraphError.plotFileExtension(path: "a.png"))"
                == "a plot is written as SVG, and 'a.png' does not end in .svg; give it that ending, or make the text with `svg()`"
        )
    }

    @Test("has text with a contrast of 4.5 and lines, bars and points with one of 3 to what they stand on")
    func contrast() {
        for palette in [PlotPalette.light, .dark] {
            let page = Contrast(palette.background)
            for text in [palette.text, palette.mutedText] { #expect(page.ratio(to: text) >= 4.5) }
            for line in palette.series + [palette.edge, palette.mutedText] {
                #expect(page.ratio(to: line) >= 3, "\(line)")
            }
            for step in -8...8 {
                let (fill, text) = palette.ramp(step)
                #expect(Contrast(fill).ratio(to: text) >= 4.5, "\(step)")
                guard abs(step) <= 4 else { continue }
                for point in [palette.lowerPoint, palette.upperPoint, palette.text] {
                    #expect(Contrast(fill).ratio(to: point) >= 3, "\(point) on \(step)")
                }
            }
        }
    }

    @Test("is thinned to what can be seen where a line has a million points")
    func thinning() throws {
        let numbers = (0..<1_000_000).map { Double($0 % 1000) + ($0 == 777_777 ? 5000 : 0) }
        let document = try SVGDocument(LossCurve(numbers, scale: .linear))
        let line = try #require(document.lines(class: "line").first)
        #expect(line.count <= 4 * 500)
        // The one that sticks out stands where it did, as high as the picture goes.
        let top = try #require(line.min { $0.y < $1.y })
        let first = try #require(line.first)
        let last = try #require(line.last)
        #expect(abs((top.x - first.x) / (last.x - first.x) - 0.777_777) < 0.001)
    }
}

/// A colour and its contrast as the Web Content Accessibility Guidelines 2.2 define it.
private struct Contrast {
    private let luminance: Double

    init(_ text: String) {
        let value = Int(text.dropFirst(), radix: 16) ?? 0
        func channel(_ shift: Int) -> Double {
            let part = Double(value >> shift & 0xff) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        luminance = 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
    }

    func ratio(to other: String) -> Double {
        let other = Contrast(other)
        return (max(luminance, other.luminance) + 0.05) / (min(luminance, other.luminance) + 0.05)
    }
}
