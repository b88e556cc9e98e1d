import Foundation
import Micrograd
import Testing
import TraceGraph

@Suite("A saved graph")
struct GraphJSONTests {
    @Test(
        "reads back to an equal graph",
        arguments: [
            Samples.neuron, Samples.square, Samples.network, Samples.untouched, Samples.extremes,
            Samples.labelled("quote \" backslash \\ tab \t newline \n é 漢 😀 \u{2028} \u{0}"),
        ])
    func roundTrip(graph: Graph) throws {
        let read = try Graph(json: graph.json)
        #expect(read == graph)
        #expect(read.json == graph.json)
    }

    @Test("has the form that the command line documents")
    func golden() throws {
        try Golden.expect(Samples.neuron.json, equals: "neuron.json")
        try Golden.expect(Samples.network.json, equals: "network.json")
        try Golden.expect(Samples.extremes.json, equals: "extremes.json")
    }

    @Test("keeps the sign of a zero and every bit of a number")
    func exactNumbers() throws {
        for number: Double in [-0.0, 0.1 + 0.2, Double.leastNonzeroMagnitude, 1.7976931348623157e308, 1 / 3] {
            let graph = Samples.graph { Value(number) }
            let read = try Graph(json: graph.json).nodes[0].data
            #expect(read.bitPattern == number.bitPattern)
        }
    }

    @Test("ignores keys that it does not know")
    func unknownKeys() throws {
        let json = minimal.replacing(
            "\"version\": 1,", with: "\"version\": 1, \"frames\": [1, {\"a\": null}],")
        #expect(try Graph(json: json).nodes.count == 1)
    }

    @Test("is read in any order, with scopes that stand behind the nodes that name them")
    func order() throws {
        let json = Samples.network.json
        let graph = try Graph(json: json)
        let start = try #require(json.range(of: "  \"scopes\": ")).lowerBound
        let end = try #require(json.range(of: "  \"nodes\": ")).lowerBound
        let scopes = json[start..<end].dropLast(2)
        let other = json[..<start] + json[end...].dropLast(3) + ",\n\(scopes)\n}\n"
        #expect(try Graph(json: String(other)) == graph)
    }

