/// The lines on which a field crosses a level, by marching squares.
///
/// A crossing stands on an edge of the grid, where a straight line between its two numbers has the level; in a
/// cell crossings are joined so that what is above lies to one side. Where two opposite corners are above and two
/// below, the mean of all four says which pair is one area. What is nan is below.
package struct Contour {
    package struct Line {
        package var points: [Point]
        /// Whether the last point leads to the first.
        package var isClosed: Bool
    }

    private let field: ScoreField
    private let level: Double
    /// The edge that a line goes on to from each, and whether one comes to it; -1 for none.
    ///
    /// Edges are numbered by their first point: 2n to the next column, 2n + 1 to the next row.
    private var following: [Int]
    private var isReached: [Bool]

    /// Returns the lines: first those with two ends, then the closed ones, each in the order of the grid.
    ///
    /// - Parameter goesAround: Whether a line runs along numbers that are nan, or ends before them.
    package static func lines(of field: ScoreField, at level: Double, goesAroundNaN goesAround: Bool = false)
        -> [Line]
    {
        var contour = Contour(field: field, level: level)
        contour.join(goesAround)
        return contour.follow()
    }

    private init(field: ScoreField, level: Double) {
        self.field = field
        self.level = level
        following = [Int](repeating: -1, count: 2 * field.scores.count)
        isReached = [Bool](repeating: false, count: 2 * field.scores.count)
    }

    private func edge(_ column: Int, _ row: Int, _ direction: Int) -> Int {
        2 * (row * field.xs.count + column) + direction
    }

    private mutating func join(_ goesAroundNaN: Bool) {
        guard field.xs.count > 1, field.ys.count > 1 else { return }
        for row in 0..<field.ys.count - 1 {
            for column in 0..<field.xs.count - 1 {
                let corners = [
                    field.score(column, row), field.score(column + 1, row),
                    field.score(column + 1, row + 1), field.score(column, row + 1),
                ]
                let isAbove = corners.map { $0 > level }
                guard isAbove.contains(true), isAbove.contains(false) else { continue }
                guard goesAroundNaN || !corners.contains(where: \.isNaN) else { continue }
                let edges = [
                    edge(column, row, 0), edge(column + 1, row, 1), edge(column, row + 1, 0),
                    edge(column, row, 1),
                ]
                // Around the cell: the ways out of what is above, and from each the way back in.
                let turn = isAbove[0] == isAbove[2] && corners.reduce(0) { $0 + $1 / 4 } <= level ? 3 : 1
                for side in 0..<4 where isAbove[side] && !isAbove[(side + 1) % 4] {
                    var other = (side + turn) % 4
                    while isAbove[other] || !isAbove[(other + 1) % 4] { other = (other + turn) % 4 }
                    following[edges[side]] = edges[other]
                    isReached[edges[other]] = true
                }
            }
        }
    }

    private mutating func follow() -> [Line] {
        var lines: [Line] = []
        for start in following.indices where following[start] >= 0 && !isReached[start] {
            lines.append(Line(points: take(from: start), isClosed: false))
        }
        for start in following.indices where following[start] >= 0 {
            lines.append(Line(points: take(from: start), isClosed: true))
        }
        return lines
    }

    /// The crossings from an edge on, each of which is taken out.
    private mutating func take(from start: Int) -> [Point] {
        var points: [Point] = []
        var edge = start
        while edge >= 0 {
            points.append(crossing(edge))
            let next = following[edge]
            following[edge] = -1
            if next == start { break }
            edge = next
        }
        return points
    }

    private func crossing(_ edge: Int) -> Point {
        let (row, column) = (edge / 2).quotientAndRemainder(dividingBy: field.xs.count)
        let (nextColumn, nextRow) = edge % 2 == 0 ? (column + 1, row) : (column, row + 1)
        let (one, other) = (field.score(column, row), field.score(nextColumn, nextRow))
        let share = (level - one) / (other - one)
        let place = share.isFinite ? min(max(share, 0), 1) : 0.5
        return Point(
            x: field.xs[column] + place * (field.xs[nextColumn] - field.xs[column]),
            y: field.ys[row] + place * (field.ys[nextRow] - field.ys[row]))
    }
}
