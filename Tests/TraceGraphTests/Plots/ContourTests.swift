import Foundation
import Testing

import TraceGraph

@Suite("A contour")
struct ContourTests {
    /// A field over [-2, 2]², 0.1 apart.
    private func field(_ score: (Double, Double) -> Double) -> ScoreField {
        let places = (0...40).map { Double($0) / 10 - 2 }
        return ScoreField(xs: places, ys: places, scores: places.flatMap { y in places.map { score($0, y) } })
    }

    @Test("of a plane is a straight line from edge to edge, exactly where the plane has the level")
    func line() throws {
        let lines = Contour.lines(of: field { x, y in x + 2 * y - 0.33 }, at: 0)
        try #require(lines.count == 1)
        #expect(!lines[0].isClosed)
        for point in lines[0].points { #expect(abs(point.x + 2 * point.y - 0.33) < 1e-12) }
        let ends = [lines[0].points.first, lines[0].points.last].compactMap { $0?.x }.sorted()
        #expect(abs(ends[0] + 2) < 1e-12 && abs(ends[1] - 2) < 1e-12)
        #expect(lines[0].simplified(0.001).points.count == 2)
    }

    @Test("of a cone is a circle: closed, of its radius, length and area")
    func circle() throws {
        let lines = Contour.lines(of: field { x, y in 1 - (x * x + y * y).squareRoot() }, at: 0)
        try #require(lines.count == 1)
        #expect(lines[0].isClosed)
        for point in lines[0].points {
            // A chord of the grid's cells is off by at most 0.1²·2 / 8.
            #expect(abs((point.x * point.x + point.y * point.y).squareRoot() - 1) < 0.0025)
        }
        #expect(abs(area(lines[0].points).magnitude - .pi) < 0.01)
        let simple = lines[0].simplified(0.01)
        #expect(simple.points.count < lines[0].points.count / 2)
        #expect(abs(area(simple.points).magnitude - .pi) < 0.06)
    }

    /// The shoelace formula.
    private func area(_ points: [Point]) -> Double {
        zip(points, points.dropFirst() + points.prefix(1)).map { $0.x * $1.y - $1.x * $0.y }.reduce(0, +) / 2
    }

    @Test("has what is above on one side: the area around a hole counts the other way")
    func ring() {
        let lines = Contour.lines(
            of: field { x, y in 0.25 - abs((x * x + y * y).squareRoot() - 1) }, at: 0)
        let areas = lines.map { area($0.points) }.sorted { $0.magnitude < $1.magnitude }
        #expect(lines.count == 2)
        #expect(lines.map(\.isClosed) == [true, true])
        #expect(abs(areas[0].magnitude - .pi * 0.75 * 0.75) < 0.02)
        #expect(abs(areas[1].magnitude - .pi * 1.25 * 1.25) < 0.02)
        #expect(areas[0] * areas[1] < 0)
    }

    @Test("of a fenced field is closed and runs along the edge")
    func fence() throws {
        let lines = Contour.lines(of: field { x, y in x + 2 * y }.fenced, at: 0)
        try #require(lines.count == 1)
        #expect(lines[0].isClosed)
        #expect(abs(area(lines[0].points).magnitude - 8) < 1e-9)
        #expect(lines[0].points.contains { abs($0.x - 2) < 1e-12 && abs($0.y - 2) < 1e-12 })
        let whole = Contour.lines(of: field { _, _ in 1 }.fenced, at: 0)
        #expect(whole.count == 1)
        #expect(abs(area(whole[0].points).magnitude - 16) < 1e-9)
    }

    @Test("joins a saddle by the mean of its corners", arguments: [(1.5, true), (-1.5, false)])
    func saddle(lift: Double, isOneArea: Bool) {
        let base = [2.0, -2, -2, 2].map { $0 + lift / 2 }
        let field = ScoreField(xs: [0, 1], ys: [0, 1], scores: base)
        let lines = Contour.lines(of: field, at: 0)
        #expect(lines.count == 2)
        // Each line cuts off one corner: one that is below, where those above are one area.
        for line in lines {
            let middle = line.points.reduce((0.0, 0.0)) { ($0.0 + $1.x / 2, $0.1 + $1.y / 2) }
            let isNearAbove = (middle.0 < 0.5) == (middle.1 < 0.5)
            #expect(isNearAbove != isOneArea)
        }
    }

    @Test("is not there where nothing crosses the level, and ends before what is nan")
    func nothing() {
        #expect(Contour.lines(of: field { _, _ in 1 }, at: 0).isEmpty)
        #expect(Contour.lines(of: field { _, _ in 0 }, at: 0).isEmpty)
        #expect(Contour.lines(of: field { _, _ in .nan }, at: 0).isEmpty)
        let lines = Contour.lines(of: field { x, y in x > 1.01 ? .nan : y - 0.05 }, at: 0)
        #expect(lines.count == 1)
        #expect(lines[0].points.map(\.x).max() == 1)
    }

    @Test("has finite points where the field is infinite")
    func infinity() {
        for line in Contour.lines(of: field { x, _ in x < 0 ? -.infinity : .infinity }, at: 0) {
            for point in line.points { #expect(point.x.isFinite && point.y.isFinite) }
        }
    }
}
