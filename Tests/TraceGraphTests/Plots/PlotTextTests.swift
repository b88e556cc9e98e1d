import Foundation
import Micrograd
import Testing
import TraceGraph

@Suite("The text of a plot")
struct PlotTextTests {
    /// Each plot with the title that is given.
    private static func plots(_ title: String?) -> [any Plot] {
        [
            LossCurve([1, 0.5], title: title),
            LossCurve(
                [Series("training", [1, 0.5]), Series("validation", [1, 0.6])], title: title, xTitle: "epoch"),
            HeatMap([[1, 2]], title: title),
            HeatMap(kernelsOf: Conv2D(1, 2, kernel: 5, seed: 1), title: title),
            GradientHistogram(layers: [("a", [1])], title: title),
            GrowthPlot([Series("a", points: [(1, 2)])], title: title),
            DecisionBoundary(points: [[0, 0], [1, 1]], labels: [-1, 1], title: title) { x, _ in x },
        ]
    }

    private static let titles = [
        "Loss by step", "Loss by epoch: training and validation", "Weights by neuron and input",
        "Kernels of 5 × 5 by output channel", "Sizes of gradients by layer", "Seconds by size",
        "Decision boundary between label −1 and label 1",
    ]

    @Test("says what is shown in the title, where none is given")
    func usualTitles() throws {
        for (plot, title) in zip(Self.plots(nil), Self.titles) {
            let document = try SVGDocument(plot)
            #expect(document.texts.first == title)
            #expect(document.all("title").map(\.text) == [title])
        }
    }

    @Test("has the title that is given, also for a screen reader")
    func givenTitles() throws {
        for plot in Self.plots("Mine") {
            let document = try SVGDocument(plot)
            #expect(document.texts.first == "Mine")
            #expect(document.all("title").map(\.text) == ["Mine"])
        }
    }

    @Test("has no title in the picture where it is empty, and tells a screen reader the usual one")
    func emptyTitles() throws {
        for (plot, title) in zip(Self.plots(""), Self.titles) {
            let document = try SVGDocument(plot)
            #expect(document.all("text", class: "title").isEmpty)
            #expect(document.all("title").map(\.text) == [title])
        }
    }

    @Test("breaks a long title once, between words")
    func longTitle() throws {
        let words = (0..<16).map { "word\($0)" }.joined(separator: " ")
        let lines = try SVGDocument(LossCurve([1, 2], title: words)).all("text", class: "title")
        #expect(lines.count == 2)
        #expect(lines.map(\.allText).joined(separator: " ") == words)
        let endless = try SVGDocument(LossCurve([1, 2], title: String(repeating: words + " ", count: 9)))
        #expect(endless.all("text", class: "title").map { $0.allText.hasSuffix("…") } == [false, true])
    }

    @Test("has the font and the sizes of the pictures of graphs", arguments: PlotSamples.all.map(\.name))
    func type(name: String) throws {
        let css = try #require(PlotSamples.all.first { $0.name == name }).plot.svg()
        let graph = try #require(try Drawing(Samples.neuron).svg().firstMatch(of: /font:([^;]*);/))
        #expect(css.contains("text{font:\(graph.1);font-variant-numeric:tabular-nums"))
        #expect(graph.1.hasPrefix("11px"))
        let sizes = Set(css.matches(of: /font-size:([^;}]*)/).map { String($0.1) })
        #expect(sizes.isSubset(of: ["10px", "9px"]))
    }

    @Test("is at its natural size in a page of 830 pixels", arguments: PlotSamples.all.map(\.name))
    func naturalSize(name: String) throws {
        let plot = try #require(PlotSamples.all.first { $0.name == name }).plot
        let root = try #require(try SVGDocument(plot).elements.first)
        let width = try #require(root.attributes["width"])
        let unit = width.suffix(2)
        let size = try #require(Double(width.dropLast(2)))
        #expect(size * (unit == "pt" ? 96.0 / 72 : 1) <= 830)
        #expect(root.attributes["viewBox"]?.split(separator: " ")[2] == width.dropLast(2))
    }
}
