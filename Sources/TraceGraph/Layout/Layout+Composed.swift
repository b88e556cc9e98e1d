extension Layout {
    /// Composes a picture from its frames.
    init(composing skeleton: Skeleton, _ direction: Direction) {
        let composed = ComposedLayout(
            composing: skeleton, flow: direction.isVertical ? .downwards : .rightwards)
        size = composed.size
        parts = composed.parts
        edges = composed.routes.map { Route(line: .straight($0), arrowTip: nil) }
        frames = composed.frames
        junctions = composed.junctions
        if direction == .rightToLeft { mirror { Point(x: composed.size.width - $0.x, y: $0.y) } }
        if direction == .bottomToTop { mirror { Point(x: $0.x, y: composed.size.height - $0.y) } }
        joinLines(to: skeleton)
    }

    /// Lengthens the lines that end beside a round operation, because they were drawn to the box around it.
    private mutating func joinLines(to skeleton: Skeleton) {
        for (index, edge) in skeleton.edges.enumerated() {
            guard case .straight(var points) = edges[index].line, points.count > 1 else { continue }
            let end = points.count - 1
            points[0] = meetingPoint(of: points[0], from: points[1], edge.tail, skeleton)
            points[end] = meetingPoint(of: points[end], from: points[end - 1], edge.head, skeleton)
            edges[index].line = .straight(points)
        }
    }

    /// Where a line along an axis meets an ellipse; the same point for any other part.
    private func meetingPoint(of end: Point, from other: Point, _ part: Int, _ skeleton: Skeleton) -> Point {
        guard case .ellipse = skeleton.parts[part].outline else { return end }
        let (center, size) = (parts[part], skeleton.parts[part].size)
        let place = end - center
        func reach(_ distance: Double, _ across: Double, _ along: Double) -> Double {
            let share = distance / (across / 2)
            return along / 2 * max(0, 1 - share * share).squareRoot()
        }
        if other.x == end.x {
            let y = reach(place.x, size.width, size.height)
            return Point(x: end.x, y: center.y + (place.y < 0 ? -y : y))
        }
        let x = reach(place.y, size.height, size.width)
        return Point(x: center.x + (place.x < 0 ? -x : x), y: end.y)
    }

    private mutating func mirror(_ place: (Point) -> Point) {
        parts = parts.map(place)
        junctions = junctions.map(place)
        frames = frames.map { frame in
            let one = place(Point(x: frame.x, y: frame.y))
            let other = place(Point(x: frame.x + frame.width, y: frame.y + frame.height))
            return Rectangle(
                x: min(one.x, other.x), y: min(one.y, other.y), width: frame.width, height: frame.height)
        }
        for index in edges.indices {
            guard case .straight(let points) = edges[index].line else { continue }
            edges[index].line = .straight(points.map(place))
        }
    }
}
