import Foundation
import Micrograd
import MicrogradSupport
import TestSupport
import Testing

@Suite("Saved parameters")
struct SavedParametersTests {
    private static let sample = SavedParameters(
        [.init(name: "layers.0.w0", data: 0.1), .init(name: "b", data: -0.0)],
        optimizer: .init(
            optimizer: "Adam", stepCount: 3, learningRate: 0.001, lists: ["v": [], "m": [0.5, -1e-7]]))

    @Test("have this form")
    func form() {
        #expect(
            Self.sample.json == """
                {
                  "format": "micrograd-parameters", "version": 1,
                  "optimizer": {
                    "name": "Adam", "stepCount": 3, "learningRate": 0.001,
                    "lists": {
                      "m": [0.5, -1e-07],
                      "v": []
                    }
                  },
                  "parameters": {
                    "layers.0.w0": 0.1,
                    "b": -0.0
                  }
                }

                """)
        #expect(
            SavedParameters([]).json == """
                {
                  "format": "micrograd-parameters", "version": 1,
                  "parameters": {}
                }

                """)
    }

    @Test(
        "read back to equal ones",
        arguments: [
            sample, SavedParameters([]),
            SavedParameters(
                [.init(name: "", data: 1), .init(name: "quote \" backslash \\ \n \u{0} é 漢 😀", data: 2)],
                optimizer: .init(optimizer: "SGD", stepCount: 0, learningRate: 1, lists: [:])),
        ])
    func roundTrip(saved: SavedParameters) throws {
        let read = try SavedParameters(json: saved.json)
        #expect(read == saved)
        #expect(read.json == saved.json)
    }

    @Test("keep every bit of a number")
    func exactNumbers() throws {
        var random = RandomStream(seed: 9)
        var numbers: [Double] = [
            0, -0.0, .infinity, -.infinity, .leastNonzeroMagnitude, -.leastNonzeroMagnitude,
            .greatestFiniteMagnitude, .leastNormalMagnitude, 0.1 + 0.2,
        ]
        while numbers.count < 10_000 {
            let bits = UInt64(random.nextWord()) << 32 | UInt64(random.nextWord())
            // NaN is the one number whose bits are not kept.
            if case let number = Double(bitPattern: bits), !number.isNaN { numbers.append(number) }
        }
        let named = numbers.enumerated().map { SavedParameters.Parameter(name: "w\($0)", data: $1) }
        let state = OptimizerState(
            optimizer: "Adam", stepCount: 1, learningRate: 0.1, lists: ["m": numbers])
        let read = try SavedParameters(json: SavedParameters(named, optimizer: state).json)
        let bits = numbers.map(\.bitPattern)
        #expect(read.parameters.map(\.data.bitPattern) == bits)
        #expect(read.optimizer?.lists["m"]?.map(\.bitPattern) == bits)
        let nan = try SavedParameters(json: SavedParameters([.init(name: "w", data: .nan)]).json)
        #expect(nan.parameters[0].data.isNaN)
    }

    // MARK: - Strictness

    struct Change: Sendable, CustomTestStringConvertible {
        var part: String
        var replacement: String
        var message: String

        init(_ part: String, _ replacement: String, _ message: String) {
            self.part = part
            self.replacement = replacement
            self.message = message
        }

        var testDescription: String { message }
    }

    @Test("are refused, with the place, where they break a promise", arguments: changes)
    func strictness(change: Change) throws {
        let json = Self.sample.json.replacing(change.part, with: change.replacement, maxReplacements: 1)
        try #require(json != Self.sample.json)
        let error = #expect(throws: MicrogradError.self) { try SavedParameters(json: json) }
        #expect(error?.description == change.message)
    }

    private static let changes = [
        Change(
            "micrograd-parameters", "trace-graph",
            "line 2, column 13 of the saved parameters: the format is 'trace-graph', not 'micrograd-parameters'; give a text of saved parameters"
        ),
        Change(
            "\"version\": 1", "\"version\": 2",
            "line 2, column 48 of the saved parameters: version 2 of the format is unknown, and this reads version 1; save the parameters again"
        ),
        Change(
            "\"version\": 1", "\"version\": \"1\"",
            "line 2, column 48 of the saved parameters: 'version' must be a whole number, not a string"),
        Change(
            "\"format\": \"micrograd-parameters\", ", "",
            "line 1, column 1 of the saved parameters: the text has no 'format'"),
        Change(
            "\"parameters\": {", "\"weights\": {",
            "line 10, column 14 of the saved parameters: 'weights' is none of the keys of the format, 'format', 'version', 'optimizer', 'parameters'; remove it"
        ),
        Change(
            "\"version\": 1,", "\"version\": 1, \"version\": 1,",
            "line 2, column 62 of the saved parameters: the text has 'version' twice"),
        Change(
            "\"layers.0.w0\"", "\"b\"",
            "line 12, column 10 of the saved parameters: 'parameters' has 'b' twice; remove one of them"),
        Change(
            "0.1,", "null,",
            "line 11, column 20 of the saved parameters: the parameter 'layers.0.w0' must be a number, \"NaN\", \"Infinity\" or \"-Infinity\""
        ),
        Change(
            "0.1,", "\"nan\",",
            "line 11, column 20 of the saved parameters: the parameter 'layers.0.w0' must be a number, \"NaN\", \"Infinity\" or \"-Infinity\""
        ),
        Change(
            "0.1,", "[0.1],",
            "line 11, column 20 of the saved parameters: the parameter 'layers.0.w0' must be a number, \"NaN\", \"Infinity\" or \"-Infinity\""
        ),
        Change(
            "0.1,", "1e999,",
            "line 11, column 20 of the saved parameters: the number is too large for a double"),
        Change(
            "0.1,", "00.1,",
            "line 11, column 20 of the saved parameters: not a number as JSON writes them"),
        Change("0.1,", "0.1", "line 12, column 5 of the saved parameters: expected ',' or '}'"),
        Change(
            "\"layers.0.w0\": 0.1,\n    \"b\": -0.0\n  }\n}\n", "",
            "line 11, column 5 of the saved parameters: expected a name in double quotes"),
        Change(
            "-0.0\n  }\n}", "-0.0\n  }\n}]",
            "line 14, column 2 of the saved parameters: more text after the end of the JSON value"),
        Change(
            "{\n    \"layers.0.w0\": 0.1,\n    \"b\": -0.0\n  }", "[]",
            "line 10, column 17 of the saved parameters: 'parameters' must be an object, not an array"),
        Change(
            "\"name\": \"Adam\"", "\"name\": 3",
            "line 4, column 13 of the saved parameters: 'name' must be a string, not a number"),
        Change(
            "\"stepCount\": 3", "\"stepCount\": -1",
            "line 4, column 34 of the saved parameters: 'stepCount' cannot be -1: it is 0 or more"),
        Change(
            "\"stepCount\": 3", "\"stepCount\": 1.5",
            "line 4, column 34 of the saved parameters: 'stepCount' must be a whole number, not 1.5"),
        Change(
            "\"stepCount\": 3,", "\"stepCount\": 3, \"rate\": 1,",
            "line 4, column 45 of the saved parameters: 'rate' is none of the keys of the format, 'name', 'stepCount', 'learningRate', 'lists'; remove it"
        ),
        Change(
            "\"v\": []", "\"m\": []",
            "line 7, column 12 of the saved parameters: 'lists' has 'm' twice; remove one of them"),
        Change(
            "\"v\": []", "\"v\": 1",
            "line 7, column 12 of the saved parameters: the list 'v' must be an array, not a number"),
        Change(
            "\"v\": []", "\"v\": [true]",
            "line 7, column 13 of the saved parameters: a number of the list 'v' must be a number, \"NaN\", \"Infinity\" or \"-Infinity\""
        ),
    ]

    @Test("are no other JSON", arguments: ["", "[]", "null", "1", "{}", "{\"format\": null}"])
    func otherJSON(json: String) {
        #expect(throws: MicrogradError.self) { try SavedParameters(json: json) }
    }

    // MARK: - Files

    @Test("are written and read as a file, which messages name")
    func files() throws {
        try withTemporaryFolder { folder in
            let folder = folder.path
            let path = "\(folder)/model.json"
            try Self.sample.write(to: path)
            #expect(try String(contentsOfFile: path, encoding: .utf8) == Self.sample.json)
            #expect(try SavedParameters(path: path) == Self.sample)
            try File.write(Array("{\n]".utf8), to: path)
            let error = #expect(throws: MicrogradError.self) { try SavedParameters(path: path) }
            #expect(
                error?.description == "line 2, column 1 of '\(path)': expected a name in double quotes")
            let missing = #expect(throws: MicrogradError.self) { try SavedParameters(path: "\(folder)/no") }
            #expect(missing?.description == "cannot read '\(folder)/no': No such file or directory")
            let unwritable = #expect(throws: MicrogradError.self) {
                try Self.sample.write(to: "\(folder)/no/model.json")
            }
            #expect(
                unwritable?.description
                    == "cannot write '\(folder)/no/model.json': there is no folder '\(folder)/no'")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["model.json"])
        }
    }
}
