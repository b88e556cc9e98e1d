extension Lexer {
    /// The prefixes of strings that are read, in lower case.
    static let prefixes = ["", "r", "u", "f", "rf", "fr"]

    /// Whether the innermost bracket is a field of an f-string, or a display in braces.
    var isInFormatField: Bool { openBrackets.last?.sign == .openBrace }

    /// Reads a string whose prefix has been read; of an f-string only the opening quotes.
    mutating func readString(prefix: Range<Int>) throws(Failure) -> Token {
        let letters = source.text(in: prefix).lowercased()
        guard Lexer.prefixes.contains(letters) else {
            let quoteEnd = prefix.upperBound + 1
            let isBytes = ["b", "br", "rb"].contains(letters)
            throw Failure(isBytes ? .refused(.bytes) : .badPrefix(letters), at: prefix.lowerBound..<quoteEnd)
        }
        position = prefix.upperBound
        let byte = byte(at: position)
        let isTriple = self.byte(at: position + 1) == byte && self.byte(at: position + 2) == byte
        let quote = StringQuote(byte: byte, count: isTriple ? 3 : 1, isRaw: letters.contains("r"))
        position += quote.count
        if letters.contains("f") {
            return Token(kind: .formatStart(quote), range: prefix.lowerBound..<position)
        }
        let piece = try readPiece(of: quote, opening: prefix.lowerBound..<position, context: .plain)
        return Token(kind: .string(piece.text), range: prefix.lowerBound..<position)
    }

    /// Moves past the text and fields of an f-string whose quotes have been read.
    mutating func skipFormat(
        _ quote: StringQuote, opening: Range<Int>, context: PieceContext = .format
    ) throws(Failure) {
        while try readPiece(of: quote, opening: opening, context: context).end == .field {
            openFormatField(at: position - 1)
            let depth = openBrackets.count
            while openBrackets.count >= depth {
                let token = try next()
                if case .formatStart(let inner) = token.kind { try skipFormat(inner, opening: token.range) }
                if token.kind == .end || token.kind == .newline { return }
                if token.kind == .sign(.colon), openBrackets.count == depth {
                    closeFormatField()
                    try skipFormat(quote, opening: opening, context: .specification)
                }
            }
        }
    }

    /// Where a piece of a string stands, which decides what ends it.
    enum PieceContext {
        /// A string without fields.
        case plain
        /// The text between the fields of an f-string, where `{{` is a brace.
        case format
        /// The format of a field, behind its colon.
        case specification
    }

    /// What ended a piece.
    enum PieceEnd {
        case quote, field, fieldEnd
    }

    /// Reads up to the closing quotes or, in an f-string, the next field, and moves past what ended it.
    mutating func readPiece(
        of quote: StringQuote, opening: Range<Int>, context: PieceContext
    ) throws(Failure) -> (text: String, end: PieceEnd) {
        var bytes: [UInt8] = []
        while true {
            let byte = byte(at: position)
            if isAtEnd || (byte.isLineEnd && quote.count == 1) {
                if quote.count == 1, let field = openBrackets.last, field.sign == .openBrace {
                    throw Failure(.unclosedField, at: field.offset..<field.offset + 1)
                }
                throw Failure(.unterminatedString(isTriple: quote.count == 3), at: opening)
            }
            if byte == quote.byte, isClosing(quote) {
                if context == .specification { throw Failure(.unclosedField, at: position..<position + 1) }
                position += quote.count
                return (String(decoding: bytes, as: UTF8.self), .quote)
            }
            if context != .plain, byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") {
                let isDoubled = context == .format && self.byte(at: position + 1) == byte
                position += isDoubled ? 2 : 1
                if isDoubled {
                    bytes.append(byte)
                    continue
                }
                let text = String(decoding: bytes, as: UTF8.self)
                if byte == UInt8(ascii: "{") { return (text, .field) }
                if context == .specification { return (text, .fieldEnd) }
                throw Failure(.singleBrace, at: position - 1..<position)
            }
            if byte == UInt8(ascii: "\\"), quote.isRaw {
                bytes.append(byte)
                position += 1
                if self.byte(at: position) == quote.byte || self.byte(at: position) == byte {
                    bytes.append(self.byte(at: position))
                    position += 1
                }
            } else if byte == UInt8(ascii: "\\"), position + 1 < end {
                try readEscape(into: &bytes)
            } else if byte == .carriageReturn {
                // A line end inside a string is a line feed, however the file writes it.
                position += self.byte(at: position + 1) == .lineFeed ? 2 : 1
                bytes.append(.lineFeed)
            } else {
                bytes.append(byte)
                position += 1
            }
        }
    }

    private func isClosing(_ quote: StringQuote) -> Bool {
        (0..<quote.count).allSatisfy { byte(at: position + $0) == quote.byte }
    }

    private mutating func readEscape(into bytes: inout [UInt8]) throws(Failure) {
        let start = position
        let letter = byte(at: position + 1)
        position += 2
        let simple: [UInt8: UInt8] = [
            0x5c: 0x5c, 0x27: 0x27, 0x22: 0x22, 0x61: 7, 0x62: 8, 0x66: 12, 0x6e: 10, 0x72: 13, 0x74: 9,
            0x76: 11,
        ]
        if let byte = simple[letter] {
            bytes.append(byte)
            return
        }
        if letter.isLineEnd {
            if letter == .carriageReturn, byte(at: position) == .lineFeed { position += 1 }
            return
        }
        let code: UInt32?
        switch letter {
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            position -= 1
            code = readDigits(radix: 8, count: 1...3)
        case UInt8(ascii: "x"): code = readDigits(radix: 16, count: 2...2)
        case UInt8(ascii: "u"): code = readDigits(radix: 16, count: 4...4)
        case UInt8(ascii: "U"): code = readDigits(radix: 16, count: 8...8)
        default: code = nil
        }
        guard let code, let scalar = Unicode.Scalar(code) else {
            let end = start + 1 + UTF8.width(scalar(at: start + 1))
            throw Failure(.badEscape(source.text(in: start..<end)), at: start..<end)
        }
        bytes.append(contentsOf: Array(String(scalar).utf8))
    }

    private mutating func readDigits(radix: UInt32, count: ClosedRange<Int>) -> UInt32? {
        var code: UInt32 = 0
        var read = 0
        while read < count.upperBound,
            let digit = Character(Unicode.Scalar(byte(at: position))).hexDigitValue, digit < Int(radix)
        {
            code = code &* radix &+ UInt32(digit)
            position += 1
            read += 1
        }
        return read < count.lowerBound ? nil : code
    }
}
