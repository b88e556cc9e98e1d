/// Where the parts of a skeleton stand, in points; y runs down.
struct Layout: Sendable {
    var size = Size(width: 0, height: 0)
    /// The centre of each part.
    var parts: [Point] = []
    var edges: [Route] = []
    var frames: [Rectangle] = []
    /// Where edges from one part leave each other.
    var junctions: [Point] = []
    /// The version of the Graphviz that made the layout; nil where none did.
    var graphvizVersion: String?

    /// The line of one edge.
    struct Route: Sendable {
        var line: Line
        /// The tip of the arrow head, behind the end of the line.
        var arrowTip: Point?
    }

    enum Line: Sendable {
        /// Bézier curves, each of 3n + 1 points.
        case curves([[Point]])
        /// Straight pieces, joined at round corners.
        case straight([Point])
    }
}
