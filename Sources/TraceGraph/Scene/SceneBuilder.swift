internal import Micrograd
internal import MicrogradSupport

extension Scene {
    /// The longest label that is laid out, in characters.
    static let labelLimit = 500

    /// Decides what a picture of the graph shows, and how large each part is.
    init(_ graph: Graph, _ options: DrawingOptions) {
        self.init(graph, options, ScopePlacement(graph, options))
    }

    /// The same with the frames already placed.
    init(_ graph: Graph, _ options: DrawingOptions, _ placement: ScopePlacement) {
        let theme = options.theme
        let numbers = NumberText(precision: options.precision, keepsFixedNotation: theme.keepsFixedNotation)
        let showsNames = options.show.contains(.name)
        let hasNames = showsNames && graph.nodes.contains { $0.label != nil }
        groups = placement.groups
        let roots = Set(graph.roots)

        for node in graph.nodes {
            let name = showsNames && node.label != "" ? node.label : nil
            var fields: [Cell] = []
            if options.show.contains(.data) {
                fields.append(theme.cell("data", numbers.text(node.data), numbers))
            }
            if options.show.contains(.grad) {
                fields.append(theme.cell("grad", numbers.text(node.grad), numbers))
            }
            boxes.append(
                theme.box(
                    name: name.map(LabelText.oneLine) ?? (theme.stacksName || !hasNames ? nil : ""),
                    fields: fields, role: ValueRole(node, isRoot: roots.contains(node.id)),
                    tooltip: graph.tooltip(of: node), group: placement.group(of: node.id)))

            guard let operation = node.operation else { continue }
            let mark = marks.count
            marks.append(
                theme.mark(
                    operation, argument: node.argument, result: node.id,
                    tooltip: graph.operationTooltip(of: node), group: placement.group(of: node.id)))
            edges += node.operands.map { .operand(box: $0, mark: mark) }
            edges.append(.result(mark: mark, box: node.id))
        }
    }
}

extension ValueRole {
    fileprivate init(_ node: GraphNode, isRoot: Bool) {
        if node.operation != nil {
            self = isRoot ? .output : .intermediate
        } else {
            self = node.isConstant ? .constant : (node.isParameter ? .parameter : .input)
        }
    }
}

extension OperationFamily {
    fileprivate init(_ operation: Value.Operation) {
        switch operation {
        case .add, .subtract, .negate: self = .sum
        case .multiply, .divide, .power: self = .product
        default: self = .function
        }
    }
}

extension Theme {
    fileprivate func cell(_ name: String) -> Scene.Cell {
        Scene.Cell(key: nil, text: name, width: cellWidth(of: name))
    }

    fileprivate func cell(_ key: String, _ text: String, _ numbers: NumberText) -> Scene.Cell {
        let usual = alignsBoxes ? cellWidth(of: "\(key) \(numbers.text(-1))") : 0
        let width = max(cellWidth(of: "\(key) \(text)"), usual)
        return Scene.Cell(key: key, text: text, width: (width / widthStep).rounded(.up) * widthStep)
    }

    private func cellWidth(of text: String) -> Double {
        (TextMetrics.width(of: text, fontSize: fontSize) + 2 * cellPadding).rounded(.up)
    }

    fileprivate func box(
        name: String?, fields: [Scene.Cell], role: ValueRole, tooltip: String, group: Int?
    ) -> Scene.Box {
        let names = name.map { [cell($0)] } ?? []
        var rows = (stacksName ? [names, fields] : [names + fields]).filter { !$0.isEmpty }
        if rows.isEmpty { rows = [[cell("")]] }
        let width = rows.map { $0.reduce(0) { $0 + $1.width } }.max() ?? 0
        for row in rows.indices {
            let missing = width - rows[row].reduce(0) { $0 + $1.width }
            for cell in rows[row].indices { rows[row][cell].width += missing / Double(rows[row].count) }
        }
        // A single row stands a little freer than one of two.
        let height = rows.count == 1 ? max(rowHeight, 22) : rowHeight * Double(rows.count)
        return Scene.Box(
            role: role, rows: rows, size: .init(width: max(width, height), height: height), tooltip: tooltip,
            group: group)
    }

    fileprivate func mark(
        _ operation: Value.Operation, argument: Double?, result: Int, tooltip: String, group: Int?
    ) -> Scene.Mark {
        var text = signs[operation.symbol] ?? operation.symbol
        if let argument { text += NumberText.exact(argument) }
        let width = TextMetrics.width(of: text, fontSize: fontSize)
        let shape: Scene.Shape
        let size: Size
        switch operationShape {
        case .circleOrPill where text.count == 1:
            shape = .circle
            size = .init(width: operationSize, height: operationSize)
        case .circleOrPill:
            shape = .pill
            size = .init(width: max(operationSize, (width + 4 * cellPadding).rounded(.up)), height: 22)
        case .ellipse:
            shape = .ellipse
            size = .init(width: max(operationSize, (width * 1.42 + cellPadding).rounded(.up)), height: 36)
        }
        return Scene.Mark(
            result: result, family: .init(operation), text: text, shape: shape, size: size, tooltip: tooltip,
            group: group, ordersOperands: argument == nil && [.subtract, .divide, .power].contains(operation))
    }
}
