internal import Micrograd
internal import MicrogradSupport

/// Numbers in rows and columns as colours, such as the weights of a layer: blue below zero, orange above.
///
///     try HeatMap(layer.neurons.map { $0.weights.map(\.data) }).write(to: "weights.svg")
///
/// The colours reach equally far on both sides of zero, to the number that is farthest from it; where a few numbers are
/// far beyond all others, the colours reach to these, and the picture says so. Where there is room, the numbers stand
/// in their cells. A cell of nan or infinity is crossed out.
public struct HeatMap: Plot {
    let content: Content
    let title: PlotTitle

    enum Content: Sendable {
        case table(HeatTable)
        case kernels(KernelTiles)
    }

    /// Makes a plot.
    ///
    /// - Parameters:
    ///   - rows: The numbers, all rows equally long: a row is a neuron, where they are the weights of a layer.
    ///   - rowNames: One for each row; 0, 1, 2 … by default.
    ///   - columnNames: One for each column; 0, 1, 2 … by default.
    ///   - title: What stands above the plot; by default what it shows, as `Weights by neuron and input`.
    ///   - rowTitle: What a row is.
    ///   - columnTitle: What a column is.
    /// - Precondition: At least one number.
    public init(
        _ rows: [[Double]], rowNames: [String] = [], columnNames: [String] = [], title: String? = nil,
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
        content = .table(
            HeatTable(
                rows: rows, scale: HeatScale(rows.flatMap { $0 }),
                rowNames: HeatMap.names(rowNames, rows.count, of: "row"),
                columnNames: HeatMap.names(columnNames, count, of: "column"), rowTitle: rowTitle,
                columnTitle: columnTitle))
        self.title = PlotTitle(title, usual: PlotTitle.usual("weights", by: [rowTitle, columnTitle]))
    }

    /// The names given, or numbers from 0.
    static func names(_ names: [String], _ count: Int, of noun: String) -> [String] {
        guard names.isEmpty || names.count == count else {
            trap(
                "A heat map has one name for each \(noun), or none (got \(names.count) names for \(Wording.count(count, noun)))."
            )
        }
        return names.isEmpty ? (0..<count).map { String($0) } : names
    }

    /// Draws the cells, their names and the bar of colours.
    public func svg(appearance: Appearance) -> String {
        switch content {
        case .table(let table): table.svg(title, appearance)
        case .kernels(let tiles): tiles.svg(title, appearance)
        }
    }
}