    @Test("of another program is told by its format, whatever its nodes are")
    func otherFormat() {
        let json = "{\"nodes\": [{\"name\": 1}, 2], \"format\": \"d3\"}"
        #expect(
            throws: TraceGraphError.savedGraph(
                problem: "the format is 'd3', not 'trace-graph'", line: 1, column: 39)
        ) { try Graph(json: json) }
    }

    @Test("is refused, with the place, where it breaks a promise", arguments: broken)
    func strictness(change: Change) throws {
        let json = minimal.replacing(change.part, with: change.replacement, maxReplacements: 1)
        try #require(json != minimal)
        #expect(throws: change.error) { try Graph(json: json) }
    }

    struct Change: Sendable, CustomTestStringConvertible {
        var part: String
        var replacement: String
        var error: TraceGraphError

        var testDescription: String { error.description }

        init(_ part: String, _ replacement: String, _ problem: String, line: Int, column: Int) {
            self.part = part
            self.replacement = replacement
            error = .savedGraph(problem: problem, line: line, column: column)
        }
    }

    private let minimal = GraphJSONTests.minimal

    private static let node =
        "{\"id\": 0, \"label\": null, \"operation\": null, \"operands\": [], \"localGradients\": [], \"data\": 1, \"grad\": null, \"constant\": false, \"parameter\": false, \"scope\": null}"

    private static let minimal = """
        {"format": "trace-graph", "version": 1,
        "roots": [0],
        "backward": null,
        "scopes": [],
        "nodes": [
        \(node)
        ]}
        """

    private static let square =
        "{\"id\": 1, \"label\": null, \"operation\": \"*\", \"operands\": [0, 0], \"localGradients\": [1, 1], \"data\": 1, \"grad\": null, \"constant\": false, \"parameter\": false, \"scope\": null}"

    private static let broken: [Change] = [
        Change("trace-graph", "graph", "the format is 'graph', not 'trace-graph'", line: 1, column: 12),
        Change(
            "\"version\": 1", "\"version\": 2",
            "version 2 of the format is unknown; this reads version 1", line: 1, column: 38),
        Change(
            "\"version\": 1", "\"version\": \"1\"", "'version' must be a whole number, not a string", line: 1,
            column: 38),
        Change("\"version\": 1,", "", "the saved graph has no 'version'", line: 1, column: 1),
        Change("[0]", "[1]", "a root cannot be 1: it is one of 0 to 0", line: 2, column: 11),
        Change("[0]", "[]", "a graph needs at least one root", line: 2, column: 10),
        Change("[0]", "[0.5]", "a root must be a whole number, not 0.5", line: 2, column: 11),
        Change("[0]", "0", "'roots' must be an array, not a number", line: 2, column: 10),
        Change(
            "\"backward\": null", "\"backward\": {\"root\": 0}", "'backward' has no 'calls'", line: 3,
            column: 13),
        Change(
            "\"backward\": null", "\"backward\": {\"root\": 0, \"calls\": 0}",
            "'calls' cannot be 0: it is 1 or more", line: 3, column: 34),
        Change(
            "\"backward\": null", "\"backward\": 7", "'backward' must be an object, not a number", line: 3,
            column: 13),
        Change("\"id\": 0", "\"id\": 1", "node 0 must have the id 0, its position", line: 6, column: 8),
        Change(node, "\(node),\n\(node)", "node 1 must have the id 1, its position", line: 7, column: 8),
        Change(node, "", "a graph needs at least one node", line: 5, column: 10),
        Change(
            "\"label\": null", "\"label\": 3", "'label' must be a string, not a number", line: 6, column: 20),
        Change(
            "\"operation\": null", "\"operation\": \"cosh\"",
            "'cosh' is no operation; there are + - * / ** min max neg exp log sqrt sin cos tanh sigmoid relu abs",
            line: 6, column: 39),
        Change(
            "\"operation\": null", "\"operation\": \"tanh\"", "node 0 needs 1 operands and has 0", line: 6,
            column: 59),
        Change(
            "\"operands\": []", "\"operands\": [0]",
            "an operand of node 0 cannot be 0: there is none it could name", line: 6, column: 58),
        Change(
            node, "\(node),\n\(square.replacing("[0, 0]", with: "[0, 1]"))",
            "an operand of node 1 cannot be 1: it is one of 0 to 0", line: 7, column: 60),
        Change(
            node, "\(node),\n\(square.replacing("[0, 0]", with: "[0]"))", "node 1 needs 2 operands and has 1",
            line: 7, column: 56),
        Change(
            node, "\(node),\n\(square.replacing("[1, 1]", with: "[1]"))",
            "node 1 needs 2 local gradients, one for each operand, and has 1", line: 7, column: 82),
        Change(
            node, "\(node),\n\(square.replacing("\"data\"", with: "\"argument\": 2, \"data\""))",
            "only '**' has an 'argument'", line: 7, column: 102),
        Change(
            node, "\(node),\n\(square.replacing("\"constant\": false", with: "\"constant\": true"))",
            "node 1 is computed, so it is no constant or parameter", line: 7, column: 1),
        Change(
            "\"data\": 1", "\"data\": null",
            "'data' must be a number, \"NaN\", \"Infinity\" or \"-Infinity\"", line: 6, column: 91),
        Change(
            "\"data\": 1", "\"data\": \"inf\"",
            "'data' must be a number, \"NaN\", \"Infinity\" or \"-Infinity\"", line: 6, column: 91),
        Change("\"data\": 1", "\"data\": 1e999", "the number is too large for a double", line: 6, column: 91),
        Change(
            "\"constant\": false, \"parameter\": false", "\"constant\": true, \"parameter\": true",
            "node 0 cannot be both a constant and a parameter", line: 6, column: 1),
        Change("\"data\": 1", "\"data\": 01", "not a number as JSON writes them", line: 6, column: 91),
        Change("\"data\": 1", "\"data\": 1, \"data\": 2", "node 0 has 'data' twice", line: 6, column: 102),
        Change(
            "\"constant\": false", "\"constant\": 0", "'constant' must be true or false, not a number",
            line: 6, column: 120),
        Change(
            "\"scope\": null", "\"scope\": 0", "'scope' of node 0 cannot be 0: there is none it could name",
            line: 6, column: 156),
        Change("]}", "]", "expected ',' or '}'", line: 7, column: 2),
        Change("]}", "]} x", "more text after the end of the JSON value", line: 7, column: 4),
        Change("\"roots\"", "roots", "expected a name in double quotes", line: 2, column: 1),
        Change("\"trace-graph\"", "\"trace-graph", "expected ',' or '}'", line: 1, column: 27),
        Change(
            "trace-graph", "trace\u{1}graph", "a control character in a string must be escaped", line: 1,
            column: 18),
        Change("trace-graph", "\\x", "an escape that JSON does not have", line: 1, column: 13),
        Change("trace-graph", "\\ud800", "half of a surrogate pair", line: 1, column: 13),
    ]
}
