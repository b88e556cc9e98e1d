/// One frame, or the whole picture, as a task of its own: items, and the values that run between them.
///
/// What runs in from outside begins at an entry on the incoming side, one for each value; what is used outside ends
/// at an exit.
struct Level: Sendable {
    var items: [Item] = []
    var nets: [Net] = []
    /// In the order of the ports through which values come in.
    var entries: [Gate] = []
    /// In the order of the ports through which values go out.
    var exits: [Gate] = []

    enum Item: Sendable {
        case part(Int)
        case frame(Int)
        case entry
        case exit
    }

    /// A value with all its uses.
    struct Net: Sendable, Hashable {
        var source: Pin
        var targets: [Pin]
    }

    /// Where a wire meets an item.
    struct Pin: Sendable, Hashable {
        var item: Int
        /// Of a part the number of the operand; of a frame the number of its entry or exit; of an entry its own number.
        var port: Int
    }

    /// A passage through the boundary.
    struct Gate: Sendable {
        var item: Int
        /// What leads to it: for an entry a wire of the level outside, for an exit one of this level.
        var wire: Wire
    }

    /// One use of one value.
    struct Wire: Sendable {
        var net: Int
        var target: Int
    }
}
