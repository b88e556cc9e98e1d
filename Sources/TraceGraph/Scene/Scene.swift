/// What a picture of a graph consists of: the texts of its parts, and beside them their sizes.
///
/// The layout sees the skeleton alone; the picture is painted from both.
struct Scene: Sendable {
    var view: GraphView
    /// In the order of the skeleton's.
    var parts: [Part] = []
    var skeleton = Skeleton()
    /// The scale of the gradients' bars and tints; nil where there are none.
    var scale: GradientScale?

    /// The space around a picture, in points.
    static let margin = 10.0

    /// One thing with a place of its own.
    struct Part: Sendable {
        /// Nil for what stands for no value, such as the head of a table's column.
        var id: PartID?
        var face: Face
    }

    /// What a part shows.
    enum Face: Sendable {
        case card(Card)
        case record(Record)
        case chip(String)
        case operation(OperationNode)
        case cell(Cell)
        case head(TableHead)
        case fold(FoldCard)
        /// Text on an edge.
        case label(EdgeLabel)
    }
}

/// What a part is called in SVG and DOT.
enum PartID: Hashable, Sendable, CustomStringConvertible {
    case value(Int)
    case copy(of: Int, number: Int)
    /// The operation that computes a value.
    case operation(Int)
    /// All that a scope holds.
    case fold(scope: Int)

    /// `v3`, `v3-2`, `o3`, `s1`.
    var description: String {
        switch self {
        case .value(let id): "v\(id)"
        case .copy(let id, let number): "v\(id)-\(number)"
        case .operation(let result): "o\(result)"
        case .fold(let scope): "s\(scope)"
        }
    }

    /// The id of the value that it shows; nil for anything else.
    var value: Int? {
        switch self {
        case .value(let id), .copy(let id, _): id
        case .operation, .fold: nil
        }
    }

    init(_ content: GraphView.Content) {
        switch content {
        case .value(let id): self = .value(id)
        case .copy(let id, let number): self = .copy(of: id, number: number)
        case .fold(let scope): self = .fold(scope: scope)
        }
    }
}
