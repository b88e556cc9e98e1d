/// The order of the cells in their columns, chosen so that few links cross.
///
/// Cells are sorted by the mean place of their neighbours, column after column in both directions, and in short columns
/// exchanged with the next where that helps; the best order that was met is kept.
///
/// - Complexity: O(cells + links · log links) for each of a bounded number of sweeps.
struct Order {
    private let grid: Grid
    private(set) var columns: [[Int]]
    /// Of each cell in its column.
    private(set) var positions: [Int]

    private enum Side {
        case tails
        case heads
    }

    init(_ grid: Grid) {
        self.grid = grid
        columns = grid.columns
        positions = Array(repeating: 0, count: grid.cells.count)
        for column in columns.indices { number(column) }
        sweepBack()
        var best = (crossings: crossings(), columns: columns)
        let start = columns
        // Beyond, a first improvement has to do.
        let isLarge = grid.links.count > 4_000
        for attempt in Attempt.allCases where best.crossings > 0 && (attempt == .sweeping || !isLarge) {
            begin(attempt, from: start)
            search(attempt, rounds: min(8, max(1, 100_000 / max(grid.links.count, 1))), &best)
        }
        columns = best.columns
        for block in grid.fixedBlocks {
            // All begin at one side, so that together they are no wider than the widest.
            let column = grid.cells[block].rank
            columns[column] = [block] + columns[column].filter { $0 != block }
        }
        for column in columns.indices { number(column) }
    }

    /// How a better order is looked for.
    private enum Attempt: CaseIterable {
        case sweeping
        case swapping
        /// Swapping from the mirrored order.
        case reversed
    }

    private mutating func begin(_ attempt: Attempt, from start: [[Int]]) {
        columns = attempt == .reversed ? start.map { $0.reversed() } : start
        for column in columns.indices { number(column) }
        if attempt != .sweeping { swapNeighbours() }
    }

    /// Sweeps in both directions until that helps no more.
    private mutating func search(
        _ attempt: Attempt, rounds: Int, _ best: inout (crossings: Int, columns: [[Int]])
    ) {
        var roundsInVain = 0
        for _ in 0..<rounds where best.crossings > 0 && roundsInVain < 3 {
            roundsInVain += 1
            for side in [Side.tails, .heads] {
                if side == .tails { sweepOn() } else { sweepBack() }
                if attempt != .sweeping { swapNeighbours() }
                let crossings = crossings()
                guard crossings < best.crossings else { continue }
                best = (crossings, columns)
                roundsInVain = 0
            }
        }
    }

    private mutating func number(_ column: Int) {
        for (position, cell) in columns[column].enumerated() { positions[cell] = position }
    }

    // MARK: - Sweeps

    private mutating func sweepOn() {
        for column in columns.indices.dropFirst() { sort(column, by: .tails) }
    }

    private mutating func sweepBack() {
        for column in columns.indices.dropLast().reversed() { sort(column, by: .heads) }
    }

    /// Sorts the cells that have neighbours on a side; the others stay where they are.
    private mutating func sort(_ column: Int, by side: Side) {
        var places: [Int] = []
        var keys: [(cell: Int, place: Double)] = []
        for (position, cell) in columns[column].enumerated() {
            guard let place = meanPlace(of: cell, side) else { continue }
            places.append(position)
            keys.append((cell, place))
        }
        keys.sort { ($0.place, positions[$0.cell]) < ($1.place, positions[$1.cell]) }
        for (position, key) in zip(places, keys) { columns[column][position] = key.cell }
        number(column)
    }

    private func meanPlace(of cell: Int, _ side: Side) -> Double? {
        let links = side == .tails ? grid.arrivals[cell] : grid.departures[cell]
        guard !links.isEmpty else { return nil }
        var sum = 0.0
        for number in links {
            let link = grid.links[number]
            let (other, offset) =
                side == .tails ? (link.tail, link.departure) : (link.head, grid.arrival(of: link))
            sum += Double(positions[other]) + offset / max(grid.cells[other].size.height, 1)
        }
        return sum / Double(links.count)
    }

    // MARK: - Crossings

    private func crossings() -> Int {
        columns.indices.dropFirst().reduce(0) { $0 + crossings(before: $1) }
    }

    private func crossings(before column: Int) -> Int {
        var firstPlaces = Array(repeating: 0, count: columns[column].count)
        var next = 0
        for (position, cell) in columns[column].enumerated() {
            firstPlaces[position] = next
            let last = grid.arrivals[cell].last.map { grid.arrivalOrder(of: grid.links[$0]) } ?? 0
            next += last + 1
        }
        var count = CrossingCount(places: next)
        for cell in columns[column - 1] {
            // Links of one place do not cross: they are counted together before one of them is inserted.
            var waiting: [Int] = []
            var departure = 0.0
            for number in grid.departures[cell] {
                let link = grid.links[number]
                if link.departure != departure {
                    for place in waiting { count.insert(at: place) }
                    waiting.removeAll(keepingCapacity: true)
                    departure = link.departure
                }
                let place = firstPlaces[positions[link.head]] + grid.arrivalOrder(of: link)
                count.count(at: place)
                waiting.append(place)
            }
            for place in waiting { count.insert(at: place) }
        }
        return count.crossings
    }

    // MARK: - Swaps

    /// Exchanges neighbours in short columns as long as links stop crossing.
    private mutating func swapNeighbours() {
        for _ in 0..<6 {
            var isBetter = false
            for column in columns.indices where columns[column].count <= 40 {
                for position in columns[column].indices.dropLast() {
                    let (upper, lower) = (columns[column][position], columns[column][position + 1])
                    guard crossings(upper, above: lower) > crossings(lower, above: upper) else {
                        continue
                    }
                    columns[column].swapAt(position, position + 1)
                    positions[upper] = position + 1
                    positions[lower] = position
                    isBetter = true
                }
            }
            if !isBetter { break }
        }
    }

    private func crossings(_ upper: Int, above lower: Int) -> Int {
        var crossings = 0
        for side in [Side.tails, .heads] {
            let (uppers, lowers) =
                side == .tails
                ? (grid.arrivals[upper], grid.arrivals[lower])
                : (grid.departures[upper], grid.departures[lower])
            // Where so many links meet, the sweeps have to do.
            guard uppers.count * lowers.count <= 400 else { continue }
            for one in uppers {
                let place = place(of: grid.links[one], side)
                for other in lowers where place > self.place(of: grid.links[other], side) { crossings += 1 }
            }
        }
        return crossings
    }

    private func place(of link: Grid.Link, _ side: Side) -> (position: Int, offset: Double) {
        side == .tails
            ? (positions[link.tail], link.departure)
            : (positions[link.head], Double(grid.arrivalOrder(of: link)))
    }
}
