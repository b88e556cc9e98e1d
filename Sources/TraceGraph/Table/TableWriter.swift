internal import Micrograd

/// Writes a graph as a table for reading in a terminal.
struct TableWriter {
    private enum Alignment {
        case left, right
    }

    private struct Column {
        var title: String
        var alignment: Alignment
        var cells: [String]
    }

    static func text(of graph: Graph, _ options: DrawingOptions) -> String {
        let numbers = NumberText(precision: options.precision)
        let nodes = graph.nodes
        let labels = nodes.map { LabelText.oneLine($0.label ?? "") }
        var columns = [
            Column(title: "id", alignment: .right, cells: nodes.map { "#\($0.id)" })
        ]
        if options.show.contains(.name), labels.contains(where: { !$0.isEmpty }) {
            columns.append(Column(title: "name", alignment: .left, cells: labels.map(shortened)))
        }
        columns.append(
            Column(title: "is", alignment: .left, cells: graph.meanings(numbers).map(shortened)))
        if options.show.contains(.data) {
            columns.append(
                Column(title: "data", alignment: .right, cells: nodes.map { numbers.text($0.data) }))
        }
        if options.show.contains(.grad) {
            columns.append(
                Column(title: "grad", alignment: .right, cells: nodes.map { numbers.text($0.grad) }))
        }
        return text(of: columns, rowCount: nodes.count)
    }

    private static func text(of columns: [Column], rowCount: Int) -> String {
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
        for row in 0..<rowCount { result += line(columns.map { $0.cells[row] }) }
        return result
    }

    /// A long name would push the numbers out of sight.
    private static func shortened(_ text: String) -> String {
        text.count > 40 ? text.prefix(39) + "…" : text
    }
}

extension Graph {
    /// What each node is: `input`, `parameter`, `constant`, or the operation with its operands.
    ///
    /// An operand whose label stands twice goes by its id, for the reader to find its row.
    fileprivate func meanings(_ numbers: NumberText) -> [String] {
        let counts = nodes.reduce(into: [String: Int]()) { $0[$1.label ?? "", default: 0] += 1 }
        let names = nodes.map { node in
            if node.isConstant { return constantText(node.data, numbers) }
            let isUnique = counts[node.label ?? ""] == 1
            return isUnique ? LabelText.oneLine(name(of: node.id)) : "#\(node.id)"
        }
        return nodes.map { node in
            guard node.operation == nil else { return formula(of: node, node.operands.map { names[$0] }) }
            return node.isConstant ? "constant" : (node.isParameter ? "parameter" : "input")
        }
    }

    /// All digits where these are few.
    private func constantText(_ number: Double, _ numbers: NumberText) -> String {
        let exact = number.shortestDescription
        return exact.count <= 8 ? exact : numbers.text(number)
    }
}
