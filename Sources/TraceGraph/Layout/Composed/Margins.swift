/// What a frame keeps free around what it holds, and its least size; x runs along the flow, and y across.
///
/// The whole picture has no margins.
struct Margins {
    private(set) var before = 0.0
    private(set) var behind = 0.0
    private(set) var above = 0.0
    private(set) var below = 0.0
    private(set) var leastWidth = 0.0
    private(set) var leastHeight = 0.0
    /// Above which no wire comes in, because the name stands there.
    private var highestEntry = 0.0

    init(_ level: LevelShape, _ grid: Grid, _ flow: Flow) {
        guard let labelWidth = level.labelWidth else { return }
        // Wires need no margin: they run to the boundary.
        let beginsWithWires = grid.columns.first?.allSatisfy { grid.cells[$0].kind == .entry } == true
        let endsWithWires = grid.columns.last?.allSatisfy { grid.cells[$0].kind == .exit } == true
        behind = endsWithWires ? 0 : Spacing.padding
        below = Spacing.padding
        switch flow {
        case .rightwards:
            before = beginsWithWires ? 0 : Spacing.padding
            above = Spacing.headRoom
            leastWidth = labelWidth + Spacing.besideLabel
        case .downwards:
            before = beginsWithWires ? Spacing.headRoomAboveBus : Spacing.headRoom
            above = Spacing.padding
            leastHeight = labelWidth + Spacing.besideLabel
            highestEntry = Spacing.padding + labelWidth + Spacing.besideWire
        }
    }

    /// Moves middles of cells below the upper margin, entries below the name, and all to the middle of a frame that is
    /// larger than it would have to be without its name.
    func placed(_ middles: [Double], _ grid: Grid) -> [Double] {
        var (top, bottom, entry) = (Double.infinity, -Double.infinity, Double.infinity)
        for (cell, middle) in zip(grid.cells, middles) {
            top = min(top, middle - cell.size.height / 2)
            bottom = max(bottom, middle + cell.size.height / 2)
            if cell.kind == .entry { entry = min(entry, middle) }
        }
        var shift = above - top
        if entry < .infinity { shift = max(shift, highestEntry - entry) }
        shift += max(0, leastHeight - (bottom + shift + below)) / 2
        return middles.map { $0 + shift }
    }
}
