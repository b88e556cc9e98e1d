internal import Micrograd
internal import MicrogradSupport

/// Columns of text, as wide as their widest cell.
struct TextTable {
    enum Alignment {
        case left, right
    }

    struct Column {
        var title: String
        var alignment: Alignment
        var cells: [String]
    }

    var columns: [Column] = []

    mutating func add(_ title: String, _ alignment: Alignment, _ cells: [String]) {
        columns.append(Column(title: title, alignment: alignment, cells: cells))
    }

    /// The titles, then a line for each row; two spaces between columns, none at the end.
    var text: String {
        let widths = columns.map { column in
            column.cells.reduce(column.title.columnCount) { max($0, $1.columnCount) }
        }
        let rowCount = columns.first?.cells.count ?? 0
        var text = TextBuffer(capacity: widths.reduce(16) { $0 + $1 + 2 } * (rowCount + 1))
        for row in -1..<rowCount {
            for (index, column) in columns.enumerated() {
                let cell = row < 0 ? column.title : column.cells[row]
                let space = widths[index] - cell.columnCount
                if index > 0 { text.append("  ") }
                if column.alignment == .right { text.append(spaces: space) }
                text.append(cell)
                if column.alignment == .left { text.append(spaces: space) }
            }
            text.trimSpaces()
            text.append("\n")
        }
        return String(decoding: text.bytes, as: UTF8.self)
    }
}
