/// A code cell of a notebook, as a part of the notebook's text.
struct SourceCell: Sendable {
    /// From 1, among the code cells.
    var number: Int
    /// Its first line among those of the text, from 0.
    var firstLine: Int
    /// Its bytes, without the line end that keeps it apart from the next cell.
    var range: Range<Int>
    /// Whether it is one of those to run.
    var isChosen: Bool
}

extension SourceText {
    /// Makes the text of a notebook: its code cells one below the other.
    ///
    /// - Parameter chosen: The numbers of the cells to run, from 1; all where it is nil.
    init(name: String, cells texts: [String], chosen: Set<Int>?) {
        var bytes: [UInt8] = []
        var starts: [Range<Int>] = []
        for text in texts {
            let start = bytes.count
            bytes += text.utf8
            starts.append(start..<bytes.count)
            bytes.append(.lineFeed)
        }
        let lines = SourceText(name, bytes, cells: [])
        self.init(
            name, bytes,
            cells: starts.enumerated().map { index, range in
                SourceCell(
                    number: index + 1, firstLine: lines.line(at: range.lowerBound), range: range,
                    isChosen: chosen?.contains(index + 1) ?? true)
            })
    }

    var isNotebook: Bool { !cells.isEmpty }

    /// Where a line, counted from 0, stands for the reader: its cell in a notebook, and its number from 1.
    func place(ofLine line: Int) -> (cell: Int?, line: Int) {
        guard !cells.isEmpty else { return (nil, line + 1) }
        var (low, high) = (0, cells.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if cells[middle].firstLine <= line { low = middle } else { high = middle }
        }
        return (cells[low].number, line - cells[low].firstLine + 1)
    }
}
