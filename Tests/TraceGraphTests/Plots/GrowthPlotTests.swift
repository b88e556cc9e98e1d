import Foundation
import Testing
import TraceGraph

@Suite("A growth plot")
struct GrowthPlotTests {
    @Test("has each point where the logarithms of its numbers say")
    func places() throws {
        let points: [(x: Double, y: Double)] = [(1, 2), (10, 30), (1000, 400), (5000, 100_000)]
        let document = try SVGDocument(GrowthPlot([Series("a", points: points)]))
        func place(_ name: String, _ key: String, _ align: String) throws -> Double {
            try #require(document.all("text", class: align).first { $0.allText == name }).number(key)
        }
        let x = try AxisReading((0, place("1", "x", "middle")), (3, place("1000", "x", "middle")))
        let y = try AxisReading((1, place("10¹", "y", "end")), (4, place("10⁴", "y", "end")))
        let dots = document.all("circle")
        #expect(dots.count == 4)
        for (dot, point) in zip(dots, points) {
            #expect(abs(x.number(at: dot.number("cx")) - log10(point.x)) < 1e-3)
            #expect(abs(y.number(at: dot.number("cy") + 3.5) - log10(point.y)) < 1e-3)
        }
    }

    @Test(
        "has a dashed line of each slope below the points, inside the axes", arguments: [0.5, 1, 2, -1, 40])
    func reference(slope: Double) throws {
        let points: [(x: Double, y: Double)] = [(1, 3), (10, 40), (100, 250)]
        let document = try SVGDocument(GrowthPlot([Series("a", points: points)], slopes: [slope]))
        func place(_ name: String, _ key: String, _ align: String) throws -> Double {
            try #require(document.all("text", class: align).first { $0.allText == name }).number(key)
        }
        let decadeX = try place("10", "x", "middle") - place("1", "x", "middle")
        let decadeY = try place("10", "y", "end") - place("100", "y", "end")
        let path = try #require(
            document.all("path", class: "reference").first { !$0.classes.contains("leader") })
        let numbers = (path.attributes["d"] ?? "").split { "ML,".contains($0) }.compactMap { Double($0) }
        try #require(numbers.count == 4)
        let drawn = -((numbers[3] - numbers[1]) / decadeY) / ((numbers[2] - numbers[0]) / decadeX)
        #expect(abs(drawn / slope - 1) < 0.02)
        for dot in document.all("circle") {
            let share = (dot.number("cx") - numbers[0]) / (numbers[2] - numbers[0])
            guard (0...1).contains(share) else { continue }
            #expect(numbers[1] + share * (numbers[3] - numbers[1]) > dot.number("cy") + 5)
        }
        #expect(
            document.texts.contains("slope \(slope == 0.5 ? "0.5" : slope == -1 ? "−1" : String(Int(slope)))")
        )
    }

    @Test("says the slope of each line by least squares")
    func spokenText() throws {
        let quadratic = Series("q", points: (1...5).map { (Double($0), Double($0 * $0)) })
        #expect(
            try SVGDocument(GrowthPlot([quadratic], xTitle: "n", yTitle: "s")).spokenText
                == "q goes from 1 at n 1 to 25 at n 5, with slope 2.")
    }

    @Test("leaves out points that have no place, and says so")
    func missing() throws {
        let series = Series("a", points: [(0, 1), (1, 1), (2, -3), (4, .nan), (10, 7)])
        let document = try SVGDocument(GrowthPlot([series, Series("b", points: [(3, 0)])]))
        #expect(document.all("circle").count == 2)
        #expect(
            document.texts.contains(
                "4 points have a number that is nan, infinite or not above 0, and are left out"))
        #expect(document.spokenText.contains("b has no point to show"))
    }

    @Test("is a whole picture of one point, of none that has a place, and of all sizes")
    func extremes() throws {
        for points in [[(1, 1)], [(0, 0)], [(1e-300, 1e300), (1e300, 1e-300)], [(2, 3), (2, 3)]]
            as [[(Double, Double)]]
        {
            let plot = GrowthPlot(
                [Series("a", points: points.map { (x: $0.0, y: $0.1) })], slopes: [1, 0, -2])
            let svg = plot.svg()
            #expect(try SVGDocument(svg).all("title").count == 1)
        }
        let none = try SVGDocument(GrowthPlot([Series("a", points: [(0, 0)])]))
        #expect(none.texts.contains("no point with two numbers above 0 to show"))
        #expect(none.all("path", class: "axis").isEmpty)
    }

    @Test("without a point ends the program")
    func empty() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = GrowthPlot([Series("a", [])])
        }
        PlotMisuse.expect(result, says: "A growth plot needs at least one point (got none)")
    }
}
