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
            self = try GraphReader.read(bytes)
        } catch {
            let place = error.place(in: bytes)
            throw .savedGraph(problem: error.problem, line: place.line, column: place.column)
        }
    }
}

/// Turns the JSON of a saved graph into a graph, checking every promise of the format.
private enum GraphReader {
    static func read(_ bytes: [UInt8]) throws(JSONError) -> Graph {
        // Each node is made as soon as its text is parsed: as JSON values all of them would take the most memory.
        // What is wrong with one is only said once the format is known to be that of a graph.
        var reader = NodeReader()
        let text = try JSONParser.parse(bytes, handing: "nodes") { reader.read($0) }
        let file = try JSONObject(text, "the saved graph")
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
        _ = try file.array("nodes")
        try reader.check(scopeCount: scopes.count)
        let nodes = reader.nodes
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

    static func check(_ id: Int, of object: JSONObject, _ what: String) throws(JSONError) {
        let value = try object.value("id")
        guard case .number(Double(id)) = value.content else {
            throw JSONError(problem: "\(what) must have the id \(id), its position", offset: value.offset)
        }
    }
}

/// Takes the nodes of a saved graph one after the other.
private struct NodeReader {
    private(set) var nodes: [GraphNode] = []
    /// The first that is wrong with them.
    private var error: JSONError?
    /// The node with the highest number of a scope, and where that stands. The scopes may stand behind the nodes.
    private var lastScope: (id: Int, node: Int, value: JSONValue)?

    mutating func read(_ value: JSONValue) {
        guard error == nil else { return }
        do throws(JSONError) {
            nodes.append(try node(value, id: nodes.count))
        } catch {
            self.error = error
        }
    }

    func check(scopeCount: Int) throws(JSONError) {
        if let error { throw error }
        guard let lastScope else { return }
        _ = try lastScope.value.integer("'scope' of node \(lastScope.node)", in: 0..<scopeCount)
    }

    private mutating func node(_ value: JSONValue, id: Int) throws(JSONError) -> GraphNode {
        let what = "node \(id)"
        let object = try JSONObject(value, what)
        try GraphReader.check(id, of: object, what)
        var node = GraphNode(id: id, data: try object.number("data"))
        node.label = try object.optionalString("label")
        node.grad = try object.optionalNumber("grad")
        node.scope = try object.optionalInteger("scope", in: 0..<Int.max)
        if let scope = node.scope, scope > lastScope?.id ?? -1 {
            lastScope = (scope, id, try object.value("scope"))
        }
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
        let operands = try object.array("operands")
        node.operands.reserveCapacity(operands.count)
        for element in operands {
            node.operands.append(try element.integer("an operand of node \(id)", in: 0..<id))
        }
        let derivatives = try object.array("localGradients")
        node.localDerivatives.reserveCapacity(derivatives.count)
        for element in derivatives {
            node.localDerivatives.append(try element.number("a local gradient"))
        }
        node.argument = try object.member("argument")?.number("'argument'")
        try checkCounts(of: node, object)
        return node
    }

    private func checkCounts(of node: GraphNode, _ object: JSONObject) throws(JSONError) {
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
