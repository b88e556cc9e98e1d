import Foundation
import Testing
import TraceGraph

@Suite("A histogram of gradients")
struct GradientHistogramTests {
    /// The bars of each layer: where they begin and end, and how high they are.
    private func bars(_ document: SVGDocument) -> [[(start: Double, end: Double, height: Double)]] {
        document.all("path", class: "s0f").map { path in
            (path.attributes["d"] ?? "").split(separator: "M").map { bar in
                let numbers = bar.split { ",vHVz".contains($0) }.compactMap { Double($0) }
                return (numbers[0], numbers[3], -numbers[2])
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
        // Shares of their layers: two thirds, one third, all.
        #expect(abs(layers[0][0].height / layers[1][0].height - 2.0 / 3) < 0.01)
        #expect(abs(layers[0][1].height / layers[1][0].height - 1.0 / 3) < 0.01)
    }

    @Test("has lower bars in a layer of which a part is zero")
    func zeroShares() throws {
        let document = try SVGDocument(GradientHistogram(layers: [("a", [1, 0, 0, 0]), ("b", [1, 1])]))
        let layers = bars(document)
        #expect(abs(layers[0][0].height / layers[1][0].height - 0.25) < 0.01)
    }

    @Test("says median and share of zeros of each layer")
    func columns() throws {
        let document = try SVGDocument(
            GradientHistogram(layers: [("a", [0, 0, 0.5, 0.25]), ("b", [Double](repeating: 0, count: 3))]))
        #expect(Set(document.texts).isSuperset(of: ["a", "b", "0.38", "50 %", "100 %", "–", "all zero"]))
        #expect(
            document.spokenText
                == "a has 4 gradients: sizes from 0.25 to 0.5 with median 0.38, and 50 % zeros. b has 3 gradients: "
                + "100 % zeros.")
        #expect(document.all("path", class: "median").count == 1)
    }

    @Test(
        "rounds the share of zeros to 0 or 100 only where it is that",
        arguments: [(1, 999, "1 %"), (999, 1, "99 %")])
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
