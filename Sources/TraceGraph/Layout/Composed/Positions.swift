/// Where the cells stand across the flow.
///
/// Every cell wants to be where its links would be straight; columns are settled one after another, in both
/// directions in turn, until little moves. `Runs` then makes links that are nearly straight exactly so.
///
/// - Complexity: O(cells + links) for each of a bounded number of sweeps, fewer where there are very many cells.
struct Positions {
    /// The middle of each cell.
    private(set) var middles: [Double]

    init(_ grid: Grid, _ order: Order) {
        let columns = order.columns
        middles = Array(repeating: 0, count: grid.cells.count)
        for column in columns { stack(column, grid) }
        let settled = 0.01
        let effort = 200_000 / max(grid.cells.count, 1)
        for _ in 0..<min(24, max(3, effort)) {
            var movement = 0.0
            for column in columns { movement = max(movement, settle(column, grid)) }
            for column in columns.reversed() { movement = max(movement, settle(column, grid)) }
            if movement < settled { break }
        }
        for _ in 0..<min(3, max(1, effort / 8)) {
            middles = Runs(grid, order, middles).settled(grid, columns)
        }
        moveBesideBlocks(grid, columns)
    }

    /// Puts the cells of a column as close as they may stand, around 0.
    private mutating func stack(_ column: [Int], _ grid: Grid) {
        var place = 0.0
        for (position, cell) in column.enumerated() {
            if position > 0 { place += grid.distance(column[position - 1], cell) }
            middles[cell] = place
        }
        for cell in column { middles[cell] -= place / 2 }
    }

    /// Returns how far a cell moved at most.
    private mutating func settle(_ column: [Int], _ grid: Grid) -> Double {
        var spread = Spread(capacity: column.count)
        for (position, cell) in column.enumerated() {
            var sum = 0.0
            var weight = 0.0
            for number in grid.arrivals[cell] {
                let link = grid.links[number]
                weight += link.weight
                sum += link.weight * (middles[link.tail] + link.departure - grid.arrival(of: link))
            }
            for number in grid.departures[cell] {
                let link = grid.links[number]
                weight += link.weight
                sum += link.weight * (middles[link.head] + grid.arrival(of: link) - link.departure)
            }
            spread.append(
                weight > 0 ? sum / weight : middles[cell], weight: weight > 0 ? weight : 0.1,
                distance: position > 0 ? grid.distance(column[position - 1], cell) : 0)
        }
        var movement = 0.0
        for (cell, place) in zip(column, spread.places) {
            movement = max(movement, abs(middles[cell] - place))
            middles[cell] = place
        }
        return movement
    }

    /// Puts blocks of fixed places below one another, each beginning where the widest does, and moves all else to stand
    /// beside that one, as far as there is room: such a block is as wide as a page may be.
    private mutating func moveBesideBlocks(_ grid: Grid, _ columns: [[Int]]) {
        func half(_ cell: Int) -> Double { grid.cells[cell].size.height / 2 }
        guard let widest = grid.fixedBlocks.max(by: { half($0) < half($1) }) else { return }
        let page = (start: middles[widest] - half(widest), end: middles[widest] + half(widest))
        var isBesideBlock = [Bool](repeating: false, count: columns.count)
        for block in grid.fixedBlocks {
            let column = grid.cells[block].rank
            isBesideBlock[column] = true
            middles[block] = page.start + half(block)
            // What stands behind it keeps its distance.
            for (before, cell) in zip(columns[column], columns[column].dropFirst()) {
                middles[cell] = max(middles[cell], middles[before] + grid.distance(before, cell))
            }
        }
        let others = grid.cells.indices.filter { !isBesideBlock[grid.cells[$0].rank] }
        guard let start = others.map({ middles[$0] - half($0) }).min(),
            let end = others.map({ middles[$0] + half($0) }).max()
        else { return }
        // Back from one side, but not beyond the other.
        let shift =
            end > page.end
            ? max(page.end - end, min(0, page.start - start))
            : min(max(0, page.start - start), page.end - end)
        for cell in others { middles[cell] += shift }
    }
}
