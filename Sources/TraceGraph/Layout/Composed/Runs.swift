/// Cells of successive columns whose links are made exactly straight, so that they move as one.
///
/// In each channel the heaviest links that are nearly straight and do not cross are chosen, at most one for each cell on
/// a side. Runs therefore never cross, and that one stands above another is a partial order.
struct Runs {
    /// The run of each cell.
    private(set) var numbers: [Int]
    /// How far the middle of each cell is below the place of its run.
    private(set) var offsets: [Double]
    private(set) var count = 0
    /// The cells of each run.
    private(set) var cells = Neighbours(places: 0, pairs: [])
    private(set) var places: [Double] = []

    /// How large a bend may be for its link to be made straight.
    private static let straightened = 14.0

    init(_ grid: Grid, _ order: Order, _ middles: [Double]) {
        numbers = Array(repeating: 0, count: grid.cells.count)
        offsets = Array(repeating: 0, count: grid.cells.count)
        var straight: [Int?] = Array(repeating: nil, count: grid.cells.count)
        for (rank, column) in order.columns.enumerated() {
            if rank > 0 {
                for link in Runs.straightLinks(grid, order, before: rank, middles) {
                    straight[grid.links[link].head] = link
                }
            }
            for cell in column {
                if let number = straight[cell] {
                    let link = grid.links[number]
                    numbers[cell] = numbers[link.tail]
                    offsets[cell] = offsets[link.tail] + link.departure - grid.arrival(of: link)
                } else {
                    numbers[cell] = count
                    count += 1
                }
            }
        }
        cells = Neighbours(
            places: count, pairs: order.columns.joined().map { (place: numbers[$0], value: $0) })
        place(grid, order.columns, near: middles)
    }

    private static func straightLinks(
        _ grid: Grid, _ order: Order, before rank: Int, _ middles: [Double]
    ) -> [Int] {
        var chain = HeaviestChain(places: order.columns[rank].count)
        for tail in order.columns[rank - 1] {
            var pairs: [(item: Int, place: Int, weight: Double)] = []
            for number in grid.departures[tail] {
                let link = grid.links[number]
                let bend = abs(
                    middles[tail] + link.departure - middles[link.head] - grid.arrival(of: link))
                guard bend < straightened else { continue }
                pairs.append(
                    (number, order.positions[link.head], link.weight * (1 - bend / (2 * straightened))))
            }
            chain.append(pairs)
        }
        return chain.items
    }

    /// Puts each run where its cells are on average, and moves runs apart as far as they must.
    private mutating func place(_ grid: Grid, _ columns: [[Int]], near middles: [Double]) {
        let wanted = (0..<count).map { run in
            var sum = 0.0
            var weights = 0.0
            for cell in cells[run] {
                let links = grid.departures[cell].count + grid.arrivals[cell].count
                let weight = grid.cells[cell].kind.isWire ? 1 : Double(1 + links)
                sum += weight * (middles[cell] - offsets[cell])
                weights += weight
            }
            return sum / weights
        }
        let distances = distances(grid, columns)
        let order = distances.order
        // Moved down only, or up only, all keep their distances; and so they do halfway between.
        var (lower, upper) = (wanted, wanted)
        for run in order {
            for number in distances.below[run] {
                let distance = distances.all[number]
                lower[distance.lower] = max(lower[distance.lower], lower[run] + distance.least)
            }
        }
        for run in order.reversed() {
            for number in distances.below[run] {
                let distance = distances.all[number]
                upper[run] = min(upper[run], upper[distance.lower] - distance.least)
            }
        }
        places = zip(lower, upper).map { ($0 + $1) / 2 }
    }

    private struct Distances {
        var all: [(upper: Int, lower: Int, least: Double)] = []
        /// For each run the distances to those directly below.
        var below = Neighbours(places: 0, pairs: [])
        /// Every run behind those above it.
        var order: [Int] = []
    }

    private func distances(_ grid: Grid, _ columns: [[Int]]) -> Distances {
        var distances = Distances()
        var above = Array(repeating: 0, count: count)
        for column in columns {
            for (upper, lower) in zip(column, column.dropFirst()) {
                let least = grid.distance(upper, lower) + offsets[upper] - offsets[lower]
                distances.all.append((numbers[upper], numbers[lower], least))
                above[numbers[lower]] += 1
            }
        }
        distances.below = Neighbours(
            places: count, pairs: distances.all.enumerated().map { (place: $1.upper, value: $0) })
        distances.order = above.indices.filter { above[$0] == 0 }
        var next = 0
        while next < distances.order.count {
            for number in distances.below[distances.order[next]] {
                let run = distances.all[number].lower
                above[run] -= 1
                if above[run] == 0 { distances.order.append(run) }
            }
            next += 1
        }
        return distances
    }
}
