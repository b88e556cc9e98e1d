/// The whole way of an edge, put together from its pieces in all levels that it crosses.
struct Route {
    private(set) var points: [Point] = []

    init(of edge: Int, _ skeleton: Skeleton, _ levels: Levels, _ blocks: Blocks, _ origins: [Point]) {
        var level = levels.partPlaces[skeleton.edges[edge].head].level
        var wire = levels.lastWires[edge]
        // Backwards from the head: out of the frames that hold it alone, then into those that hold the tail alone.
        var pieces: [(level: Int, wire: Level.Wire)] = []
        while true {
            pieces.append((level, wire))
            let source = levels.all[level].nets[wire.net].source
            switch levels.all[level].items[source.item] {
            case .entry:
                wire = levels.all[level].entries[source.port].wire
                level = levels.places[level].level
                continue
            case .frame(let frame):
                level = frame + 1
                wire = levels.all[level].exits[source.port].wire
                continue
            case .part, .exit:
                break
            }
            break
        }
        for piece in pieces.reversed() {
            let block = blocks[piece.level]
            let route = block.routes[block.firstRoutes[piece.wire.net] + piece.wire.target]
            for point in route { append(point + origins[piece.level]) }
        }
    }

    /// Adds a point, without doubling one, and without one in the middle of a straight piece.
    private mutating func append(_ point: Point) {
        guard let last = points.last else {
            points.append(point)
            return
        }
        var point = point
        // Sums of places in different levels differ in their last digits.
        if abs(point.x - last.x) < Spacing.tolerance { point.x = last.x }
        if abs(point.y - last.y) < Spacing.tolerance { point.y = last.y }
        if point == last { return }
        if points.count > 1 {
            let before = points[points.count - 2]
            let isOnward =
                before.x == last.x && last.x == point.x || before.y == last.y && last.y == point.y
            if isOnward { points.removeLast() }
        }
        points.append(point)
    }
}
