internal import Micrograd

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
            let before = bytes[..<min(error.offset, bytes.count)]
            let lineStart = (before.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
            throw .savedGraph(
                problem: error.problem, line: before.count { $0 == UInt8(ascii: "\n") } + 1,
                column: String(decoding: before[lineStart...], as: UTF8.self).count + 1)
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
            roots.append(try integer(element, "a root", in: 0..<nodes.count))
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
            calls: try integer(object.value("calls"), "'calls'", in: 1..<Int.max))
    }

    private static func scope(_ value: JSONValue, id: Int) throws(JSONError) -> GraphScope {
        let object = try JSONObject(value, "scope \(id)")
        try object.checkID(id)
        return GraphScope(
            id: id, parent: try object.optionalInteger("parent", in: 0..<id), kind: try object.string("kind"),
            name: try object.string("name"),
            call: try integer(object.value("call"), "'call'", in: 0..<Int.max))
    }

    private static func node(_ value: JSONValue, id: Int, scopeCount: Int) throws(JSONError) -> GraphNode {
        let object = try JSONObject(value, "node \(id)")
        try object.checkID(id)
        var node = GraphNode(id: id, data: try object.number("data"))
        node.label = try object.optionalString("label")
        node.grad = try object.optionalNumber("grad")
        node.scope = try object.optionalInteger("scope", in: 0..<scopeCount)
        node.isConstant = try object.bool("constant")
        node.isParameter = try object.bool("parameter")
        if let symbol = try object.optionalString("operation") {
            guard let operation = Operation(symbol: symbol) else {
                throw JSONError(
                    problem: "'\(symbol)' is no operation; there are "
                        + Operation.allCases.map(\.symbol).joined(separator: " "),
                    offset: try object.value("operation").offset)
            }
            node.operation = operation
        }
        for element in try object.array("operands") {
            node.operands.append(try integer(element, "an operand of node \(id)", in: 0..<id))
        }
        for element in try object.array("localGradients") {
            node.localDerivatives.append(try number(element, "a local gradient"))
        }
        node.argument = try object.argument()
        try checkCounts(of: node, object)
        return node
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

// MARK: - Typed access

private func number(_ value: JSONValue, _ what: String) throws(JSONError) -> Double {
    switch value.content {
    case .number(let number): return number
    case .string("NaN"): return .nan
    case .string("Infinity"): return .infinity
    case .string("-Infinity"): return -.infinity
    default:
        throw JSONError(
            problem: "\(what) must be a number, \"NaN\", \"Infinity\" or \"-Infinity\"", offset: value.offset)
    }
}

private func integer(_ value: JSONValue, _ what: String, in range: Range<Int>) throws(JSONError) -> Int {
    guard case .number(let number) = value.content, let result = Int(exactly: number) else {
        var found = value.kind
        if case .number(let number) = value.content { found = number.shortestDescription }
        throw JSONError(problem: "\(what) must be a whole number, not \(found)", offset: value.offset)
    }
    guard range.contains(result) else {
        let bounds =
            range.isEmpty
            ? "there is none it could name"
            : (range.upperBound == .max
                ? "it is \(range.lowerBound) or more"
                : "it is one of \(range.lowerBound) to \(range.upperBound - 1)")
        throw JSONError(problem: "\(what) cannot be \(result): \(bounds)", offset: value.offset)
    }
    return result
}

private struct JSONObject {
    private var members: [String: JSONValue] = [:]
    private let what: String
    let offset: Int

    init(_ value: JSONValue, _ what: String) throws(JSONError) {
        guard case .object(let list) = value.content else {
            throw JSONError(problem: "\(what) must be an object, not \(value.kind)", offset: value.offset)
        }
        self.what = what
        offset = value.offset
        for (key, value) in list {
            guard members.updateValue(value, forKey: key) == nil else {
                throw JSONError(problem: "\(what) has '\(key)' twice", offset: value.offset)
            }
        }
    }

    func value(_ key: String) throws(JSONError) -> JSONValue {
        guard let value = members[key] else {
            throw JSONError(problem: "\(what) has no '\(key)'", offset: offset)
        }
        return value
    }

    func checkID(_ id: Int) throws(JSONError) {
        let value = try value("id")
        guard case .number(Double(id)) = value.content else {
            throw JSONError(problem: "\(what) must have the id \(id), its position", offset: value.offset)
        }
    }

    func string(_ key: String) throws(JSONError) -> String {
        guard let text = try optionalString(key) else {
            throw JSONError(problem: "'\(key)' must be a string, not null", offset: try value(key).offset)
        }
        return text
    }

    func optionalString(_ key: String) throws(JSONError) -> String? {
        let value = try value(key)
        switch value.content {
        case .null: return nil
        case .string(let text): return text
        default:
            throw JSONError(problem: "'\(key)' must be a string, not \(value.kind)", offset: value.offset)
        }
    }

    func number(_ key: String) throws(JSONError) -> Double {
        try TraceGraph.number(value(key), "'\(key)'")
    }

    func optionalNumber(_ key: String) throws(JSONError) -> Double? {
        if case .null = try value(key).content { return nil }
        return try number(key)
    }

    /// The one key that need not be there.
    func argument() throws(JSONError) -> Double? {
        guard let value = members["argument"] else { return nil }
        return try TraceGraph.number(value, "'argument'")
    }

    func integer(_ key: String) throws(JSONError) -> Int {
        try TraceGraph.integer(value(key), "'\(key)'", in: Int.min..<Int.max)
    }

    func optionalInteger(_ key: String, in range: Range<Int>) throws(JSONError) -> Int? {
        let value = try value(key)
        if case .null = value.content { return nil }
        return try TraceGraph.integer(value, "'\(key)' of \(what)", in: range)
    }

    func bool(_ key: String) throws(JSONError) -> Bool {
        let value = try value(key)
        guard case .bool(let result) = value.content else {
            throw JSONError(
                problem: "'\(key)' must be true or false, not \(value.kind)", offset: value.offset)
        }
        return result
    }

    func array(_ key: String) throws(JSONError) -> [JSONValue] {
        let value = try value(key)
        guard case .array(let elements) = value.content else {
            throw JSONError(problem: "'\(key)' must be an array, not \(value.kind)", offset: value.offset)
        }
        return elements
    }
}
