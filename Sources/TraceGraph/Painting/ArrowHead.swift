/// The shape at the end of an edge.
struct ArrowHead {
    private let arrow: Theme.Arrow

    init(_ arrow: Theme.Arrow) {
        self.arrow = arrow
    }

    /// Returns the outline of the head, and the point inside it where the line ends.
    func outline(base: Point, tip: Point) -> (notch: Point, outline: [Point]) {
        let (dx, dy) = (tip.x - base.x, tip.y - base.y)
        let halfWidth = arrow == .vee ? 0.45 : 0.35
        let notchDepth = arrow == .vee ? 0.35 : 0.0
        let left = Point(x: base.x - dy * halfWidth, y: base.y + dx * halfWidth)
        let right = Point(x: base.x + dy * halfWidth, y: base.y - dx * halfWidth)
        let notch = Point(x: base.x + dx * notchDepth, y: base.y + dy * notchDepth)
        return (notch, [tip, left, notch, right])
    }
}
