/// The elements of a list or a tuple, shared by all names that it has.
final class List {
    /// How deep lists may stand inside each other, so that nothing that walks them overflows the stack.
    static let deepest = 1000

    let elements: [Object]
    /// The name that it was first assigned to, `x`, or `x[0]` for a list inside it; nil without one.
    var name: String?
    /// How many elements there are, those of lists inside it among them.
    let size: Int
    /// How many lists stand inside each other here, this one among them.
    let depth: Int

    init(_ elements: [Object]) {
        self.elements = elements
        var deepest = 0
        var size = elements.count
        for element in elements {
            switch element {
            case .list(let list), .tuple(let list):
                deepest = max(deepest, list.depth)
                size += list.size
            default: break
            }
        }
        self.size = size
        depth = deepest + 1
    }
}
