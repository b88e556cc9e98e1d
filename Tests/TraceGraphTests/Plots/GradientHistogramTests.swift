import Foundation
import Testing
import TraceGraph

@Suite("A histogram of gradients")
struct GradientHistogramTests {
    /// The bars of each layer: where they begin and end, and how high they are.
    private func bars(_ document: SVGDocument) -> [[(
        start: Double, end: Double, base: Double, height: Double
    )]] {
        document.all("path", class: "s0f").map { path in
            (path.attributes["d"] ?? "").split(separator: "M").map { bar in
                let numbers = bar.split { ",vHVz".contains($0) }.compactMap { Double($0) }
                return (numbers[0], numbers[3], numbers[1], -numbers[2])
            }
        }
    }

    @Test("has a bar over the power of ten of each gradient, whatever its sign")
    func places() throws {
        let document = try SVGDocument(
            GradientHistogram(layers: [("a", [0.001, -0.001, 0.1]), ("b", [-1, -1, -1])]))
        func tick(_ name: String) throws -> Double {
            try #require(document.all("text", class: "middle").first { $0.allText == name }).number("x")
        }
        let layers = bars(document)
        try #require(layers.map(\.count) == [2, 1])
        for (bar, name) in [(layers[0][0], "0.001"), (layers[0][1], "0.1"), (layers[1][0], "1")] {
            let place = try tick(name)
            #expect(bar.start - 0.5 <= place && place <= bar.end + 0.5, "\(name)")
        }
        // As high as their counts, and the highest of each layer as high as those of the others.
        #expect(abs(layers[0][1].height / layers[0][0].height - 1.0 / 2) < 0.01)
        #expect(layers[0][0].height == layers[1][0].height)
    }

    @Test("has its count over each bar, and all of them are the gradients that are not zero")
    func counts() throws {
        let layers = PlotSamples.layers
        let document = try SVGDocument(GradientHistogram(layers: layers))
        let texts = document.all("text", class: "tiny")
        let bars = bars(document)
        #expect(texts.count == bars.joined().count)
        for (text, bar) in zip(texts, bars.joined()) {
            #expect(abs(text.number("x") - (bar.start + bar.end) / 2) < 0.02)
            #expect(abs(text.number("y") - (bar.base - bar.height - 3)) < 0.02)
        }
        let sum = texts.compactMap { Int($0.allText) }.reduce(0, +)
        #expect(sum == layers.flatMap(\.gradients).count { $0 != 0 })
    }

    @Test(
        "writes large counts short",
        arguments: [
            (999, "999"), (1000, "1.0k"), (9949, "9.9k"), (9951, "10k"), (119_400, "119k"), (999_499, "999k"),
            (999_500, "1.0M"),
        ])
    func shortCounts(count: Int, text: String) throws {
        let gradients = [Double](repeating: 1, count: count)
        let document = try SVGDocument(GradientHistogram(layers: [("a", gradients)]))
        #expect(document.all("text", class: "tiny").map(\.allText) == [text])
    }

    @Test("leaves a gradient far away from all others off its axis, and says so")
    func outside() throws {
        let gradients = (1...100).map { Double($0) } + [1e-300]
        let document = try SVGDocument(GradientHistogram(layers: [("a", gradients)]))
        #expect(document.texts.contains("a: 1 of 101 gradients is below the axis, down to 1e−300"))
        #expect(document.texts.contains("10") && !document.texts.contains("10⁻³⁰⁰"))
        let counts = document.all("text", class: "tiny").compactMap { Int($0.allText) }
        #expect(counts.reduce(0, +) == 100)
    }

    @Test("has no axis where it has nothing to show, and says why")
    func nothing() throws {
        let zeros = try SVGDocument(GradientHistogram(layers: [("a", [0, 0]), ("b", [0])]))
        #expect(zeros.texts.contains("all 3 gradients are 0"))
        #expect(zeros.all("path", class: "axis").isEmpty)
        let missing = try SVGDocument(GradientHistogram(layers: [("a", [.nan, 0])]))
        #expect(missing.texts.contains("no gradient to show that is finite and not 0"))
    }

    @Test("says median and share of zeros of each layer")
    func columns() throws {
        let document = try SVGDocument(
            GradientHistogram(layers: [("a", [0, 0, 0.5, 0.25]), ("b", [Double](repeating: 0, count: 3))]))
        #expect(
            Set(document.texts).isSuperset(of: [
                "a", "4 gradients", "▲ median 0.38", "2 zeros (50 %)", "b", "3 zeros (100 %)", "no median",
                "all zero",
            ]))
        #expect(
            document.spokenText
                == "a has 4 gradients: sizes from 0.25 to 0.5 with median 0.38, and 2 zeros (50 %). b has 3 gradients: "
                + "3 zeros (100 %).")
        #expect(document.all("path", class: "median").count == 1)
    }

    @Test(
        "rounds the share of zeros to 0 or 100 only where it is that",
        arguments: [(1, 999, "1 zero (1 %)"), (999, 1, "999 zeros (99 %)")])
    func zeros(zeros: Int, others: Int, text: String) throws {
        let gradients = [Double](repeating: 0, count: zeros) + [Double](repeating: 1, count: others)
        #expect(try SVGDocument(GradientHistogram(layers: [("a", gradients)])).texts.contains(text))
    }

    @Test("leaves out nan and infinity, and says so")
    func missing() throws {
        let document = try SVGDocument(
            GradientHistogram(layers: [("a", [1, .nan, .infinity]), ("b", [.nan])]))
        #expect(document.texts.contains("a: 2 of 3 gradients are nan or infinite, and left out"))
        #expect(document.texts.contains("b: 1 of 1 gradient is nan or infinite, and left out"))
        #expect(document.texts.contains("no number to show"))
    }

    @Test(
        "is a whole picture whatever its numbers are",
        arguments: [
            [0], [.leastNonzeroMagnitude * 12_000, 1e308], [.nan], [1], [.leastNonzeroMagnitude],
            [.greatestFiniteMagnitude],
        ] as [[Double]])
    func extremes(gradients: [Double]) throws {
        let svg = GradientHistogram(layers: [("a", gradients)]).svg()
        #expect(try SVGDocument(svg).all("title").count == 1)
    }

    @Test("of nothing ends the program")
    func misuse() async {
        var result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = GradientHistogram(layers: [])
        }
        PlotMisuse.expect(result, says: "A histogram of gradients needs at least one layer (got none)")
        result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = GradientHistogram(layers: [("a", [1]), ("b", [])])
        }
        PlotMisuse.expect(
            result, says: "A histogram of gradients needs a gradient in each layer ('b' has none)")
    }
}
