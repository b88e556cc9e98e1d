import Foundation
import Testing
import TraceGraph

@Suite("A decision boundary")
struct DecisionBoundaryTests {
    private let corners: [[Double]] = [[-2, -2], [2, -2], [2, 2], [-2, 2]]

    /// The place of a number on each axis, read from the ticks -2 and 2.
    private func axes(_ document: SVGDocument) throws -> (x: AxisReading, y: AxisReading) {
        func place(_ name: String, _ key: String, _ align: String) throws -> Double {
            try #require(
                document.all("text", class: align).first {
                    $0.allText == name && $0.classes.contains("muted")
                }
            ).number(key)
        }
        return (
            try AxisReading((-2, place("−2", "x", "middle")), (2, place("2", "x", "middle"))),
            try AxisReading((-2, place("−2", "y", "end") - 3.5), (2, place("2", "y", "end") - 3.5))
        )
    }

    @Test("draws the points of the lower class as circles and of the upper as squares, where they are")
    func points() throws {
        let document = try SVGDocument(
            DecisionBoundary(points: corners, labels: [0, 1, 1, 0]) { x, _ in x })
        let (x, y) = try axes(document)
        // The first of each is that of the legend.
        let circles = document.all("circle", class: "lower").dropFirst()
        let squares = document.all("rect", class: "upper").dropFirst()
        #expect(circles.count == 2 && squares.count == 2)
        for (circle, point) in zip(circles, [corners[0], corners[3]]) {
            #expect(abs(x.number(at: circle.number("cx")) - point[0]) < 1e-3)
            #expect(abs(y.number(at: circle.number("cy")) - point[1]) < 1e-3)
        }
        for (square, point) in zip(squares, [corners[1], corners[2]]) {
            #expect(abs(x.number(at: square.number("x") + square.number("width") / 2) - point[0]) < 1e-3)
            #expect(abs(y.number(at: square.number("y") + square.number("width") / 2) - point[1]) < 1e-3)
        }
        #expect(document.texts.contains("label 0") && document.texts.contains("label 1"))
    }

    @Test("has its line where the score is the level", arguments: [0.0, 0.5])
    func line(level: Double) throws {
        let plot = DecisionBoundary(points: corners, labels: [0, 1, 1, 1], level: level) { x, y in x + y / 2 }
        let document = try SVGDocument(plot)
        let (x, y) = try axes(document)
        let lines = document.lines(class: "boundary")
        #expect(lines.count == 1)
        for point in lines.joined() {
            #expect(abs(x.number(at: point.x) + y.number(at: point.y) / 2 - level) < 2e-3)
        }
        // From the bottom of the area to its top, an eighth of 4 beyond the data.
        #expect(abs(y.number(at: lines[0].map(\.y).max() ?? 0) + 2.5) < 2e-3)
        #expect(abs(y.number(at: lines[0].map(\.y).min() ?? 0) - 2.5) < 2e-3)
    }

    @Test("has a circle for a boundary where the model has one")
    func circle() throws {
        let plot = DecisionBoundary(points: corners, labels: [0, 0, 0, 0]) { x, y in 1 - x * x - y * y }
        let document = try SVGDocument(plot)
        let (x, y) = try axes(document)
        let line = try #require(document.lines(class: "boundary").first)
        #expect(line.count > 20)
        for point in line {
            let radius = (pow(x.number(at: point.x), 2) + pow(y.number(at: point.y), 2)).squareRoot()
            #expect(abs(radius - 1) < 0.01)
        }
    }

    @Test("colours the side below in blues and the side above in oranges, each as large as it is")
    func areas() throws {
        let document = try SVGDocument(
            DecisionBoundary(points: corners, labels: [0, 1, 1, 0]) { x, _ in x - 1 })
        func area(_ name: String) -> Double {
            document.lines(class: name).map { points in
                zip(points, points.dropFirst() + points.prefix(1)).map { $0.x * $1.y - $1.x * $0.y }.reduce(
                    0, +) / 2
            }.reduce(0, +).magnitude
        }
        // x from -2.5 to 2.5, with the boundary at 1.
        #expect(abs(area("a1") / area("b1") - 1.5 / 3.5) < 1e-3)
        #expect(area("a2") < area("a1") && area("b2") < area("b1") && area("b4") < area("b3"))
    }

    @Test("has no colours for scores that no point of the area has, such as probabilities above 1")
    func probabilities() {
        let svg = DecisionBoundary(points: [[0, 0], [1, 1]], labels: [0, 1], level: 0.5) { x, y in
            1 / (1 + exp(-20 * (x + y - 1)))
        }.svg()
        #expect(svg.contains(">0.5</text>"))
        #expect(svg.contains(">0.9</text>"))
        #expect(!svg.contains(">1.1</text>"))
        #expect(!svg.contains(">−0.1</text>"))
    }

    @Test("counts the points on their side, by the label that belongs above the level")
    func counts() throws {
        let plot = DecisionBoundary(points: corners, labels: [-1, 1, -1, -1]) { x, _ in x }
        let document = try SVGDocument(plot)
        #expect(document.texts.contains("3 of 4 points on their side of the boundary"))
        #expect(
            document.spokenText
                == "4 points: 3 with label −1 as circles and 1 with label 1 as squares. 3 of 4 points on their side "
                + "of the boundary, where the score is 0. Scores go from -2.5 to 2.5 over x1 from -2.5 to 2.5 and "
                + "x2 from -2.5 to 2.5.")
    }

    @Test(
        "says why no line is there",
        arguments: [
            (0.7, "every score is 0.7"), (-0.7, "every score is −0.7"), (0, "every score is 0"),
            (.nan, "10201 of 10201 scores are nan, and left blank"),
        ])
    func noBoundary(score: Double, reason: String) throws {
        let document = try SVGDocument(
            DecisionBoundary(points: corners, labels: [0, 1, 1, 0]) { _, _ in score })
        #expect(document.texts.contains { $0.hasSuffix(reason) })
        #expect(document.spokenText.contains(reason))
        let above = try SVGDocument(
            DecisionBoundary(points: corners, labels: [0, 1, 1, 0]) { x, _ in 5 + x })
        #expect(above.texts.contains("no part of the boundary is in sight: every score is above 0"))
    }

    @Test("asks for each score once, and passes an error of the model on")
    func calls() throws {
        var asked: [[Double]] = []
        _ = DecisionBoundary(points: corners, labels: [0, 1, 1, 0]) { x, y in
            asked.append([x, y])
            return x
        }
        #expect((5_700...10_404 + 4).contains(asked.count))
        #expect(asked.count - Set(asked).count <= 4)
        struct Refusal: Error {}
        #expect(throws: Refusal.self) {
            try DecisionBoundary(points: corners, labels: [0, 1, 1, 0]) { _, _ in throw Refusal() }
        }
    }

    @Test(
        "is a whole picture whatever the scores are, and says what is nan",
        arguments: [0, 1, -1, .nan, .infinity, 1e308, .leastNonzeroMagnitude * 12_000] as [Double])
    func extremes(score: Double) throws {
        for points in [corners, [[1, 1]], [[1e6, 0], [2e6, 1e-3]]] {
            let labels = points.indices.map { $0 % 2 == 0 ? 0.0 : 1 }
            let plot = DecisionBoundary(points: points, labels: labels) { x, _ in x > 0 ? score : -score }
            let svg = plot.svg()
            #expect(try SVGDocument(svg).all("title").count == 1)
            #expect(svg.contains("scores are nan, and left blank") == score.isNaN)
        }
    }

    @Test("is small for a model like that of the moons")
    func size() {
        let plot = DecisionBoundary(points: PlotSamples.points, labels: PlotSamples.labels) { x, y in
            sin(3 * x) + cos(2 * y) * x
        }
        #expect(plot.svg().utf8.count < 60_000)
    }

    @Test("of what it cannot draw ends the program")
    func misuse() async {
        var result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = DecisionBoundary(points: [], labels: []) { x, _ in x }
        }
        PlotMisuse.expect(result, says: "A decision boundary needs at least one point (got none)")
        result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = DecisionBoundary(points: [[1, 2]], labels: [1, 2]) { x, _ in x }
        }
        PlotMisuse.expect(
            result, says: "A decision boundary needs a label for each point (got 1 points and 2 labels).")
        result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = DecisionBoundary(points: [[1, 2, 3]], labels: [1]) { x, _ in x }
        }
        PlotMisuse.expect(result, says: "A decision boundary draws points of two numbers (got one of 3)")
        result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = DecisionBoundary(points: [[1, 2], [1, .nan]], labels: [1, 2]) { x, _ in x }
        }
        PlotMisuse.expect(result, says: "A decision boundary draws points of finite numbers")
        result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            _ = DecisionBoundary(points: [[1, 2], [1, 3], [2, 3]], labels: [0, 1, 2]) { x, _ in x }
        }
        PlotMisuse.expect(
            result, says: "A decision boundary tells two classes apart (got 3 different labels)")
    }
}
