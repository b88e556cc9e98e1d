/// Reads JSON as RFC 8259 defines it, strictly.
package struct JSONParser {
    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    private static let maximumDepth = 64

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    package static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
        var parser = JSONParser(bytes)
        let value = try parser.value()
        try parser.checkEnd()
        return value
    }

    /// Parses a text with one long array that is handed over element by element, so that they need not be in memory
    /// all at once.
    ///
    /// - Parameters:
    ///   - key: The name of the array in the outermost object, where it is empty then.
    ///   - receive: Takes its elements in order, before the rest of the text is parsed.
    package static func parse(
        _ bytes: [UInt8], handing key: String, to receive: (JSONValue) throws(JSONError) -> Void
    ) throws(JSONError) -> JSONValue {
        var parser = JSONParser(bytes)
        parser.skipSpace()
        guard parser.current == UInt8(ascii: "{") else { return try parse(bytes) }
        let offset = parser.position
        let members = try parser.members { (parser, name) throws(JSONError) in
            parser.skipSpace()
            guard name == key, parser.current == UInt8(ascii: "[") else { return try parser.value() }
            let offset = parser.position
            try parser.elements(receive)
            return JSONValue(content: .array([]), offset: offset)
        }
        try parser.checkEnd()
        return JSONValue(content: .object(members), offset: offset)
    }

    private mutating func checkEnd() throws(JSONError) {
        skipSpace()
        guard position == bytes.count else { throw error("more text after the end of the JSON value") }
    }

    private func error(_ problem: String, at offset: Int? = nil) -> JSONError {
        JSONError(problem: problem, offset: offset ?? position)
    }

    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 {
            position += 1
        }
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        skipSpace()
        guard current == byte else { return false }
        position += 1
        return true
    }

    private mutating func value() throws(JSONError) -> JSONValue {
        skipSpace()
        let offset = position
        guard let byte = current else { throw error("the JSON text ends too early") }
        let content: JSONValue.Content =
            switch byte {
            case UInt8(ascii: "{"):
                .object(try members { (parser, _) throws(JSONError) in try parser.value() })
            case UInt8(ascii: "["): .array(try elements())
            case UInt8(ascii: "\""): .string(try string())
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): .number(try number())
            default: try word()
            }
        return JSONValue(content: content, offset: offset)
    }

    private mutating func descend() throws(JSONError) {
        depth += 1
        guard depth <= JSONParser.maximumDepth else {
            throw error("nested deeper than \(JSONParser.maximumDepth) levels")
        }
        position += 1
    }

    private mutating func elements() throws(JSONError) -> [JSONValue] {
        var result: [JSONValue] = []
        try elements { (element) throws(JSONError) in result.append(element) }
        return result
    }

    private mutating func elements(_ receive: (JSONValue) throws(JSONError) -> Void) throws(JSONError) {
        try descend()
        defer { depth -= 1 }
        if skip(UInt8(ascii: "]")) { return }
        repeat { try receive(try value()) } while skip(UInt8(ascii: ","))
        guard skip(UInt8(ascii: "]")) else { throw error("expected ',' or ']'") }
    }

    /// - Parameter value: Parses the value of a name.
    private mutating func members(
        _ value: (inout JSONParser, String) throws(JSONError) -> JSONValue
    ) throws(JSONError) -> [(key: String, value: JSONValue)] {
        try descend()
        defer { depth -= 1 }
        var result: [(key: String, value: JSONValue)] = []
        if skip(UInt8(ascii: "}")) { return result }
        repeat {
            skipSpace()
            guard current == UInt8(ascii: "\"") else { throw error("expected a name in double quotes") }
            let key = try string()
            guard skip(UInt8(ascii: ":")) else { throw error("expected ':'") }
            result.append((key, try value(&self, key)))
        } while skip(UInt8(ascii: ","))
        guard skip(UInt8(ascii: "}")) else { throw error("expected ',' or '}'") }
        return result
    }

    private mutating func word() throws(JSONError) -> JSONValue.Content {
        if skip("null") { return .null }
        if skip("true") { return .bool(true) }
        if skip("false") { return .bool(false) }
        throw error("expected a JSON value")
    }

    private mutating func skip(_ word: StaticString) -> Bool {
        let rest = bytes[position...].prefix(word.utf8CodeUnitCount)
        guard word.withUTF8Buffer({ rest.elementsEqual($0) }) else { return false }
        position += word.utf8CodeUnitCount
        return true
    }

    private mutating func number() throws(JSONError) -> Double {
        let start = position
        func isDigit(_ byte: UInt8?) -> Bool {
            byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
        }
        func digits(_ position: inout Int) -> Int {
            let first = position
            while position < bytes.count, isDigit(bytes[position]) { position += 1 }
            return position - first
        }
        if current == UInt8(ascii: "-") { position += 1 }
        let startsWithZero = current == UInt8(ascii: "0")
        let whole = digits(&position)
        var isValid = whole > 0 && !(startsWithZero && whole > 1)
        if current == UInt8(ascii: ".") {
            position += 1
            isValid = digits(&position) > 0 && isValid
        }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            position += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
            isValid = digits(&position) > 0 && isValid
        }
        let text = bytes[start..<position]
        // The second takes what is too large for a double, too.
        guard isValid,
            let result = text.withUnsafeBufferPointer({ Double(decimal: $0) })
                ?? Double(String(decoding: text, as: UTF8.self))
        else {
            throw error("not a number as JSON writes them", at: start)
        }
        guard result.isFinite else { throw error("the number is too large for a double", at: start) }
        return result
    }

    private mutating func string() throws(JSONError) -> String {
        let start = position
        position += 1
        if let text = plainString() { return text }
        var content: [UInt8] = []
        while let byte = current {
            position += 1
            switch byte {
            case UInt8(ascii: "\""):
                guard let text = String(validating: content, as: UTF8.self) else {
                    throw error("the string is not valid UTF-8", at: start)
                }
                return text
            case UInt8(ascii: "\\"): content += try escape().utf8
            case 0..<0x20: throw error("a control character in a string must be escaped", at: position - 1)
            default: content.append(byte)
            }
        }
        throw error("the string has no end", at: start)
    }

    /// The text up to the closing quotation mark, where it is ASCII without escapes; nil else.
    private mutating func plainString() -> String? {
        var end = position
        while end < bytes.count {
            let byte = bytes[end]
            if byte == UInt8(ascii: "\"") {
                defer { position = end + 1 }
                return String(decoding: bytes[position..<end], as: UTF8.self)
            }
            guard byte >= 0x20, byte < 0x80, byte != UInt8(ascii: "\\") else { return nil }
            end += 1
        }
        return nil
    }

    private mutating func escape() throws(JSONError) -> String {
        let start = position - 1
        guard let byte = current else { throw error("the string has no end", at: start) }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return String(UnicodeScalar(byte))
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{c}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return String(try unicodeEscape(from: start))
        default: throw error("an escape that JSON does not have", at: start)
        }
    }

    private mutating func unicodeEscape(from start: Int) throws(JSONError) -> Unicode.Scalar {
        let high = try codeUnit(from: start)
        if let scalar = Unicode.Scalar(UInt32(high)) { return scalar }
        if UTF16.isLeadSurrogate(high), bytes[position...].starts(with: "\\u".utf8) {
            position += 2
            let low = try codeUnit(from: start)
            if UTF16.isTrailSurrogate(low) { return UTF16.decode(UTF16.EncodedScalar([high, low])) }
        }
        throw error("half of a surrogate pair", at: start)
    }

    private mutating func codeUnit(from start: Int) throws(JSONError) -> UInt16 {
        let digits = bytes[position...].prefix(4)
        guard digits.count == 4, let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16),
            digits.first != UInt8(ascii: "+")
        else { throw error("expected four hexadecimal digits", at: start) }
        position += 4
        return unit
    }
}
