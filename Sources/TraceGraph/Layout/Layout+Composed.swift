extension Layout {
    /// Composes a picture from its frames.
    init(composing skeleton: Skeleton, _ direction: Direction) {
        let isVertical = direction == .topToBottom || direction == .bottomToTop
        let composed = ComposedLayout(composing: skeleton, flow: isVertical ? .downwards : .rightwards)
        size = composed.size
        parts = composed.parts
        edges = composed.routes.map { Route(line: .straight($0), arrowTip: nil) }
        frames = composed.frames
        junctions = composed.junctions
        if direction == .rightToLeft { mirror { Point(x: composed.size.width - $0.x, y: $0.y) } }
        if direction == .bottomToTop { mirror { Point(x: $0.x, y: composed.size.height - $0.y) } }
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
