extension Layout {
    /// Moves the ends of all curves to the outlines that are drawn.
    ///
    /// Graphviz is given boxes with square corners, beside which an edge may end, and its own ends are half a point
    /// off. The rest of each edge stays, but for the next control point, so that an edge keeps its direction.
    mutating func joinCurves(to skeleton: Skeleton) {
        let outlines = zip(skeleton.parts, parts).map { part, center in
            Outline(part.outline, center: center, size: part.size)
        }
        for (index, edge) in skeleton.edges.enumerated() {
            guard case .curves(var curves) = edges[index].line, !curves.isEmpty else { continue }
            Layout.moveStart(of: &curves[0], to: outlines[edge.tail])
            Layout.moveEnd(of: &curves[curves.count - 1], &edges[index].arrowTip, to: outlines[edge.head])
            edges[index].line = .curves(curves)
        }
    }

    private static func moveStart(of points: inout [Point], to outline: Outline) {
        guard points.count > 1 else { return }
        let direction = direction(from: points.dropFirst(), to: points[0])
        let shift = outline.meetingPoint(of: points[0], direction: direction) - points[0]
        points[0] = points[0] + shift
        points[1] = points[1] + shift
    }

    private static func moveEnd(of points: inout [Point], _ arrowTip: inout Point?, to outline: Outline) {
        guard points.count > 1, let last = points.last else { return }
        let end = arrowTip ?? last
        let others = arrowTip == nil ? points.dropLast() : points[...]
        let direction = direction(from: others.reversed(), to: end)
        let shift = outline.meetingPoint(of: end, direction: direction) - end
        arrowTip = arrowTip.map { $0 + shift }
        points[points.count - 1] = last + shift
        points[points.count - 2] = points[points.count - 2] + shift
    }

    /// Of length 1, from the first of the points that is not the end; 0 where there is none.
    private static func direction(from points: some Sequence<Point>, to end: Point) -> Point {
        for point in points where (end - point).length > 0.01 {
            return (end - point) * (1 / (end - point).length)
        }
        return Point(x: 0, y: 0)
    }
}
