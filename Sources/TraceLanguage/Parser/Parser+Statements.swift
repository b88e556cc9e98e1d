extension Parser {
    /// Parses the statements of one line, or one statement with its blocks.
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
        if let statement = try parseCompound() {
            statements.append(statement)
            return
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
        if let statement = try parseKeywordStatement() { return statement }
        if let skipped = try skipStatement() {
            return Statement(kind: .skipped(skipped), range: start..<previousEnd)
        }
        if token.kind == .sign(.matrix) { throw Failure(.refused(.decorator), at: token.range) }
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

    /// Parses a statement of one line that begins with a keyword; nil where another begins.
    private mutating func parseKeywordStatement() throws(Failure) -> Statement? {
        guard case .keyword(let keyword) = token.kind else { return nil }
        let range = token.range
        let kind: Statement.Kind
        switch keyword {
        case .import, .from:
            return try parseImport()
        case .pass:
            try advance()
            kind = .pass
        case .break, .continue:
            guard isInLoop else { throw Failure(.outsideLoop(keyword.rawValue), at: range) }
            try advance()
            kind = keyword == .break ? .leaveLoop : .continueLoop
        case .return:
            guard isInFunction else { throw Failure(.outsideFunction, at: range) }
            try advance()
            kind = .returning(endsExpressions ? nil : try parseExpressions())
        case .assert:
            try advance()
            let condition = try parseExpression()
            kind = .assertion(condition, message: try take(.comma) ? try parseExpression() : nil)
        default:
            return nil
        }
        return Statement(kind: kind, range: range.lowerBound..<previousEnd)
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
    ///
    /// `1,2,3` is read: nobody writes a number so, while `1,000,000` may be one.
    private func checkComma(in value: Expression) throws(Failure) {
        guard case .tuple(let elements) = value.kind, let end = elements.last?.range.upperBound,
            end == value.range.upperBound
        else { return }
        let texts = elements.map { source.text(in: $0.range) }
        func isWhole(_ text: Substring) -> Bool { !text.isEmpty && text.utf8.allSatisfy(\.isDigit) }
        let hasThousands = texts.dropFirst().allSatisfy { $0.count == 3 && isWhole($0[...]) }
        for index in elements.indices.dropLast()
        where elements[index].range.upperBound + 1 == elements[index + 1].range.lowerBound {
            // The number at the end of the one element, and the digits at the start of the other.
            let isInNumber = { (character: Character) in
                character.isLetter || character.isNumber || character == "_" || character == "."
            }
            let left = String(texts[index].reversed().prefix(while: isInNumber).reversed())
            let right = String(texts[index + 1].prefix(while: isInNumber))
            let isNumber = left.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
            guard !left.isEmpty, isNumber, isWhole(right[...]) else { continue }
            let unsigned = texts[index].drop { $0 == "-" || $0 == "+" }
            let sign = unsigned == left ? texts[index].dropLast(left.count) : ""
            if isWhole(left[...]), hasThousands, (1...3).contains(left.count) {
                let grouped = ([sign + left] + texts.dropFirst()).joined(separator: "_")
                let decimal = elements.count == 2 ? " or \(sign)\(left).\(right)" : ""
                throw decimalComma(grouped + decimal, texts, at: value.range)
            }
            guard elements.count == 2 else { return }
            throw decimalComma(
                left.contains(".") ? sign + left : "\(sign)\(left).\(right)", texts, at: value.range)
        }
    }

    private func decimalComma(_ number: String, _ elements: [String], at range: Range<Int>) -> Failure {
        let elements = elements.map { text in
            text.utf8.allSatisfy { $0 == UInt8(ascii: "0") } ? "0" : text
        }
        return Failure(
            .decimalComma(number: number, tuple: "(\(elements.joined(separator: ", ")))"), at: range)
    }

    var endsExpressions: Bool {
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

    func target(of expression: Expression, isAugmented: Bool) throws(Failure) -> Statement.Target {
        switch expression.kind {
        case .name(let name):
            return .name(name)
        case .postfix(let base, let trailers):
            guard let last = trailers.last else { break }
            switch last.kind {
            case .attribute(let name):
                return .attribute(Parser.object(base, trailers.dropLast()), name)
            case .index(let index):
                return .item(Parser.object(base, trailers.dropLast()), index, expression.range)
            case .slice: throw Failure(.refused(.sliceAssignment), at: expression.range)
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

    /// The expression before the last trailer of a target.
    private static func object(_ base: Expression, _ trailers: ArraySlice<Expression.Trailer>) -> Expression {
        guard let last = trailers.last else { return base }
        return Expression(
            kind: .postfix(base, Array(trailers)), range: base.range.lowerBound..<last.range.upperBound)
    }

    /// What is wrong with a token that follows a whole expression.
    private func unexpectedAfterExpression() -> Failure {
        if case .sign(let sign) = token.kind {
            switch sign {
            case .matrixAssign, .andAssign, .orAssign, .xorAssign,
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
            if isFunction(word) {
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
