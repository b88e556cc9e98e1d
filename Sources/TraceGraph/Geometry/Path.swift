/// A line or an area: what a picture draws.
struct Path: Sendable {
    private(set) var steps: [Step] = []

    enum Step: Sendable {
        case move(Point)
        case line(Point)
        /// A cubic Bézier curve with two control points.
        case curve(Point, Point, Point)
        /// A quarter of a circle around a corner of this radius.
        case corner(to: Point, radius: Double, isClockwise: Bool)
        case close
    }

    init() { steps.reserveCapacity(8) }

    mutating func move(_ x: Double, _ y: Double) { steps.append(.move(Point(x: x, y: y))) }
    mutating func line(_ x: Double, _ y: Double) { steps.append(.line(Point(x: x, y: y))) }
    mutating func close() { steps.append(.close) }

    /// A straight line.
    static func line(from start: Point, to end: Point) -> Path {
        var path = Path()
        path.steps = [.move(start), .line(end)]
        return path
    }

    static func polygon(_ points: [Point]) -> Path {
        var path = Path()
        for (index, point) in points.enumerated() {
            path.steps.append(index == 0 ? .move(point) : .line(point))
        }
        path.steps.append(.close)
        return path
    }

    /// A rectangle, whose corners on the left and on the right are round.
    static func rectangle(_ frame: Rectangle, left: Double, right: Double) -> Path {
        let (minX, minY) = (frame.x, frame.y)
        let (maxX, maxY) = (frame.x + frame.width, frame.y + frame.height)
        var path = Path()
        path.move(minX + left, minY)
        path.line(maxX - right, minY)
        path.corner(maxX, minY + right, right)
        path.line(maxX, maxY - right)
        path.corner(maxX - right, maxY, right)
        path.line(minX + left, maxY)
        path.corner(minX, maxY - left, left)
        path.line(minX, minY + left)
        path.corner(minX + left, minY, left)
        path.close()
        return path
    }

    private mutating func corner(_ x: Double, _ y: Double, _ radius: Double) {
        guard radius > 0 else { return }
        steps.append(.corner(to: Point(x: x, y: y), radius: radius, isClockwise: true))
    }

    /// An ellipse, of four Bézier curves.
    static func ellipse(center: Point, _ size: Size) -> Path {
        let (halfWidth, halfHeight) = (size.width / 2, size.height / 2)
        let (inX, inY) = (halfWidth * quarter, halfHeight * quarter)
        func point(_ x: Double, _ y: Double) -> Point { center + Point(x: x, y: y) }
        var path = Path()
        path.steps = [
            .move(point(halfWidth, 0)),
            .curve(point(halfWidth, inY), point(inX, halfHeight), point(0, halfHeight)),
            .curve(point(-inX, halfHeight), point(-halfWidth, inY), point(-halfWidth, 0)),
            .curve(point(-halfWidth, -inY), point(-inX, -halfHeight), point(0, -halfHeight)),
            .curve(point(inX, -halfHeight), point(halfWidth, -inY), point(halfWidth, 0)),
            .close,
        ]
        return path
    }

    /// How far the control points of a quarter of a circle are from its ends, in radii.
    static let quarter = 0.5523

    /// Bézier curves one after the other, each of 3n + 1 points.
    static func curves(_ curves: [[Point]]) -> Path {
        var path = Path()
        for points in curves {
            guard let first = points.first else { continue }
            path.steps.append(.move(first))
            for index in stride(from: 1, to: points.count - 2, by: 3) {
                path.steps.append(.curve(points[index], points[index + 1], points[index + 2]))
            }
        }
        return path
    }

    /// Straight pieces that meet at right angles, joined by round corners.
    static func straight(_ points: [Point], radius: Double) -> Path {
        var path = Path()
        guard let first = points.first else { return path }
        path.steps.append(.move(first))
        for index in points.indices.dropFirst().dropLast() {
            let (before, corner, after) = (points[index - 1], points[index], points[index + 1])
            let (into, out) = (corner - before, after - corner)
            // Half of each piece, where it has a corner at both ends.
            let room = min(
                into.length / (index == 1 ? 1 : 2), out.length / (index == points.count - 2 ? 1 : 2))
            let size = min(radius, room)
            guard size > 0.05 else {
                path.steps.append(.line(corner))
                continue
            }
            let start = corner - into * (size / into.length)
            let end = corner + out * (size / out.length)
            path.steps.append(.line(start))
            path.steps.append(
                .corner(to: end, radius: size, isClockwise: into.x * out.y - into.y * out.x > 0))
        }
        if points.count > 1 { path.steps.append(.line(points[points.count - 1])) }
        return path
    }

    var isClosed: Bool {
        if case .close = steps.last { true } else { false }
    }

    mutating func append(_ step: Step) { steps.append(step) }
}
