extension Parser {
    mutating func parseAtom() throws(Failure) -> Expression {
        let range = token.range
        switch token.kind {
        case .integer(let number): return try literal(.integer(number))
        case .float(let number): return try literal(.float(number))
        case .keyword(.true): return try literal(.bool(true))
        case .keyword(.false): return try literal(.bool(false))
        case .keyword(.none): return try literal(.none)
        case .name:
            let name = try parseName("a name")
            try checkNameIsFollowed(name)
            return Expression(kind: .name(name), range: range)
        case .string, .formatStart:
            return try parseStrings()
        case .sign(.open):
            return try nested(at: range) { parser throws(Failure) in try parser.parseParentheses() }
        case .sign(.openBracket):
            return try nested(at: range) { parser throws(Failure) in try parser.parseList() }
        default:
            throw unexpected(wanted: "a value")
        }
    }

    private mutating func literal(_ object: Object) throws(Failure) -> Expression {
        let expression = Expression(kind: .literal(object), range: token.range)
        try advance()
        return expression
    }

    /// Names the mistakes that are made with a word where an operator should follow.
    private func checkNameIsFollowed(_ name: Name) throws(Failure) {
        switch token.kind {
        case .name, .integer, .float, .string, .formatStart:
            if name.text == "print" { throw Failure(.printStatement, at: name.range) }
            if name.text == "match" { throw Failure(.refused(.match), at: name.range) }
        default:
            break
        }
    }

    private mutating func parseParentheses() throws(Failure) -> Expression {
        let start = token.range.lowerBound
        try advance()
        if try take(.close) { return Expression(kind: .tuple([]), range: start..<previousEnd) }
        var inner = try parseExpressions()
        if token.kind == .keyword(.for) { throw Failure(.refused(.comprehension), at: token.range) }
        guard try take(.close) else { throw unexpected(wanted: "an operator, ',' or ')'") }
        if case .tuple = inner.kind { inner.range = start..<previousEnd }
        return inner
    }

    private mutating func parseList() throws(Failure) -> Expression {
        let start = token.range.lowerBound
        try advance()
        var elements: [Expression] = []
        while !isAt(.closeBracket) {
            elements.append(try parseExpression())
            if token.kind == .keyword(.for) { throw Failure(.refused(.comprehension), at: token.range) }
            guard try take(.comma) else { break }
        }
        guard try take(.closeBracket) else { throw unexpected(wanted: "an operator, ',' or ']'") }
        return Expression(kind: .list(elements), range: start..<previousEnd)
    }
}
