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
            column.cells.reduce(column.title.columnCount) {
                max($0, $1.columnCount)
            }
        }
        func line(_ cells: [String]) -> String {
            var result = ""
            for (index, cell) in cells.enumerated() {
                let space = String(repeating: " ", count: widths[index] - cell.columnCount)
                result += index == 0 ? "" : "  "
                result += columns[index].alignment == .left ? cell + space : space + cell
            }
            while result.last == " " { result.removeLast() }
            return result + "\n"
        }
        var result = line(columns.map(\.title))
        for row in 0..<(columns.first?.cells.count ?? 0) { result += line(columns.map { $0.cells[row] }) }
        return result
    }
}
