/// A level that is laid out: a frame as a block of fixed size with places where wires come in and go out.
///
/// The work runs rightwards: x runs along the flow, and y across.
struct Block {
    let size: Size
    /// The middle of each item.
    let centers: [Point]
    /// How far below the upper edge values come in.
    let entries: [Double]
    /// How far below the upper edge values go out.
    let exits: [Double]
    /// The place of each entry among all, from above.
    let entryOrder: [Int]
    /// Each use of each value, from the side of its source to that of its item.
    let routes: [[Point]]
    /// For each net the number of its first use.
    let firstRoutes: [Int]
    let junctions: [Point]

    init(_ level: LevelShape, flow: Flow, blocks: [Block]) {
        let arrangement = Arrangement(level, flow: flow, blocks: blocks)
        size = arrangement.size
        centers = level.items.indices.map { arrangement.center(of: $0) }
        let entryItems = level.items.indices.filter { level.items[$0] == .entry }
        let entries = entryItems.map { arrangement.middles[$0] }
        self.entries = entries
        exits = level.items.indices.filter { level.items[$0] == .exit }.map { arrangement.middles[$0] }
        var entryOrder = Array(repeating: 0, count: entries.count)
        let fromAbove = entries.indices.sorted { (entries[$0], $0) < (entries[$1], $1) }
        for (place, entry) in fromAbove.enumerated() { entryOrder[entry] = place }
        self.entryOrder = entryOrder
        var first = 0
        firstRoutes = level.nets.map { net in
            defer { first += net.targets.count }
            return first
        }
        let routing = Routing(arrangement)
        routes = routing.routes
        junctions = routing.junctions
    }
}
