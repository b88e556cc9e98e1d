/// A parsed JSON value, with the place where it stands in the text.
package struct JSONValue {
    package var content: Content
    /// The offset of its first byte.
    package var offset: Int

    package enum Content {
        case null
        case bool(Bool)
        case number(Double)
        case string(String)
        case array([JSONValue])
        case object([(key: String, value: JSONValue)])
    }

    /// What the value is, in words.
    package var kind: String {
        switch content {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }
}
