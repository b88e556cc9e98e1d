extension Runs {
    /// Lets runs move to where their other links are straight, as far as their neighbours allow, and returns the
    /// middles of all cells.
    func settled(_ grid: Grid, _ columns: [[Int]]) -> [Double] {
        var middles = numbers.indices.map { places[numbers[$0]] + offsets[$0] }
        var positions = Array(repeating: 0, count: grid.cells.count)
        for column in columns {
            for (position, cell) in column.enumerated() { positions[cell] = position }
        }
        let isLong = (0..<count).map { cells[$0].count > 1 }
        for round in 0..<4 {
            let order = round % 2 == 0 ? Array(0..<count) : (0..<count).reversed()
            for run in order where isLong[run] {
                move(run, &middles, grid, columns, positions)
            }
            for column in round % 2 == 0 ? columns : columns.reversed() {
                settleShort(column, &middles, grid, isLong)
            }
        }
        return middles
    }

    private func move(
        _ run: Int, _ middles: inout [Double], _ grid: Grid, _ columns: [[Int]], _ positions: [Int]
    ) {
        var wish = Wish()
        var (least, most) = (-Double.infinity, Double.infinity)
        for cell in cells[run] {
            add(cell, to: &wish, middles, grid)
            let column = columns[grid.cells[cell].rank]
            let position = positions[cell]
            if position > 0 {
                let upper = column[position - 1]
                least = max(least, middles[upper] + grid.distance(upper, cell) - middles[cell])
            }
            if position + 1 < column.count {
                let lower = column[position + 1]
                most = min(most, middles[lower] - grid.distance(cell, lower) - middles[cell])
            }
        }
        let movement = min(max(wish.movement, min(least, 0)), max(most, 0))
        for cell in cells[run] { middles[cell] += movement }
    }

    /// Settles the single cells of a column between those of longer runs, which stay.
    private func settleShort(_ column: [Int], _ middles: inout [Double], _ grid: Grid, _ isLong: [Bool]) {
        var start = 0
        while start < column.count {
            guard !isLong[numbers[column[start]]] else {
                start += 1
                continue
            }
            let end = column[start...].firstIndex { isLong[numbers[$0]] } ?? column.count
            var spread = Spread(capacity: end - start)
            var below = 0.0
            for position in start..<end {
                let cell = column[position]
                var wish = Wish()
                add(cell, to: &wish, middles, grid)
                let distance = position > start ? grid.distance(column[position - 1], cell) : 0
                below += distance
                spread.append(middles[cell] + wish.movement, weight: wish.strength, distance: distance)
            }
            // The nearest solution within bounds is the nearest one, cut off at the bounds.
            var least = -Double.infinity
            if start > 0 {
                least = middles[column[start - 1]] + grid.distance(column[start - 1], column[start])
            }
            var most = Double.infinity
            if end < column.count {
                most = middles[column[end]] - grid.distance(column[end - 1], column[end]) - below
            }
            var distance = 0.0
            for (position, place) in zip(start..<end, spread.places) {
                if position > start { distance += grid.distance(column[position - 1], column[position]) }
                middles[column[position]] = min(max(place, least + distance), max(most, least) + distance)
            }
            start = end
        }
    }

    /// Adds the links of a cell to cells of other runs.
    private func add(_ cell: Int, to wish: inout Wish, _ middles: [Double], _ grid: Grid) {
        for number in grid.arrivals[cell] {
            let link = grid.links[number]
            guard numbers[link.tail] != numbers[cell] else { continue }
            let place = middles[link.tail] + link.departure
            wish.addArrival(place - middles[cell] - grid.arrival(of: link), weight: link.weight)
        }
        for number in grid.departures[cell] {
            let link = grid.links[number]
            guard numbers[link.head] != numbers[cell] else { continue }
            let place = middles[link.head] + grid.arrival(of: link)
            wish.addDeparture(place - middles[cell] - link.departure, weight: link.weight)
        }
    }
}
