/// All that is decided about a level, phase after phase: columns, order, places across the flow, channels, and places
/// along it.
struct Arrangement {
    let grid: Grid
    let order: Order
    /// The middle of each cell across the flow.
    let middles: [Double]
    let detours: Detours
    /// Where each track of a detour runs.
    let trackPlaces: [Double]
    let channels: Channels
    let columns: Columns
    let size: Size

    init(_ level: LevelShape, flow: Flow, blocks: [Block]) {
        var grid = Grid(level, ranks: Ranks(level, blocks), blocks: blocks)
        let slots = Slots(level, grid)
        slots.assignByOperand(&grid)
        order = Order(grid)
        slots.assignBySource(&grid, order.positions)
        let margins = Margins(level, grid, flow)
        middles = margins.placed(Positions(grid, order).middles, grid)
        let bottom = zip(grid.cells, middles).lazy.map { $1 + $0.size.height / 2 }.max() ?? margins.above
        detours = Detours(level, grid, blocks)
        trackPlaces = detours.tracks.map { bottom + Double($0.lane + 1) * Spacing.lane }
        channels = Channels(grid, order, detours, middles: middles, trackPlaces: trackPlaces)
        columns = Columns(grid, channels, before: margins.before)
        size = Size(
            width: max(columns.end + margins.behind, margins.leastWidth),
            height: max(
                bottom + Double(detours.laneCount) * Spacing.lane + margins.below, margins.leastHeight))
        self.grid = grid
    }

    /// The middle of an item; of an entry or an exit its place on the boundary.
    func center(of item: Int) -> Point {
        switch grid.cells[item].kind {
        case .entry: Point(x: 0, y: middles[item])
        case .exit: Point(x: size.width, y: middles[item])
        case .part, .frame, .pass: Point(x: columns.middle(of: item, in: grid), y: middles[item])
        }
    }

    /// Where a value leaves its item.
    func outgoingSide(of item: Int) -> Double { center(of: item).x + grid.cells[item].size.width / 2 }

    /// Where values reach an item.
    func incomingSide(of item: Int) -> Double { center(of: item).x - grid.cells[item].size.width / 2 }

    /// Where a trunk runs across the flow.
    func place(of trunk: Int, in channel: Int) -> Double {
        let lanes = channels.lanes[channel]
        return columns.lane(lanes[trunk], of: channel, count: lanes.count)
    }
}
