/// Where the parts of a scene stand, in points; y runs down.
package struct Layout: Sendable {
    var width = 0.0
    var height = 0.0
    /// The centre of each box, mark and the lines of each edge, in the scene's order.
    var boxes: [Point] = []
    var marks: [Point] = []
    var edges: [[Curve]] = []
    var groups: [Rectangle] = []
    /// The version of the Graphviz that made the layout.
    var graphvizVersion = ""

    /// A Bézier curve of 3n + 1 points, and the tip of the arrow head behind it.
    struct Curve: Sendable {
        var points: [Point]
        var arrowTip: Point?
    }
}
