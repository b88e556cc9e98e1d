internal import Micrograd
internal import MicrogradSupport

/// Numbers in rows and columns as colours, such as the weights of a layer: blue below zero, orange above.
///
///     try HeatMap(layer.neurons.map { $0.weights.map(\.data) }).write(to: "weights.svg")
///
/// The colours reach equally far on both sides of zero, to the number that is farthest from it. Where there is
/// room, the numbers stand in their cells. A cell of nan or infinity is crossed out.
public struct HeatMap: Plot {
    let rows: [[Double]]
    let rowNames: [String]
    let columnNames: [String]
    let title: String
    let rowTitle: String
    let columnTitle: String
    /// The number that has the strongest colour: that farthest from zero.
    let reach: Double

    /// Makes a plot.
    ///
    /// - Parameters:
    ///   - rows: The numbers, all rows equally long: a row is a neuron, where they are the weights of a layer.
    ///   - rowNames: One for each row; 0, 1, 2 … by default.
    ///   - columnNames: One for each column; 0, 1, 2 … by default.
    ///   - title: What stands above the plot.
    ///   - rowTitle: What a row is.
    ///   - columnTitle: What a column is.
    /// - Precondition: At least one number.
    public init(
        _ rows: [[Double]], rowNames: [String] = [], columnNames: [String] = [], title: String = "Weights",
        rowTitle: String = "neuron", columnTitle: String = "input"
    ) {
        let count = rows.first?.count ?? 0
        guard count > 0 else {
            trap("A heat map needs at least one number (got none): give it a row for each neuron.")
        }
        if let row = rows.first(where: { $0.count != count }) {
            trap(
                "The rows of a heat map are equally long (got \(count) and \(row.count) numbers): fill up the shorter ones, with nan where there is nothing."
            )
        }
        for (names, noun, count) in [(rowNames, "row", rows.count), (columnNames, "column", count)] {
            guard names.isEmpty || names.count == count else {
                trap(
                    "A heat map has one name for each \(noun), or none (got \(names.count) names for \(Caption.count(count, noun)))."
                )
            }
        }
        self.rows = rows
        self.rowNames = rowNames.isEmpty ? rows.indices.map { String($0) } : rowNames
        self.columnNames = columnNames.isEmpty ? (0..<count).map { String($0) } : columnNames
        self.title = title
        self.rowTitle = rowTitle
        self.columnTitle = columnTitle
        reach = HeatMap.reach(rows)
    }

    private static func reach(_ rows: [[Double]]) -> Double {
        let largest = rows.joined().filter(\.isFinite).map(\.magnitude).max() ?? 0
        return largest > 1e-300 ? largest : 1
    }

    /// The step of the ramp for a number, from -8 to 8; nil for nan and infinity.
    func step(of number: Double) -> Int? {
        guard number.isFinite else { return nil }
        let length = Double(PlotPalette.rampLength)
        return Int(min(max(number / reach * length, -length), length).rounded())
    }

    var description: String {
        let numbers = rows.joined()
        let finite = numbers.filter(\.isFinite)
        var text = "\(Caption.count(rows.count, "row")) (\(rowTitle)) and "
        text += "\(Caption.count(columnNames.count, "column")) (\(columnTitle)): "
        text += "\(finite.count { $0 > 0 }) above zero, \(finite.count { $0 < 0 }) below"
        let zeros = finite.count { $0 == 0 }
        if zeros > 0 { text += ", \(zeros) zero" }
        for (name, least) in [("lowest", true), ("highest", false)] {
            if let place = place(least) {
                text += ", \(name) \(rows[place.row][place.column].significant(3)) at "
                text += "\(rowTitle) \(rowNames[place.row]), \(columnTitle) \(columnNames[place.column])"
            }
        }
        return text + "." + (notes.first.map { " \($0)." } ?? "")
    }

    var notes: [String] {
        let count = rows.joined().count { !$0.isFinite }
        guard count > 0 else { return [] }
        return [
            "\(Caption.count(count, "number")) \(count == 1 ? "is" : "are") nan or infinite, and crossed out"
        ]
    }

    /// Where the least or the largest finite number stands first.
    private func place(_ isLeast: Bool) -> (row: Int, column: Int)? {
        var best: (row: Int, column: Int)?
        for (row, numbers) in rows.enumerated() {
            for (column, number) in numbers.enumerated() where number.isFinite {
                guard let known = best.map({ rows[$0.row][$0.column] }) else {
                    best = (row, column)
                    continue
                }
                if isLeast ? number < known : number > known { best = (row, column) }
            }
        }
        return best
    }
}
