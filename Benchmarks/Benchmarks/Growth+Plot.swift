import TraceGraph

extension Growth {
    /// The plot of a table of growth, such as stands in a report and in docs/performance.md; nil without one.
    ///
    /// The picture of a document is made from its figures, so that it can be made again without measuring.
    static func plot(ofTableIn text: String) -> GrowthPlot? {
        let lines = text.split(separator: "\n").drop { !$0.hasPrefix("| values in a chain |") }.dropFirst(2)
        let rows = lines.prefix { $0.hasPrefix("|") }.map(cells)
        func series(_ name: String, column: Int) -> Series {
            Series(
                name,
                points: rows.compactMap { cells in
                    guard cells.count > column, let count = Double(cells[0]) else { return nil }
                    return seconds(cells[column]).map { (x: count, y: count * $0) }
                })
        }
        guard !rows.isEmpty else { return nil }
        return GrowthPlot(
            [series("build", column: 1), series("backward", column: 2)], slopes: [1],
            title: "Time for a chain of additions", xTitle: "values", yTitle: "seconds")
    }

    private static func cells(_ row: Substring) -> [String] {
        row.split(separator: "|").map { cell in cell.split(separator: " ").joined(separator: " ") }
    }

    /// The number that `duration` has written.
    private static func seconds(_ text: String) -> Double? {
        let words = text.split(separator: " ")
        let units = ["ns": 1e-9, "µs": 1e-6, "ms": 1e-3, "s": 1]
        guard words.count == 2, let number = Double(words[0]), let unit = units[String(words[1])] else {
            return nil
        }
        return number * unit
    }
}
