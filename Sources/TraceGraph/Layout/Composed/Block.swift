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
    /// Whether all that it holds had its place before.
    let isFixed: Bool

    init(
        size: Size, centers: [Point], entries: [Double], exits: [Double], routes: [[Point]],
        firstRoutes: [Int], junctions: [Point], isFixed: Bool = false
    ) {
        self.isFixed = isFixed
        self.size = size
        self.centers = centers
        self.entries = entries
        self.exits = exits
        self.routes = routes
        self.firstRoutes = firstRoutes
        self.junctions = junctions
        var entryOrder = Array(repeating: 0, count: entries.count)
        let fromAbove = entries.indices.sorted { (entries[$0], $0) < (entries[$1], $1) }
        for (place, entry) in fromAbove.enumerated() { entryOrder[entry] = place }
        self.entryOrder = entryOrder
    }

    init(_ level: LevelShape, flow: Flow, blocks: [Block]) {
        let arrangement = Arrangement(level, flow: flow, blocks: blocks)
        func places(of kind: LevelShape.Item) -> [Double] {
            level.items.indices.filter { level.items[$0] == kind }.map { arrangement.middles[$0] }
        }
        var first = 0
        let firstRoutes = level.nets.map { net in
            defer { first += net.targets.count }
            return first
        }
        let routing = Routing(arrangement)
        self.init(
            size: arrangement.size, centers: level.items.indices.map { arrangement.center(of: $0) },
            entries: places(of: .entry), exits: places(of: .exit), routes: routing.routes,
            firstRoutes: firstRoutes, junctions: routing.junctions)
    }
}
