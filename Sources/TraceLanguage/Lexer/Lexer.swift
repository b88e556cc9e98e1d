/// Cuts a text into tokens, one at a time, by the rules of Python.
struct Lexer {
    let source: SourceText
    /// Where the text ends, or the part of it that is read.
    let end: Int
    /// Where the next token is looked for.
    var position = 0
    /// The brackets that are open.
    private(set) var openBrackets: [(sign: Sign, offset: Int)] = []
    private var indents = [0]
    private var isAtLineStart = true
    private var pendingDedents = 0
    /// Whether a line began with the prompt of an interpreter, so that `...` may begin the lines that go on.
    private var hasPrompts = false
    /// Whether the first statement stood behind `>>> `, so that lines without a prompt are output.
    private var isSession = false
    private var hasStatements = false
    /// Whether the line before was a result such as `Out[3]: [1.0,`, which may go on.
    private var isInOutput = false
    /// Whether a part of a text is read anew, which may stand in brackets that it does not know.
    private var isRereading = false

    init(_ source: SourceText) {
        self.init(source, in: 0..<source.bytes.count)
    }

    /// Reads a part of a text as a text of its own, such as a cell of a notebook. It ends where a line does.
    init(_ source: SourceText, in range: Range<Int>) {
        self.source = source
        end = range.upperBound
        position = range.lowerBound
    }

    /// Reads a part of a text that has been read before, inside brackets: line ends do not count there.
    init(rereading range: Range<Int>, of source: SourceText) {
        self.source = source
        end = source.bytes.count
        position = range.lowerBound
        isAtLineStart = false
        hasPrompts = true
        isRereading = true
    }

    /// Returns the byte at an offset; 0 behind the end.
    func byte(at offset: Int) -> UInt8 {
        offset < end ? source.bytes[offset] : 0
    }

    var isAtEnd: Bool { position >= end }

    mutating func next() throws(Failure) -> Token {
        if isAtLineStart || pendingDedents > 0, openBrackets.isEmpty, let token = try readIndentation() {
            return token
        }
        try skipBlanks()
        let start = position
        if isAtEnd { return try makeEnd() }
        let first = byte(at: start)
        switch first {
        case .lineFeed, .carriageReturn:
            skipLineEnd()
            isAtLineStart = true
            return Token(kind: .newline, range: start..<start)
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            return try readNumber()
        case UInt8(ascii: ".") where byte(at: start + 1).isDigit:
            return try readNumber()
        case UInt8(ascii: "'"), UInt8(ascii: "\""):
            return try readString(prefix: start..<start)
        default:
            if let token = try readName() { return token }
            return try readSign()
        }
    }

    // MARK: - Lines

    /// Returns an indent or a dedent; nil where the line goes on as the one before, or is the last.
    private mutating func readIndentation() throws(Failure) -> Token? {
        while pendingDedents == 0, !isAtEnd {
            skipSession()
            let start = position
            let (width, tab) = try skipIndentation()
            let blanksEnd = position
            let next = byte(at: position)
            if next == UInt8(ascii: "#") { skipComment() }
            if isAtEnd { break }
            if byte(at: position).isLineEnd {
                skipLineEnd()
                continue
            }
            if let tab { throw Failure(.tabInIndentation, at: tab..<tab + 1) }
            isAtLineStart = false
            hasStatements = true
            if width > indents[indents.count - 1] {
                indents.append(width)
                return Token(kind: .indent, range: start..<blanksEnd)
            }
            while width < indents[indents.count - 1] {
                indents.removeLast()
                pendingDedents += 1
            }
            guard width == indents[indents.count - 1] else {
                throw Failure(.unevenIndentation, at: start..<blanksEnd)
            }
            break
        }
        guard pendingDedents > 0 else { return nil }
        pendingDedents -= 1
        return Token(kind: .dedent, range: position..<position)
    }

    /// Skips the blanks at the start of a line, and returns how wide they are and where the first tab is.
    private mutating func skipIndentation() throws(Failure) -> (width: Int, tab: Int?) {
        var width = 0
        var firstWidth = 0
        var tab: Int?
        while true {
            switch byte(at: position) {
            case UInt8(ascii: " "):
                width += 1
            case UInt8(ascii: "\t"):
                tab = tab ?? position
            case 0x0c:
                // A form feed, which old editors put between pages, starts the count anew.
                width = 0
            case UInt8(ascii: "\\"):
                // Of blanks over several joined lines the first count.
                if firstWidth == 0 { firstWidth = width }
                try joinLine()
                continue
            default:
                return (firstWidth == 0 ? width : firstWidth, tab)
            }
            position += 1
        }
    }

    /// Moves past a backslash and the line end that it joins.
    private mutating func joinLine() throws(Failure) {
        let backslash = position..<position + 1
        position += 1
        if !isAtEnd {
            guard byte(at: position).isLineEnd else { throw Failure(.strayBackslash, at: backslash) }
            skipLineEnd()
        }
        if isAtEnd, openBrackets.isEmpty { throw Failure(.backslashAtEnd, at: backslash) }
        skipPrompt()
    }

    private mutating func skipLineEnd() {
        position += byte(at: position) == .carriageReturn && byte(at: position + 1) == .lineFeed ? 2 : 1
    }

    private mutating func skipComment() {
        while !isAtEnd, !byte(at: position).isLineEnd { position += 1 }
    }

