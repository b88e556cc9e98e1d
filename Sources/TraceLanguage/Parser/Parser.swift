/// Reads the tokens of a text into statements. Only brackets make it recurse.
struct Parser {
    /// How many brackets may stand inside each other, as in CPython.
    static let deepestNesting = 200

    let source: SourceText
    var lexer: Lexer
    var token = Token(kind: .newline, range: 0..<0)
    /// Where the token before this one ended.
    var previousEnd = 0
    var depth = 0
    var names = NameTable()
    /// Whether something has been read that only programs have.
    var isProgram = false
    /// Above 0 inside the fields of an f-string, where a mention of `Value` lies in a string.
    var formatDepth = 0

    init(_ source: SourceText) {
        self.source = source
        lexer = Lexer(source)
    }

    mutating func parseProgram() throws(Failure) -> Program {
        do throws(Failure) {
            try advance()
            var statements: [Statement] = []
            while token.kind != .end { try parseLine(into: &statements) }
            return Program(kind: isProgram ? .program : .expressions, statements: statements, names: names)
        } catch {
            throw unclosedBracket(behind: error) ?? error
        }
    }

    /// The bracket that is never closed, where that explains a mistake found inside it.
    private func unclosedBracket(behind failure: Failure) -> Failure? {
        guard failure.problem.mayComeFromOpenBracket, !lexer.openBrackets.isEmpty else { return nil }
        var rest = lexer
        do throws(Failure) {
            while try rest.next().kind != .end {}
        } catch {
            if case .unclosed = error.problem { return error }
        }
        return nil
    }

    // MARK: - Tokens

    mutating func advance() throws(Failure) {
        previousEnd = token.range.upperBound
        token = try lexer.next()
        if formatDepth == 0, case .name("Value") = token.kind { isProgram = true }
    }

    func isAt(_ sign: Sign) -> Bool { token.kind == .sign(sign) }

    /// Moves past a sign; false where another token stands.
    mutating func take(_ sign: Sign) throws(Failure) -> Bool {
        guard isAt(sign) else { return false }
        try advance()
        return true
    }

    mutating func take(_ keyword: Keyword) throws(Failure) -> Bool {
        guard token.kind == .keyword(keyword) else { return false }
        try advance()
        return true
    }

    mutating func expect(_ sign: Sign) throws(Failure) {
        guard try take(sign) else { throw unexpected(wanted: "'\(sign.rawValue)'") }
    }

    mutating func parseName(_ wanted: String) throws(Failure) -> Name {
        guard case .name(let text) = token.kind else { throw unexpected(wanted: wanted) }
        let name = Name(text: text, slot: names.slot(of: text), range: token.range)
        try advance()
        return name
    }

    // MARK: - Mistakes

    /// What is wrong with the token that stands where `wanted` should.
    func unexpected(wanted: String) -> Failure {
        if token.kind == .keyword(.if) || token.kind == .keyword(.else), wanted != "a value" {
            return Failure(.refused(.conditional), at: token.range)
        }
        if isAt(.colon), lexer.byte(at: token.range.upperBound) == UInt8(ascii: "=") {
            return Failure(.refused(.walrus), at: token.range.lowerBound..<token.range.upperBound + 1)
        }
        if let refusal = Refusal(token) { return Failure(.refused(refusal), at: token.range) }
        if token.kind == .sign(.bitXor) { return Failure(.caretAsPower, at: token.range) }
        return Failure(.unexpected(token.description, wanted: wanted), at: token.range)
    }

    /// Runs `body` one bracket deeper.
    mutating func nested<Result>(
        at range: Range<Int>, _ body: (inout Parser) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard depth < Parser.deepestNesting else {
            throw Failure(.nestedTooDeeply(Parser.deepestNesting), at: range)
        }
        depth += 1
        defer { depth -= 1 }
        return try body(&self)
    }
}
