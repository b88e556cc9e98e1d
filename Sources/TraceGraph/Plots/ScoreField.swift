/// Numbers at the points of a grid, in a picture of which y runs down.
package struct ScoreField {
    /// The places of the columns and rows.
    var xs: [Double]
    var ys: [Double]
    /// Row by row.
    var scores: [Double]

    package init(xs: [Double], ys: [Double], scores: [Double]) {
        self.xs = xs
        self.ys = ys
        self.scores = scores
    }

    /// Asks for the scores over the range of two axes.
    ///
    /// A unit of one axis is as long as one of the other, where that makes no strip of the area.
    init(_ x: Axis, _ y: Axis, _ score: (_ x: Double, _ y: Double) throws -> Double) rethrows {
        let wanted = ScoreField.width * (y.upper / 2 - y.lower / 2) / (x.upper / 2 - x.lower / 2)
        let height = min(max(wanted, 220), 400)
        let columns = 100
        let rows = Int(Double(columns) * height / ScoreField.width)
        xs = (0...columns).map { ScoreField.width * Double($0) / Double(columns) }
        ys = (0...rows).map { height * Double($0) / Double(rows) }
        scores = []
        scores.reserveCapacity(xs.count * ys.count)
        for row in 0...rows {
            let y = y.number(at: 1 - Double(row) / Double(rows))
            for column in 0...columns {
                scores.append(try score(x.number(at: Double(column) / Double(columns)), y))
            }
        }
    }

    private static let width = 390.0

    var width: Double { xs.last ?? 0 }
    var height: Double { ys.last ?? 0 }

    func score(_ column: Int, _ row: Int) -> Double { scores[row * xs.count + column] }

    /// The field with the sign of each number turned.
    var negated: ScoreField { ScoreField(xs: xs, ys: ys, scores: scores.map(-)) }

    /// The field with a row and column of low numbers on each side, in the same places as the outermost ones.
    ///
    /// The line around what is above a level is closed there, and runs along the edge of the field.
    package var fenced: ScoreField {
        var result = ScoreField(xs: xs, ys: ys, scores: [])
        if let first = xs.first, let last = xs.last { result.xs = [first] + xs + [last] }
        if let first = ys.first, let last = ys.last { result.ys = [first] + ys + [last] }
        let fence = [Double](repeating: -.infinity, count: result.xs.count)
        result.scores = fence
        for row in ys.indices {
            result.scores.append(-.infinity)
            result.scores += scores[row * xs.count..<(row + 1) * xs.count]
            result.scores.append(-.infinity)
        }
        result.scores += fence
        return result
    }
}
