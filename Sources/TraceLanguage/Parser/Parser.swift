/// Reads the tokens of a text into statements. Only brackets and blocks make it recurse.
struct Parser {
    /// How many brackets may stand inside each other, as in CPython.
    static let deepestNesting = 200
    /// How many blocks may stand inside each other, as in CPython.
    static let deepestBlock = 100

    let source: SourceText
    var lexer: Lexer
    var token = Token(kind: .newline, range: 0..<0)
    /// Where the token before this one ended.
    var previousEnd = 0
    var depth = 0
    var blockDepth = 0
    var names = NameTable()
    /// Whether a `return` may stand here, and a `break`.
    var isInFunction = false
    var isInLoop = false

    /// Whether a name is that of a built-in function, for the message about `tanh x`.
    let isFunction: (String) -> Bool

    init(_ source: SourceText, isFunction: @escaping (String) -> Bool) throws(Failure) {
        self.source = source
        self.isFunction = isFunction
        lexer = Lexer(source)
        try advance()
    }

    /// Makes a parser of the cells of a notebook, which reads none until it begins with one.
    init(cellsOf source: SourceText, isFunction: @escaping (String) -> Bool) {
        self.source = source
        self.isFunction = isFunction
        lexer = Lexer(source, in: 0..<0)
    }

    /// Goes to a cell of a notebook, which is read as a text of its own, with the same names.
    mutating func begin(_ cell: SourceCell) throws(Failure) {
        lexer = Lexer(source, in: cell.range)
        token = Token(kind: .newline, range: cell.range.lowerBound..<cell.range.lowerBound)
        try advance()
    }

    /// Reads a part of a text anew that has been read before.
    private init(rereading range: Range<Int>, of source: SourceText) throws(Failure) {
        self.source = source
        isFunction = { _ in false }
        lexer = Lexer(rereading: range, of: source)
        try advance()
    }

    /// Returns the expression that stands at a place of a text that was read without a mistake.
    ///
    /// Code keeps places alone; what a message says of the expressions there is read when it is needed.
    static func expression(at range: Range<Int>, in source: SourceText) -> Expression? {
        guard var parser = try? Parser(rereading: range, of: source) else { return nil }
        return try? parser.parseExpression()
    }

    /// What stands behind a name: attributes, calls and elements.
    static func trailers(behind name: Range<Int>, in source: SourceText) -> [Expression.Trailer] {
        guard case .postfix(_, let trailers)? = postfix(at: name.lowerBound, in: source)?.kind else {
            return []
        }
        return trailers
    }

    /// The call that ends where a place does: what is called, and its arguments.
    ///
    /// The place may begin at the last name before the call.
    static func call(
        at place: Range<Int>, in source: SourceText
    ) -> (callee: Range<Int>, arguments: [Expression.ArgumentSyntax])? {
        guard case .postfix(_, let trailers)? = postfix(at: place.lowerBound, in: source)?.kind,
            let call = trailers.first(where: { $0.range.upperBound == place.upperBound && $0.isCall }),
            case .call(let arguments) = call.kind
        else { return nil }
        return (place.lowerBound..<call.range.lowerBound, arguments)
    }

    /// The last index of the expression that stands at a place.
    static func lastIndex(at place: Range<Int>, in source: SourceText) -> Expression? {
        guard case .postfix(_, let trailers)? = postfix(at: place.lowerBound, in: source)?.kind,
            case .index(let index)? = trailers.last(where: { $0.range.upperBound == place.upperBound })?.kind
        else { return nil }
        return index
    }

    private static func postfix(at start: Int, in source: SourceText) -> Expression? {
        guard var parser = try? Parser(rereading: start..<start, of: source) else { return nil }
        return try? parser.parsePostfix()
    }

    /// Parses the statements of the next line or block; false at the end of the text.
    mutating func parseNext(into statements: inout [Statement]) throws(Failure) -> Bool {
        do throws(Failure) {
            guard token.kind != .end else { return false }
            try parseLine(into: &statements)
            return true
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
        let name = Name(text: text, id: names.id(of: text), range: token.range)
        try advance()
        return name
    }

    // MARK: - Mistakes

    /// What is wrong with the token that stands where `wanted` should.
    func unexpected(wanted: String) -> Failure {
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
