extension Parser {
    /// Parses the statements of one line.
    mutating func parseLine(into statements: inout [Statement]) throws(Failure) {
        switch token.kind {
        case .newline:
            try advance()
            return
        case .indent, .dedent:
            throw Failure(.unexpectedIndentation, at: token.range)
        default:
            break
        }
        repeat {
            if token.kind == .newline { break }
            statements.append(try parseStatement())
        } while try take(.semicolon)
        guard token.kind == .newline else { throw unexpectedAfterExpression() }
        try advance()
    }

    private mutating func parseStatement() throws(Failure) -> Statement {
        let start = token.range.lowerBound
        if case .keyword(let keyword) = token.kind {
            if keyword == .import || keyword == .from { return try parseImport() }
            if keyword.opensProgram { isProgram = true }
        }
        if token.kind == .sign(.matrix) { throw Failure(.refused(.decorator), at: token.range) }
        if token.kind == .sign(.remainder) || token.kind == .sign(.exclamation) {
            throw Failure(.notebookCommand, at: token.range)
        }
        let first = try parseExpressions()
        if case .sign(let sign) = token.kind, let operation = sign.augmentedOperator {
            let range = token.range
            let target = try target(of: first, isAugmented: true)
            try advance()
            let value = try parseExpressions()
            return Statement(kind: .augmented(target, operation, range, value), range: start..<previousEnd)
        }
        guard isAt(.assign) else { return Statement(kind: .expression(first), range: start..<previousEnd) }
        var targets: [Statement.Target] = []
        var value = first
        while isAt(.assign) {
            targets.append(try target(of: value, isAugmented: false))
            try advance()
            value = try parseExpressions()
        }
        if targets.allSatisfy({ if case .tuple = $0 { false } else { true } }) { try checkComma(in: value) }
        return Statement(kind: .assignment(targets, value), range: start..<previousEnd)
    }

    /// Parses one expression, or several with commas between them as a tuple.
    mutating func parseExpressions() throws(Failure) -> Expression {
        let first = try parseExpression()
        guard isAt(.comma) else { return first }
        var elements = [first]
        while try take(.comma), !endsExpressions { elements.append(try parseExpression()) }
        return Expression(kind: .tuple(elements), range: first.range.lowerBound..<previousEnd)
    }

    /// Refuses `3,0`, which is a tuple in Python and a number to those who write commas in numbers.
    private func checkComma(in value: Expression) throws(Failure) {
        let text = source.text(in: value.range)
        let unsigned = text.drop { $0 == "-" || $0 == "+" }
        let parts = unsigned.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(\.isDigit) }) else {
            return
        }
        let number = text.replacing(",", with: ".")
        let tuple = "(" + text.replacing(",", with: ", ") + ")"
        throw Failure(.decimalComma(number: number, tuple: tuple), at: value.range)
    }

    private var endsExpressions: Bool {
        switch token.kind {
        case .newline, .end: true
        case .sign(let sign):
            switch sign {
            case .assign, .semicolon, .close, .closeBracket, .closeBrace, .colon, .exclamation: true
            default: false
            }
        default: false
        }
    }

    private func target(of expression: Expression, isAugmented: Bool) throws(Failure) -> Statement.Target {
        switch expression.kind {
        case .name(let name):
            return .name(name)
        case .postfix(let base, let trailers):
            guard let last = trailers.last else { break }
            switch last.kind {
            case .attribute(let name):
                let rest = Array(trailers.dropLast())
                let end = rest.last?.range.upperBound ?? base.range.upperBound
                let object =
                    rest.isEmpty
                    ? base
                    : Expression(kind: .postfix(base, rest), range: base.range.lowerBound..<end)
                return .attribute(object, name, last.range)
            case .index: throw Failure(.refused(.itemAssignment), at: expression.range)
            case .call: throw Failure(.cannotAssign("the result of a call"), at: expression.range)
            }
        case .tuple(let elements), .list(let elements):
            guard !isAugmented else { break }
            var targets: [Statement.Target] = []
            for element in elements { targets.append(try target(of: element, isAugmented: false)) }
            return .tuple(targets, expression.range)
        case .literal(.bool), .literal(.none):
            throw Failure(.cannotAssign(source.text(in: expression.range)), at: expression.range)
        case .literal:
            throw Failure(.cannotAssign("a literal"), at: expression.range)
        default:
            break
        }
        throw Failure(.cannotAssign("an expression"), at: expression.range)
    }

    /// What is wrong with a token that follows a whole expression.
    private func unexpectedAfterExpression() -> Failure {
        if case .sign(let sign) = token.kind {
            switch sign {
            case .floorAssign, .remainderAssign, .matrixAssign, .andAssign, .orAssign, .xorAssign,
                .shiftLeftAssign,
                .shiftRightAssign:
                return Failure(.unknownAugmented(sign.rawValue), at: token.range)
            case .colon where lexer.byte(at: token.range.upperBound) != UInt8(ascii: "="):
                return Failure(.refused(.annotation), at: token.range)
            default: break
            }
        }
        if case .name(let name) = token.kind {
            // Two words in a row: a habit of another language, or of mathematics.
            let word = wordBefore(previousEnd)
            if ["let", "var", "const"].contains(word) {
                return Failure(.needlessWord(word), at: token.range)
            }
            if word.first?.isNumber == true, !isFollowedByAssignment {
                return Failure(.numberMeetsName(word, name), at: token.range)
            }
            if Builtins.row(word, of: .builtins) != nil {
                return Failure(.callWithoutParentheses(word, name), at: token.range)
            }
        }
        return unexpected(wanted: "an operator or the end of the line")
    }

    /// Whether `=` stands behind the token, as where a second statement begins.
    private var isFollowedByAssignment: Bool {
        var offset = token.range.upperBound
        while lexer.byte(at: offset) == UInt8(ascii: " ") { offset += 1 }
        return lexer.byte(at: offset) == UInt8(ascii: "=")
    }

    /// The name or number that ends at an offset.
    private func wordBefore(_ end: Int) -> String {
        let line = source.range(ofLine: source.line(at: max(end - 1, 0)))
        let text = source.text(in: line.lowerBound..<max(end, line.lowerBound))
        return String(
            text.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }.reversed())
    }
}
