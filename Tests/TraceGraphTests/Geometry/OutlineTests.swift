import Foundation
import Testing
import TraceGraph

@Suite("An outline")
struct OutlineTests {
    private let box = Outline(
        .rectangle(radius: 8), center: Point(x: 0, y: 0), size: Size(width: 60, height: 36))
    private let ellipse = Outline(.ellipse, center: Point(x: 10, y: 20), size: Size(width: 40, height: 20))

    @Test("of a box leaves out what lies beyond its round corners")
    func contains() {
        #expect(box.contains(Point(x: 29.9, y: 0)))
        #expect(!box.contains(Point(x: 30.1, y: 0)))
        #expect(!box.contains(Point(x: 29, y: 17)))
        // The middle of the corner is 8 from (22, 10).
        #expect(box.contains(Point(x: 22 + 5.6, y: 10 + 5.6)))
        #expect(!box.contains(Point(x: 22 + 5.7, y: 10 + 5.7)))
        #expect(ellipse.contains(Point(x: 29, y: 20)))
        #expect(!ellipse.contains(Point(x: 29, y: 29)))
    }

    @Test(
        "is met by a line that is followed on or back, and where it passes by at the nearest point",
        arguments: [
            // Straight at a side, from within and from without.
            (Point(x: 30.4, y: 3), Point(x: -1, y: 0), Point(x: 30, y: 3)),
            (Point(x: 29.6, y: 3), Point(x: -1, y: 0), Point(x: 30, y: 3)),
            // Down into the corner, where its circle around (22, 10) is: 8² = 3² + 7.416².
            (Point(x: 25, y: 18), Point(x: 0, y: -1), Point(x: 25, y: 10 + 55.0.squareRoot())),
            // Past the corner: on the line from (22, 10).
            (
                Point(x: 30, y: 18), Point(x: 0, y: -1),
                Point(x: 22 + 32.0.squareRoot(), y: 10 + 32.0.squareRoot())
            ),
            // From the centre, without a direction: to the nearest side.
            (Point(x: 0, y: -1), Point(x: 0, y: 0), Point(x: 0, y: -18)),
        ])
    func meetingPoint(end: Point, direction: Point, expected: Point) {
        let point = box.meetingPoint(of: end, direction: direction)
        #expect(abs(point.x - expected.x) < 1e-4 && abs(point.y - expected.y) < 1e-4, "\(point)")
    }

    @Test("of an ellipse is met too")
    func ellipseMeetingPoint() {
        let point = ellipse.meetingPoint(of: Point(x: 30.3, y: 20), direction: Point(x: -1, y: 0))
        #expect(abs(point.x - 30) < 1e-4 && point.y == 20)
        let beside = ellipse.meetingPoint(of: Point(x: 10, y: 35), direction: Point(x: 1, y: 0))
        #expect(abs(beside.x - 10) < 1e-4 && abs(beside.y - 30) < 1e-4)
    }
}
