internal import MicrogradSupport

/// Turns JSON into saved parameters, checking every promise of the format.
enum SavedParametersReader {
    static func read(_ value: JSONValue) throws(JSONError) -> SavedParameters {
        let file = try JSONObject(value, "the text")
        let format = try file.string("format")
        guard format == "micrograd-parameters" else {
            throw JSONError(
                problem:
                    "the format is '\(format)', not 'micrograd-parameters'; give a text of saved parameters",
                offset: try file.value("format").offset)
        }
        let version = try file.integer("version")
        guard version == 1 else {
            throw JSONError(
                problem:
                    "version \(version) of the format is unknown, and this reads version 1; save the parameters again",
                offset: try file.value("version").offset)
        }
        try checkKeys(of: value, ["format", "version", "optimizer", "parameters"])
        var parameters: [SavedParameters.Parameter] = []
        for (name, value) in try members(file.value("parameters"), "'parameters'") {
            parameters.append(
                SavedParameters.Parameter(name: name, data: try value.number("the parameter '\(name)'")))
        }
        return SavedParameters(parameters, optimizer: try file.member("optimizer").map(optimizer))
    }

    private static func optimizer(_ value: JSONValue) throws(JSONError) -> OptimizerState {
        let object = try JSONObject(value, "'optimizer'")
        try checkKeys(of: value, ["name", "stepCount", "learningRate", "lists"])
        var lists: [String: [Double]] = [:]
        for (name, value) in try members(object.value("lists"), "'lists'") {
            guard case .array(let elements) = value.content else {
                throw JSONError(
                    problem: "the list '\(name)' must be an array, not \(value.kind)", offset: value.offset)
            }
            var numbers: [Double] = []
            for element in elements { numbers.append(try element.number("a number of the list '\(name)'")) }
            lists[name] = numbers
        }
        return OptimizerState(
            optimizer: try object.string("name"),
            stepCount: try object.value("stepCount").integer("'stepCount'", in: 0..<Int.max),
            learningRate: try object.value("learningRate").number("'learningRate'"), lists: lists)
    }

    private static func checkKeys(of value: JSONValue, _ known: [String]) throws(JSONError) {
        guard case .object(let members) = value.content else { return }
        for (key, value) in members where !known.contains(key) {
            throw JSONError(
                problem: "'\(key)' is none of the keys of the format, "
                    + known.map { "'\($0)'" }.joined(separator: ", ") + "; remove it",
                offset: value.offset)
        }
    }

    /// The members of an object in their order, each name once.
    private static func members(
        _ value: JSONValue, _ what: String
    ) throws(JSONError) -> [(key: String, value: JSONValue)] {
        guard case .object(let members) = value.content else {
            throw JSONError(problem: "\(what) must be an object, not \(value.kind)", offset: value.offset)
        }
        var names: Set<String> = []
        for (name, value) in members where !names.insert(name).inserted {
            throw JSONError(problem: "\(what) has '\(name)' twice; remove one of them", offset: value.offset)
        }
        return members
    }
}
