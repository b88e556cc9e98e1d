extension Layout {
    /// Moves the ends of all edges to the outlines that are drawn.
    ///
    /// Graphviz is given boxes with square corners, beside which an edge may end, and its own ends are half a point
    /// off. The rest of each edge stays, but for the next control point, so that an edge keeps its direction.
    mutating func joinEdges(to scene: Scene, cornerRadius: Double) {
        let boxOutlines = zip(scene.boxes, boxes).map { box, center in
            Outline(.rectangle(radius: cornerRadius), center: center, size: box.size)
        }
        let markOutlines = zip(scene.marks, marks).map { mark, center in
            let shape: Outline.Shape =
                mark.shape == .pill ? .rectangle(radius: mark.size.height / 2) : .ellipse
            return Outline(shape, center: center, size: mark.size)
        }
        for (index, edge) in scene.edges.enumerated() where !edges[index].isEmpty {
            let (tail, head) =
                switch edge {
                case .operand(let box, let mark): (boxOutlines[box], markOutlines[mark])
                case .result(let mark, let box): (markOutlines[mark], boxOutlines[box])
                }
            edges[index][0].moveStart(to: tail)
            edges[index][edges[index].count - 1].moveEnd(to: head)
        }
    }
}

extension Layout.Curve {
    fileprivate mutating func moveStart(to outline: Outline) {
        guard points.count > 1 else { return }
        let direction = Layout.Curve.direction(from: points.dropFirst(), to: points[0])
        let shift = outline.meetingPoint(of: points[0], direction: direction) - points[0]
        points[0] = points[0] + shift
        points[1] = points[1] + shift
    }

    fileprivate mutating func moveEnd(to outline: Outline) {
        guard points.count > 1, let last = points.last else { return }
        let end = arrowTip ?? last
        let others = arrowTip == nil ? points.dropLast() : points[...]
        let shift =
            outline.meetingPoint(
                of: end, direction: Layout.Curve.direction(from: others.reversed(), to: end)) - end
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
