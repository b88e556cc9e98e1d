import Foundation
import Testing
import TraceGraph

@Suite("A heat map")
struct HeatMapTests {
    /// Where the cells of a colour begin.
    private func cells(_ document: SVGDocument, _ name: String) -> [(x: Double, y: Double)] {
        document.all("path", class: name).flatMap { path in
            (path.attributes["d"] ?? "").split(separator: "M").compactMap { cell in
                let numbers = cell.split { ",h".contains($0) }.compactMap { Double($0) }
                return numbers.count >= 2 ? (numbers[0], numbers[1]) : nil
            }
        }
    }

    @Test("colours a number by its share of the one farthest from zero, the same on both sides")
    func colours() throws {
        let document = try SVGDocument(HeatMap([[1, -1, 0.5, -0.5], [0, 0.06, 0.07, -2]]))
        // Eighths of 2, to the nearest.
        let steps = ["a4": 1, "b4": 1, "a2": 1, "b2": 1, "zero": 3, "b8": 1]
        for (name, count) in steps { #expect(cells(document, name).count == count, "\(name)") }
        #expect(cells(document, "a1").isEmpty)
    }

    @Test("has each cell in its row and column, with its number in the middle")
    func places() throws {
        let document = try SVGDocument(HeatMap([[1, -0.5], [0, 0.25]]))
        let one = try #require(cells(document, "a8").first)
        let half = try #require(cells(document, "b4").first)
        let zero = try #require(cells(document, "zero").first)
        #expect(one.y == half.y && one.x < half.x)
        #expect(one.x == zero.x && one.y < zero.y)
        let width = half.x - one.x
        let text = try #require(document.text("−0.50"))
        #expect(abs(text.number("x") - (half.x + width / 2)) < 1)
        #expect(text.classes.contains("b4t"))
        #expect(document.texts.contains("0.25"))
    }

    @Test("has a bar of all colours that reaches equally far below and above zero")
    func bar() throws {
        let document = try SVGDocument(HeatMap([[0.1, -1.52]]))
        #expect(Set(document.texts).isSuperset(of: ["1.52", "0.76", "0", "−0.76", "−1.52"]))
        #expect(document.all("rect").count == 1 + 17)
    }

    @Test("has no numbers where they have no room, and neighbours of one colour in one piece")
    func large() throws {
        let rows: [[Double]] = (0..<32).map { row in
            (0..<784).map { (column: Int) -> Double in Double(column / 98 - 4 + row % 2) }
        }
        let svg = HeatMap(rows).svg()
        let document = try SVGDocument(svg)
        #expect(svg.utf8.count < 20_000)
        #expect(!document.texts.contains("−4.00"))
        #expect(document.texts.contains("700"))
    }

    @Test("names rows and columns, turned where they are too wide")
    func names() throws {
        let document = try SVGDocument(
            HeatMap([[1, 2], [3, 4]], rowNames: ["a", "<b>"], columnNames: ["petal length of it", "w"]))
        #expect(Set(document.texts).isSuperset(of: ["a", "<b>", "petal length of it", "w"]))
        for element in document.all("text") { #expect(element.attributes["transform"] == nil) }
        let names = (0..<9).map { "petal length \($0)" }
        let wide = try SVGDocument(HeatMap([[Double](repeating: 1, count: 9)], columnNames: names))
        #expect(wide.text("petal length 3")?.attributes["transform"]?.hasPrefix("rotate(-90") == true)
        #expect(wide.text("neuron")?.attributes["transform"] == nil)
    }

    @Test("is as wide as its cells, bar and title need")
    func width() throws {
        let small = try #require(try SVGDocument(HeatMap([[1, 2]], title: "w")).elements.first)
        #expect(try #require(small.attributes["viewBox"]) < "0 0 200")
        let titled = HeatMap([[1, 2]], title: String(repeating: "title ", count: 10))
        let wide = try #require(try SVGDocument(titled).elements.first)
        #expect(try #require(wide.attributes["viewBox"]) > "0 0 300")
    }

    @Test("keeps its colours for most numbers where a few are far away, and says which are")
    func outliers() throws {
        var numbers = (0..<40).map { Double($0 % 9) / 10 }
        numbers[7] = -80
        let document = try SVGDocument(HeatMap([numbers]))
        #expect(Set(document.texts).isSuperset(of: ["≥ 0.8", "≤ −0.8"]))
        #expect(
            document.texts.contains(
                "1 number is beyond the colours; the farthest is −80 at neuron 0, input 7"))
        #expect(cells(document, "b8").count == 1)
    }

    @Test("says where all numbers are one, and has no bar of colours where none is finite")
    func equal() throws {
        #expect(try SVGDocument(HeatMap([[0, 0], [0, 0]])).texts.contains("all 4 numbers are 0"))
        let missing = try SVGDocument(HeatMap([[.nan, .infinity]]))
        #expect(missing.all("rect").count == 1)
        #expect(missing.all("path", class: "panel").count == 1)
    }

    @Test("crosses out nan and infinity, and says so")
    func missing() throws {
        let document = try SVGDocument(HeatMap([[.nan, 1], [.infinity, -2]]))
        #expect(document.all("path", class: "missing").count == 1)
        #expect(document.texts.contains("2 numbers are nan or infinite, and crossed out"))
        #expect(
            document.spokenText
                == "2 rows (neuron) and 2 columns (input): 1 above zero, 1 below, lowest -2 at neuron 1, input 1, "
                + "highest 1 at neuron 0, input 1. 2 numbers are nan or infinite, and crossed out.")
    }

    @Test(
        "is a whole picture whatever its numbers are",
        arguments: [
            0, .leastNonzeroMagnitude * 12_000, 1e308, .greatestFiniteMagnitude, .nan, .infinity, 1e-5,
            123_456,
        ] as [Double])
    func extremes(number: Double) throws {
        for rows in [[[number]], [[number, -number]], [[number], [0]]] {
            let svg = HeatMap(rows).svg()
            #expect(try SVGDocument(svg).all("title").count == 1)
        }
    }

    @Test("of what it cannot draw ends the program")
    func misuse() async {
        var result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = HeatMap([[]])
        }
        PlotMisuse.expect(result, says: "A heat map needs at least one number (got none)")
        result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = HeatMap([[1, 2], [3]])
        }
        PlotMisuse.expect(result, says: "The rows of a heat map are equally long (got 2 and 1 numbers)")
        result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = HeatMap([[1, 2]], columnNames: ["a"])
        }
        PlotMisuse.expect(
            result, says: "A heat map has one name for each column, or none (got 1 names for 2 columns).")
    }
}