    /// Skips blanks, comments, joined lines and, inside brackets, line ends.
    private mutating func skipBlanks() throws(Failure) {
        while !isAtEnd {
            let byte = byte(at: position)
            if byte.isBlank {
                position += 1
            } else if byte == UInt8(ascii: "#") {
                skipComment()
            } else if byte == UInt8(ascii: "\\") {
                try joinLine()
            } else if byte.isLineEnd, !openBrackets.isEmpty || isRereading {
                skipLineEnd()
                skipPrompt()
            } else {
                break
            }
        }
    }

    /// Skips a prompt at the start of a line, or a line that an interpreter printed.
    private mutating func skipSession() {
        let start = position
        skipPrompt()
        if position > start {
            isInOutput = false
            if !hasStatements, byte(at: start) == UInt8(ascii: ">") { isSession = true }
        } else if skipOutput() {
            isInOutput = hasPrompts
        } else if isAtEnd || byte(at: position).isLineEnd {
            isInOutput = false
        } else if isSession || isInOutput {
            skipComment()
        }
    }

    /// Skips a result such as `Out[12]: 4.0` at the start of a line; false where there is none.
    private mutating func skipOutput() -> Bool {
        let opening = Array("Out[".utf8)
        guard source.bytes[position...].starts(with: opening) else { return false }
        var end = position + opening.count
        while byte(at: end).isDigit { end += 1 }
        guard end > position + opening.count, source.bytes[end...].starts(with: Array("]:".utf8)) else {
            return false
        }
        skipComment()
        return true
    }

    /// Skips `>>> ` or `In [3]: ` at the start of a line and, once such a line was read, `... ` or `   ...: `.
    private mutating func skipPrompt() {
        var end = position
        func skip(_ text: StaticString) -> Bool {
            let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
            guard source.bytes[end...].starts(with: bytes) else { return false }
            end += bytes.count
            return true
        }
        var needsBlank = true
        if skip("In [") {
            while byte(at: end).isDigit || byte(at: end) == UInt8(ascii: " ") { end += 1 }
            guard skip("]:") else { return }
            needsBlank = false
        } else if !skip(">>>") {
            guard hasPrompts else { return }
            while byte(at: end) == UInt8(ascii: " ") { end += 1 }
            needsBlank = end == position
            guard needsBlank ? skip("...") : skip("...:") else { return }
        }
        let isLineEnd = end >= self.end || byte(at: end).isLineEnd
        guard skip(" ") || skip("\t") || isLineEnd || !needsBlank else { return }
        hasPrompts = true
        position = end
    }

    private mutating func makeEnd() throws(Failure) -> Token {
        if let open = openBrackets.last {
            throw Failure(.unclosed(open.sign.rawValue), at: open.offset..<open.offset + 1)
        }
        let place = end..<end
        if !isAtLineStart, !isRereading {
            isAtLineStart = true
            return Token(kind: .newline, range: place)
        }
        if indents.count > 1 {
            indents.removeLast()
            return Token(kind: .dedent, range: place)
        }
        return Token(kind: .end, range: place)
    }

    // MARK: - Signs

    private mutating func readSign() throws(Failure) -> Token {
        let start = position
        let first = byte(at: start)
        if first < 128 {
            for candidate in Sign.byFirstByte[Int(first)]
            where source.bytes[start...].starts(with: candidate.bytes) {
                if isRereading, openBrackets.isEmpty, candidate.sign.isClosing {
                    position = end
                    return Token(kind: .end, range: start..<start)
                }
                position += candidate.bytes.count
                try track(candidate.sign, at: start)
                return Token(kind: .sign(candidate.sign), range: start..<position)
            }
        }
        let scalar = scalar(at: start)
        throw Failure(.strayCharacter(scalar), at: start..<start + UTF8.width(scalar))
    }

    private mutating func track(_ sign: Sign, at offset: Int) throws(Failure) {
        switch sign {
        case .open, .openBracket, .openBrace:
            openBrackets.append((sign, offset))
        case .close, .closeBracket, .closeBrace:
            guard let open = openBrackets.popLast() else {
                throw Failure(.neverOpened(sign.rawValue), at: offset..<offset + 1)
            }
            guard open.sign.closing == sign else {
                throw Failure(
                    .mismatched(closing: sign.rawValue, opening: open.sign.rawValue), at: offset..<offset + 1)
            }
        default:
            break
        }
    }

    /// Skips the rest of a line, which is no text of the language.
    mutating func skipToLineEnd() { skipComment() }

    /// Skips a word whose first character was read as a sign, if more of the line follows it.
    mutating func skipWord(_ word: StaticString) -> Bool {
        let start = position - 1
        let bytes = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard source.bytes[start..<self.end].starts(with: bytes) else { return false }
        var next = start + bytes.count
        guard byte(at: next).isBlank else { return false }
        while byte(at: next).isBlank { next += 1 }
        guard next < self.end, !byte(at: next).isLineEnd else { return false }
        position = next
        return true
    }

    /// Opens the braces of an expression inside an f-string.
    mutating func openFormatField(at offset: Int) {
        openBrackets.append((.openBrace, offset))
    }

    /// Ends the braces of an f-string that the parser saw closed by other means than a token.
    mutating func closeFormatField() {
        openBrackets.removeLast()
    }
}
