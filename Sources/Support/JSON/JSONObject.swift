/// A JSON object, whose members are asked for by name and kind.
package struct JSONObject {
    private let members: [(key: String, value: JSONValue)]
    /// Where each member stands, where there are more than are looked through quickly.
    private var places: [String: Int] = [:]
    private let what: String
    /// Where it begins.
    package let offset: Int

    package init(_ value: JSONValue, _ what: String) throws(JSONError) {
        guard case .object(let list) = value.content else {
            throw JSONError(problem: "\(what) must be an object, not \(value.kind)", offset: value.offset)
        }
        self.what = what
        offset = value.offset
        members = list
        let isSmall = list.count <= JSONObject.smallCount
        for (index, (key, value)) in list.enumerated() {
            let isKnown =
                isSmall
                ? list[..<index].contains { $0.key == key }
                : places.updateValue(index, forKey: key) != nil
            if isKnown { throw JSONError(problem: "\(what) has '\(key)' twice", offset: value.offset) }
        }
    }

    /// Up to which it is faster to look at one member after the other.
    private static let smallCount = 16

    package func value(_ key: String) throws(JSONError) -> JSONValue {
        guard let value = member(key) else {
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
    package func member(_ key: String) -> JSONValue? {
        if members.count <= JSONObject.smallCount { return members.first { $0.key == key }?.value }
        return places[key].map { members[$0].value }
    }

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
