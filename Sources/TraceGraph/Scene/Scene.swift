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

    /// One thing with a place of its own.
    struct Part: Sendable {
        var id: PartID
        var face: Face
    }

    /// What a part shows.
    enum Face: Sendable {
        case card(Card)
        case record(Record)
        case chip(String)
        case operation(OperationNode)
    }
}

/// What a part is called in SVG and DOT.
enum PartID: Hashable, Sendable, CustomStringConvertible {
    case value(Int)
    case copy(of: Int, number: Int)
    /// The operation that computes a value.
    case operation(Int)

    /// `v3`, `v3-2`, `o3`.
    var description: String {
        switch self {
        case .value(let id): "v\(id)"
        case .copy(let id, let number): "v\(id)-\(number)"
        case .operation(let result): "o\(result)"
        }
    }

    /// The id of the value that it shows, or whose operation it is.
    var node: Int {
        switch self {
        case .value(let id), .copy(let id, _), .operation(let id): id
        }
    }
}
