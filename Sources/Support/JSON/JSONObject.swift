/// A JSON object, whose members are asked for by name and kind.
package struct JSONObject {
    private var members: [String: JSONValue] = [:]
    private let what: String
    /// Where it begins.
    package let offset: Int

    package init(_ value: JSONValue, _ what: String) throws(JSONError) {
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

    package func value(_ key: String) throws(JSONError) -> JSONValue {
        guard let value = members[key] else {
            throw JSONError(problem: "\(what) has no '\(key)'", offset: offset)
        }
        return value
    }

    package func string(_ key: String) throws(JSONError) -> String {
        guard let text = try optionalString(key) else {
            throw JSONError(problem: "'\(key)' must be a string, not null", offset: try value(key).offset)
        }
        return text
    }

    package func optionalString(_ key: String) throws(JSONError) -> String? {
        let value = try value(key)
        switch value.content {
        case .null: return nil
        case .string(let text): return text
        default:
            throw JSONError(problem: "'\(key)' must be a string, not \(value.kind)", offset: value.offset)
        }
    }

    package func number(_ key: String) throws(JSONError) -> Double {
        try value(key).number("'\(key)'")
    }

    package func optionalNumber(_ key: String) throws(JSONError) -> Double? {
        if case .null = try value(key).content { return nil }
        return try number(key)
    }

    /// A member that need not be there.
    package func member(_ key: String) -> JSONValue? { members[key] }

    package func integer(_ key: String) throws(JSONError) -> Int {
        try value(key).integer("'\(key)'", in: Int.min..<Int.max)
    }

    package func optionalInteger(_ key: String, in range: Range<Int>) throws(JSONError) -> Int? {
        let value = try value(key)
        if case .null = value.content { return nil }
        return try value.integer("'\(key)' of \(what)", in: range)
    }

    package func bool(_ key: String) throws(JSONError) -> Bool {
        let value = try value(key)
        guard case .bool(let result) = value.content else {
            throw JSONError(
                problem: "'\(key)' must be true or false, not \(value.kind)", offset: value.offset)
        }
        return result
    }

    package func array(_ key: String) throws(JSONError) -> [JSONValue] {
        let value = try value(key)
        guard case .array(let elements) = value.content else {
            throw JSONError(problem: "'\(key)' must be an array, not \(value.kind)", offset: value.offset)
        }
        return elements
    }
}
