/// Writes JSON text: strings with their escapes, so that a terminal can show them, and numbers that read back to the
/// same double.
package enum JSONText {
    package static func string(_ text: String) -> String {
        if isPlain(text) { return "\"\(text)\"" }
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.isControl:
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// Whether the text needs no escapes.
    fileprivate static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy {
            $0 >= 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
        }
    }

    package static func number(_ number: Double) -> String {
        if number.isNaN { return "\"NaN\"" }
        if number.isInfinite { return number < 0 ? "\"-Infinity\"" : "\"Infinity\"" }
        return number.shortestDescription
    }
}

extension TextBuffer {
    /// The text of a JSON string; null for none.
    package mutating func append(json text: String?) {
        guard let text else { return append("null") }
        guard JSONText.isPlain(text) else { return append(JSONText.string(text)) }
        append(byte: UInt8(ascii: "\""))
        append(text)
        append(byte: UInt8(ascii: "\""))
    }

    /// A JSON number, or the string for what JSON has no number for; null for none.
    package mutating func append(json number: Double?) { append(number.map(JSONText.number) ?? "null") }

    package mutating func append(json number: Int?) {
        guard let number else { return append("null") }
        append(number)
    }

    package mutating func append(json isTrue: Bool) { append(isTrue ? "true" : "false") }
}
