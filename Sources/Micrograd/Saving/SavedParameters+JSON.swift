internal import MicrogradSupport

extension SavedParameters {
    /// JSON text that `init(json:)` reads back to the same parameters, to the last bit.
    ///
    /// One parameter a line. Numbers are the shortest decimals that read back to the same double; `"NaN"`,
    /// `"Infinity"` and `"-Infinity"` stand for what JSON has no numbers for.
    public var json: String {
        var text = "{\n  \"format\": \"micrograd-parameters\", \"version\": 1,\n"
        if let optimizer {
            text += "  \"optimizer\": {\n    \"name\": \(JSONText.string(optimizer.optimizer)), "
            text += "\"stepCount\": \(optimizer.stepCount), "
            text += "\"learningRate\": \(JSONText.number(optimizer.learningRate)),\n    \"lists\": "
            // A dictionary has no order of its own.
            let lists = optimizer.lists.sorted { $0.key < $1.key }
            text += SavedParameters.object(indent: "    ", lists) { name, numbers in
                (name, "[\(numbers.map(JSONText.number).joined(separator: ", "))]")
            }
            text += "\n  },\n"
        }
        text += "  \"parameters\": "
        text += SavedParameters.object(indent: "  ", parameters) { ($0.name, JSONText.number($0.data)) }
        return text + "\n}\n"
    }

    private static func object<Element>(
        indent: String, _ elements: [Element], _ member: (Element) -> (name: String, value: String)
    ) -> String {
        if elements.isEmpty { return "{}" }
        let lines = elements.map { element in
            let member = member(element)
            return "\(indent)  \(JSONText.string(member.name)): \(member.value)"
        }
        return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    }

    /// Reads parameters from JSON text, strictly: the format's keys and no others, each name once.
    public init(json: String) throws(MicrogradError) {
        try self.init(json: Array(json.utf8))
    }

    /// Reads parameters from the bytes of JSON text, UTF-8.
    public init(json bytes: [UInt8]) throws(MicrogradError) {
        try self.init(json: bytes, path: nil)
    }

    /// Reads parameters from a file.
    public init(path: String) throws(MicrogradError) {
        let bytes: [UInt8]
        do {
            bytes = try File.read(path)
        } catch {
            throw MicrogradError(error)
        }
        try self.init(json: bytes, path: path)
    }

    private init(json bytes: [UInt8], path: String?) throws(MicrogradError) {
        do {
            self = try SavedParametersReader.read(JSONParser.parse(bytes))
        } catch {
            let place = error.place(in: bytes)
            throw .savedParameters(
                problem: error.problem, line: place.line, column: place.column, path: path)
        }
    }

    /// Writes the JSON text into a file: all of it, or the file stays as it was.
    public func write(to path: String) throws(MicrogradError) {
        do {
            try File.write(Array(json.utf8), to: path)
        } catch {
            throw MicrogradError(error)
        }
    }
}
