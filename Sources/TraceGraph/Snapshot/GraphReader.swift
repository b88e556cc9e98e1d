internal import Micrograd
internal import MicrogradSupport

extension Graph {
    /// Reads a saved graph, strictly; unknown keys are ignored.
    ///
    /// - Throws: `TraceGraphError.savedGraph`, with the place in the text.
    public init(json: String) throws(TraceGraphError) {
        try self.init(json: Array(json.utf8))
    }

    /// Reads a saved graph from its bytes, UTF-8.
    public init(json bytes: [UInt8]) throws(TraceGraphError) {
        do {
            self = try GraphReader.read(JSONParser.parse(bytes))
        } catch {
            let place = error.place(in: bytes)
            throw .savedGraph(problem: error.problem, line: place.line, column: place.column)
        }
    }
}

/// Turns the JSON of a saved graph into a graph, checking every promise of the format.
private enum GraphReader {
    static func read(_ value: JSONValue) throws(JSONError) -> Graph {
        let file = try JSONObject(value, "the saved graph")
        let format = try file.string("format")
        guard format == "trace-graph" else {
            throw JSONError(
                problem: "the format is '\(format)', not 'trace-graph'",
                offset: try file.value("format").offset)
        }
        let version = try file.integer("version")
        guard version == 1 else {
            throw JSONError(
                problem: "version \(version) of the format is unknown; this reads version 1",
                offset: try file.value("version").offset)
        }
        var scopes: [GraphScope] = []
        for element in try file.array("scopes") { scopes.append(try scope(element, id: scopes.count)) }
        var nodes: [GraphNode] = []
        for element in try file.array("nodes") {
            nodes.append(try node(element, id: nodes.count, scopeCount: scopes.count))
        }
        guard !nodes.isEmpty else {
            throw JSONError(
                problem: "a graph needs at least one node", offset: try file.value("nodes").offset)
        }
        var roots: [Int] = []
        for element in try file.array("roots") {
            roots.append(try element.integer("a root", in: 0..<nodes.count))
        }
        guard !roots.isEmpty else {
            throw JSONError(
                problem: "a graph needs at least one root", offset: try file.value("roots").offset)
        }
        return Graph(
            nodes: nodes, roots: roots, scopes: scopes,
            backward: try backward(file.value("backward"), nodeCount: nodes.count))
    }

    private static func backward(_ value: JSONValue, nodeCount: Int) throws(JSONError) -> GraphBackward? {
        if case .null = value.content { return nil }
        let object = try JSONObject(value, "'backward'")
        return GraphBackward(
            root: try object.optionalInteger("root", in: 0..<nodeCount),
            calls: try object.value("calls").integer("'calls'", in: 1..<Int.max))
    }

    private static func scope(_ value: JSONValue, id: Int) throws(JSONError) -> GraphScope {
        let object = try JSONObject(value, "scope \(id)")
        try check(id, of: object, "scope \(id)")
        return GraphScope(
            id: id, parent: try object.optionalInteger("parent", in: 0..<id), kind: try object.string("kind"),
            name: try object.string("name"),
            call: try object.value("call").integer("'call'", in: 0..<Int.max))
    }

    private static func node(_ value: JSONValue, id: Int, scopeCount: Int) throws(JSONError) -> GraphNode {
        let object = try JSONObject(value, "node \(id)")
        try check(id, of: object, "node \(id)")
        var node = GraphNode(id: id, data: try object.number("data"))
        node.label = try object.optionalString("label")
        node.grad = try object.optionalNumber("grad")
        node.scope = try object.optionalInteger("scope", in: 0..<scopeCount)
        node.isConstant = try object.bool("constant")
        node.isParameter = try object.bool("parameter")
        if let symbol = try object.optionalString("operation") {
            guard let operation = Value.Operation(symbol: symbol) else {
                throw JSONError(
                    problem: "'\(symbol)' is no operation; there are "
                        + Value.Operation.allCases.map(\.symbol).joined(separator: " "),
                    offset: try object.value("operation").offset)
            }
            node.operation = operation
        }
        for element in try object.array("operands") {
            node.operands.append(try element.integer("an operand of node \(id)", in: 0..<id))
        }
        for element in try object.array("localGradients") {
            node.localDerivatives.append(try element.number("a local gradient"))
        }
        node.argument = try object.member("argument")?.number("'argument'")
        try checkCounts(of: node, object)
        return node
    }

    private static func check(_ id: Int, of object: JSONObject, _ what: String) throws(JSONError) {
        let value = try object.value("id")
        guard case .number(Double(id)) = value.content else {
            throw JSONError(problem: "\(what) must have the id \(id), its position", offset: value.offset)
        }
    }

    private static func checkCounts(of node: GraphNode, _ object: JSONObject) throws(JSONError) {
        let expected = (node.operation?.arity ?? 0) - (node.argument == nil ? 0 : 1)
        guard node.argument == nil || node.operation == .power else {
            throw JSONError(
                problem: "only '**' has an 'argument'", offset: try object.value("argument").offset)
        }
        guard node.operands.count == expected else {
            throw JSONError(
                problem: "node \(node.id) needs \(expected) operands and has \(node.operands.count)",
                offset: try object.value("operands").offset)
        }
        guard node.localDerivatives.count == expected else {
            throw JSONError(
                problem: "node \(node.id) needs \(expected) local gradients, one for each operand, and has "
                    + "\(node.localDerivatives.count)",
                offset: try object.value("localGradients").offset)
        }
        guard !(node.isConstant && node.isParameter) else {
            throw JSONError(
                problem: "node \(node.id) cannot be both a constant and a parameter", offset: object.offset)
        }
        guard node.operation == nil || !(node.isConstant || node.isParameter) else {
            throw JSONError(
                problem: "node \(node.id) is computed, so it is no constant or parameter",
                offset: object.offset)
        }
    }
}
