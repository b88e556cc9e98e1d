extension Lexer {
    /// Reads a name, a keyword, or a string whose prefix looks like a name; nil where none starts.
    mutating func readName() throws(Failure) -> Token? {
        let start = position
        var end = nameEnd(from: start)
        guard end > start else { return nil }
        position = end
        if byte(at: end) == UInt8(ascii: "'") || byte(at: end) == UInt8(ascii: "\""), end - start <= 2,
            !isInFormatField || Lexer.prefixes.contains(source.text(in: start..<end).lowercased())
        {
            return try readString(prefix: start..<end)
        }
        // A character that no name can hold is named where it stands: α₁.
        if byte(at: end) >= 128 {
            let scalar = scalar(at: end)
            end += UTF8.width(scalar)
            throw Failure(.strayCharacter(scalar), at: position..<end)
        }
        let text = source.text(in: start..<end)
        if let keyword = Keyword(rawValue: text) { return Token(kind: .keyword(keyword), range: start..<end) }
        return Token(kind: .name(Identifier.normalized(text)), range: start..<end)
    }

    /// The end of the name that starts at an offset; the offset where none does.
    func nameEnd(from start: Int) -> Int {
        var end = start
        while end < self.end {
            let byte = source.bytes[end]
            if byte < 128 {
                let isLetter = (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
                guard isLetter || byte == UInt8(ascii: "_") || (byte.isDigit && end > start) else { break }
                end += 1
            } else {
                let scalar = scalar(at: end)
                guard end > start ? Identifier.isContinue(scalar) : Identifier.isStart(scalar) else { break }
                end += UTF8.width(scalar)
            }
        }
        return end
    }

    /// Decodes the character at an offset.
    func scalar(at offset: Int) -> Unicode.Scalar {
        let end = min(offset + 4, self.end)
        return String(decoding: source.bytes[offset..<end], as: UTF8.self).unicodeScalars.first ?? "\u{fffd}"
    }
}
