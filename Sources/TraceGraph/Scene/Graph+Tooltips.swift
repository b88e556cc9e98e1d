internal import Micrograd
internal import MicrogradSupport

extension Graph {
    /// The name of a value in running text: its label, or `#id`.
    func name(of id: Int) -> String {
        guard let label = nodes[id].label, !label.isEmpty else { return "#\(id)" }
        let isLong = label.utf8.count > Scene.labelLimit && label.count > Scene.labelLimit
        return isLong ? label.prefix(Scene.labelLimit) + "…" : label
    }

    /// A value with every digit: `x1: data 2, grad 1.5`; and where it is asked for, how the gradient adds up:
    /// `grad -3 = 3 + (-6)`.
    ///
    /// - Parameter name: What it is called, where that is more than its label.
    func tooltip(
        of node: GraphNode, _ sums: GradientSums = GradientSums(), name: String? = nil
    ) -> String {
        var text = TextBuffer()
        text.append(tooltipOf: node, in: self, name: name)
        if let sum = sums.text(of: node.id) { text.append(" = \(sum)") }
        return String(decoding: text.bytes, as: UTF8.self)
    }

    /// A folded scope, with every digit of what leaves it.
    func tooltip(ofFold scope: Int, _ summary: FoldSummary) -> String {
        let outputs = summary.outputs.prefix(32).map { tooltip(of: nodes[$0]) }
        var text = "\(path(ofScope: scope)), folded: \(Wording.count(summary.inputCount, "input"))"
        text += ", \(Wording.count(summary.outputs.count, "output"))"
        text += ", \(Wording.count(summary.parameters.count, "parameter"))"
        if let norm = summary.gradientNorm(in: self) {
            text += " with gradients of norm \(NumberText.exact(norm))"
        }
        if !outputs.isEmpty { text += "; " + outputs.joined(separator: "; ") }
        let rest = summary.outputs.count - outputs.count
        return rest > 0 ? text + "; and \(rest) more" : text
    }

    /// An operation with its local derivatives, one for each operand: `n = x * w: local derivatives -3, 2`.
    func operationTooltip(of node: GraphNode) -> String {
        var text = TextBuffer()
        text.append(operationTooltipOf: node, in: self)
        return String(decoding: text.bytes, as: UTF8.self)
    }

    /// The operation with its operands named: `x * w`, `tanh(n)`, `b ** 3`; empty for a leaf.
    func formula(of node: GraphNode, _ operands: [String]) -> String {
        guard let operation = node.operation else { return "" }
        switch operation {
        case .power where node.argument != nil:
            return "\(operands[0]) ** \(node.argument.map(NumberText.exact) ?? "")"
        case .power where operands[0].hasPrefix("-"):
            return "(\(operands[0])) ** \(operands[1])"
        case .add, .subtract, .multiply, .divide, .power:
            return operands.joined(separator: " \(operation.symbol) ")
        case .negate: return "-\(operands[0])"
        default: return "\(operation.symbol)(\(operands.joined(separator: ", ")))"
        }
    }
}

extension TextBuffer {
    /// A value with every digit: `x1: data 2, grad 1.5`.
    mutating func append(tooltipOf node: GraphNode, in graph: Graph, name: String? = nil) {
        append(name ?? graph.name(of: node.id))
        append(": data ")
        append(NumberText.exact(node.data))
        append(", grad ")
        append(node.grad.map(NumberText.exact) ?? NumberText.none)
    }

    /// An operation with its local derivatives, one for each operand: `n = x * w: local derivatives -3, 2`.
    mutating func append(operationTooltipOf node: GraphNode, in graph: Graph) {
        let operands = node.operands.map { id in
            graph.nodes[id].isConstant ? NumberText.exact(graph.nodes[id].data) : graph.name(of: id)
        }
        append(graph.name(of: node.id))
        append(" = ")
        append(graph.formula(of: node, operands))
        append(node.localDerivatives.count == 1 ? ": local derivative " : ": local derivatives ")
        for (index, derivative) in node.localDerivatives.enumerated() {
            if index > 0 { append(", ") }
            append(NumberText.exact(derivative))
        }
    }
}
