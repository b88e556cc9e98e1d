internal import Micrograd
internal import MicrogradSupport

extension Graph {
    /// The saved graph: JSON text that `init(json:)` reads back to an equal graph.
    ///
    /// One node a line, so that a difference of two files is readable. Numbers are the shortest
    /// decimals that read back to the same double.
    public var json: String {
        var text = "{\n  \"format\": \"trace-graph\", \"version\": 1,\n"
        text += "  \"roots\": \(roots),\n"
        text += "  \"backward\": \(backwardJSON),\n"
        text += "  \"scopes\": " + Graph.list(scopes.map(Graph.scopeJSON)) + ",\n"
        text += "  \"nodes\": " + Graph.list(nodes.map(Graph.nodeJSON)) + "\n}\n"
        return text
    }

    private var backwardJSON: String {
        guard let backward else { return "null" }
        return "{\"root\": \(Graph.orNull(backward.root)), \"calls\": \(backward.calls)}"
    }

    private static func list(_ lines: [String]) -> String {
        lines.isEmpty ? "[]" : "[\n    " + lines.joined(separator: ",\n    ") + "\n  ]"
    }

    private static func orNull(_ id: Int?) -> String {
        id.map(String.init) ?? "null"
    }

    private static func scopeJSON(_ scope: GraphScope) -> String {
        "{\"id\": \(scope.id), \"parent\": \(orNull(scope.parent)), \"kind\": \(JSONText.string(scope.kind)), "
            + "\"name\": \(JSONText.string(scope.name)), \"call\": \(scope.call)}"
    }

    private static func nodeJSON(_ node: GraphNode) -> String {
        var text = "{\"id\": \(node.id), \"label\": \(node.label.map(JSONText.string) ?? "null"), "
        text += "\"operation\": \(node.operation.map { JSONText.string($0.symbol) } ?? "null"), "
        text += "\"operands\": \(node.operands), "
        if let argument = node.argument { text += "\"argument\": \(JSONText.number(argument)), " }
        let derivatives = node.localDerivatives.map(JSONText.number).joined(separator: ", ")
        text += "\"localGradients\": [\(derivatives)], "
        text += "\"data\": \(JSONText.number(node.data)), "
        text += "\"grad\": \(node.grad.map(JSONText.number) ?? "null"), "
        text += "\"constant\": \(node.isConstant), \"parameter\": \(node.isParameter), "
        return text + "\"scope\": \(orNull(node.scope))}"
    }
}
