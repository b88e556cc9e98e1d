/// A line cut off at two heights: its parts between them, and where it is beyond.
struct ClippedLine {
    /// In their order.
    private(set) var parts: [[Point]] = []
    /// For each time that the line is beyond a height, its farthest point, moved to that height.
    private(set) var marks: [Point] = []

    private let top: Double
    private let bottom: Double

    /// - Parameter points: Those of the line, of which y runs down.
    init(_ points: [Point], from top: Double, to bottom: Double) {
        (self.top, self.bottom) = (top, bottom)
        // What is far away stays a number that can be reckoned with.
        let points = points.map { Point(x: $0.x, y: min(max($0.y, top - 1e6), bottom + 1e6)) }
        if points.allSatisfy(isInside) {
            parts = [points]
            return
        }
        mark(points)
        if points.count == 1 { return }
        for (start, end) in zip(points, points.dropFirst()) { add(start, end) }
    }

    private func isInside(_ point: Point) -> Bool { point.y >= top - 0.01 && point.y <= bottom + 0.01 }

    private mutating func add(_ start: Point, _ end: Point) {
        let shares = [(top - start.y) / (end.y - start.y), (bottom - start.y) / (end.y - start.y)].sorted()
        guard start.y != end.y else {
            if isInside(start) { append(start, end) }
            return
        }
        let (first, last) = (max(shares[0], 0), min(shares[1], 1))
        guard first < last else { return }
        func point(_ share: Double) -> Point {
            // The ends are not moved by a rounding, so that what follows can go on from there.
            if share == 0 || share == 1 { return share == 0 ? start : end }
            return Point(x: start.x + share * (end.x - start.x), y: start.y + share * (end.y - start.y))
        }
        append(point(first), point(last))
    }

    private mutating func append(_ start: Point, _ end: Point) {
        if let last = parts.last?.last, last.x == start.x, last.y == start.y {
            parts[parts.count - 1].append(end)
        } else {
            parts.append([start, end])
        }
    }

    private mutating func mark(_ points: [Point]) {
        for beyond in points.split(whereSeparator: isInside) {
            let highest = beyond.min { $0.y < $1.y }
            let lowest = beyond.max { $0.y < $1.y }
            if let highest, highest.y < top { marks.append(Point(x: highest.x, y: top)) }
            if let lowest, lowest.y > bottom { marks.append(Point(x: lowest.x, y: bottom)) }
        }
    }
}
