extension Contour.Line {
    /// The line without points that are closer than `tolerance` to the line through those that stay.
    ///
    /// (D. Douglas, T. Peucker, 1973; with a stack, because a line may be long.)
    package func simplified(_ tolerance: Double) -> Contour.Line {
        guard points.count > 2 else { return self }
        let all = isClosed ? points + [points[0]] : points
        var isKept = [Bool](repeating: false, count: all.count)
        isKept[0] = true
        isKept[all.count - 1] = true
        var open = [(first: 0, last: all.count - 1)]
        while let (first, last) = open.popLast() {
            guard last - first > 1 else { continue }
            var farthest = (index: first, distance: tolerance)
            for index in first + 1..<last {
                let distance = Self.distance(of: all[index], from: all[first], to: all[last])
                if distance > farthest.distance { farthest = (index, distance) }
            }
            guard farthest.index > first else { continue }
            isKept[farthest.index] = true
            open += [(first, farthest.index), (farthest.index, last)]
        }
        let kept = all.indices.filter { isKept[$0] }.map { all[$0] }
        return Contour.Line(points: isClosed ? Array(kept.dropLast()) : kept, isClosed: isClosed)
    }

    /// The distance of a point from a line between two others.
    private static func distance(
        of point: Point, from start: Point, to end: Point
    ) -> Double {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        let square = dx * dx + dy * dy
        let (px, py) = (point.x - start.x, point.y - start.y)
        let share = square > 0 ? min(max((px * dx + py * dy) / square, 0), 1) : 0
        let (rx, ry) = (px - share * dx, py - share * dy)
        return (rx * rx + ry * ry).squareRoot()
    }

    /// The data of an SVG path.
    var path: String {
        "M" + points.map(SVGText.point).joined(separator: "L") + (isClosed ? "Z" : "")
    }
}
