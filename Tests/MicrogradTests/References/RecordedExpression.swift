import Micrograd

/// The values of a serialised expression.
struct RecordedExpression {
    private(set) var values: [Value] = []

    init(_ nodes: [PyTorchReference.Node]) {
        for node in nodes { values.append(make(node)) }
    }

    private func make(_ node: PyTorchReference.Node) -> Value {
        if node.symbol == "leaf", case .constant(let number) = node.operands[0] { return Value(number) }
        guard let operation = Value.Operation(symbol: node.symbol) else {
            fatalError("no operation has the symbol \(node.symbol)")
        }
        return switch (OperationTable.row(of: operation), node.operands[0], node.operands.last) {
        case (.unary(let function, _), .node(let x), _): function(values[x])
        case (.binary(let function, _, _, _), .node(let x), .node(let y)): function(values[x], values[y])
        case (.binary(_, let function, _, _), .node(let x), .constant(let y)): function(values[x], y)
        case (.binary(_, _, let function, _), .constant(let x), .node(let y)): function(x, values[y])
        default: fatalError("\(node) is no node of an expression")
        }
    }
}
