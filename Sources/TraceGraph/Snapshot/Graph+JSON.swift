internal import Micrograd
internal import MicrogradSupport

extension Graph {
    /// The saved graph: JSON text that `init(json:)` reads back to an equal graph.
    ///
    /// One node a line, so that a difference of two files is readable. Numbers are the shortest
    /// decimals that read back to the same double.
    public var json: String { String(decoding: jsonBytes, as: UTF8.self) }

    /// The same as UTF-8.
    var jsonBytes: [UInt8] {
        var text = TextBuffer(capacity: 256 * (nodes.count + scopes.count + 1))
        text.append("{\n  \"format\": \"trace-graph\", \"version\": 1,\n  \"roots\": ")
        text.append(list: roots) { $0.append($1) }
        text.append(",\n  \"backward\": ")
        if let backward {
            text.append("{\"root\": ")
            text.append(json: backward.root)
            text.append(", \"calls\": ")
            text.append(backward.calls)
            text.append("}")
        } else {
            text.append("null")
        }
        text.append(",\n  \"scopes\": ")
        text.append(lines: scopes) { $0.append($1) }
        text.append(",\n  \"nodes\": ")
        text.append(lines: nodes) { $0.append($1) }
        text.append("\n}\n")
        return text.bytes
    }
}

extension TextBuffer {
    /// A JSON array with an element a line.
    fileprivate mutating func append<Element>(
        lines elements: [Element], _ write: (inout TextBuffer, Element) -> Void
    ) {
        append(list: elements, start: "[\n    ", separator: ",\n    ", end: "\n  ]", write)
    }

    fileprivate mutating func append<Element>(
        list elements: [Element], start: String = "[", separator: String = ", ", end: String = "]",
        _ write: (inout TextBuffer, Element) -> Void
    ) {
        guard !elements.isEmpty else { return append("[]") }
        append(start)
        for index in elements.indices {
            if index > 0 { append(separator) }
            write(&self, elements[index])
        }
        append(end)
    }

    fileprivate mutating func append(_ scope: GraphScope) {
        append("{\"id\": ")
        append(scope.id)
        append(", \"parent\": ")
        append(json: scope.parent)
        append(", \"kind\": ")
        append(json: scope.kind)
        append(", \"name\": ")
        append(json: scope.name)
        append(", \"call\": ")
        append(scope.call)
        append("}")
    }

    fileprivate mutating func append(_ node: GraphNode) {
        append("{\"id\": ")
        append(node.id)
        append(", \"label\": ")
        append(json: node.label)
        append(", \"operation\": ")
        append(json: node.operation?.symbol)
        append(", \"operands\": ")
        append(list: node.operands) { $0.append($1) }
        if let argument = node.argument {
            append(", \"argument\": ")
            append(json: argument)
        }
        append(", \"localGradients\": ")
        append(list: node.localDerivatives) { $0.append(json: $1) }
        append(", \"data\": ")
        append(json: node.data)
        append(", \"grad\": ")
        append(json: node.grad)
        append(", \"constant\": ")
        append(json: node.isConstant)
        append(", \"parameter\": ")
        append(json: node.isParameter)
        append(", \"scope\": ")
        append(json: node.scope)
        append("}")
    }
}
