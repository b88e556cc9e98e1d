/// What a picture of a graph consists of, each part with its size and text but not yet its place.
///
/// DOT text, the layout and the SVG are all made from it, so they agree.
struct Scene: Sendable {
    var boxes: [Box] = []
    var marks: [Mark] = []
    var edges: [Edge] = []
    var groups: [Group] = []

    /// One value. Its index among the boxes is the id of its node.
    struct Box {
        var role: ValueRole
        var rows: [[Cell]]
        var size: Size
        var tooltip: String
        var group: Int?
    }

    /// One field of a box, within its row.
    struct Cell {
        /// `data` or `grad`; nil for a name.
        var key: String?
        var text: String
        var width: Double
    }

    /// One operation.
    struct Mark {
        /// The value that it computes.
        var result: Int
        var family: OperationFamily
        var text: String
        var shape: Shape
        var size: Size
        var tooltip: String
        var group: Int?
        /// Whether its operands stand in their order, the first on top, because that changes the result.
        var ordersOperands: Bool
    }

    enum Shape {
        case circle, pill, ellipse
    }

    enum Edge {
        /// From a value to the operation that reads it, with an arrow.
        case operand(box: Int, mark: Int)
        /// From an operation to its result, without.
        case result(mark: Int, box: Int)
    }

    /// The parts that one scope recorded.
    struct Group {
        /// Its id in the graph.
        var scope: Int
        var name: String
        var parent: Int?
    }
}
