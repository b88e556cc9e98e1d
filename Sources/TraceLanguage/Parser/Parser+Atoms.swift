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

    private mutating func literal(_ literal: Literal) throws(Failure) -> Expression {
        let expression = Expression(kind: .literal(literal), range: token.range)
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
        try refuseStar()
        var inner = try parseExpressions()
        if token.kind == .keyword(.for) {
            inner = try parseComprehension(of: inner, isGenerator: true, start: start)
            guard try take(.close) else { throw unexpected(wanted: "'for', 'if' or ')'") }
            inner.range = start..<previousEnd
            return inner
        }
        guard try take(.close) else { throw unexpected(wanted: "an operator, ',' or ')'") }
        if case .tuple = inner.kind { inner.range = start..<previousEnd }
        return inner
    }

    private mutating func parseList() throws(Failure) -> Expression {
        let start = token.range.lowerBound
        try advance()
        var elements: [Expression] = []
        while !isAt(.closeBracket) {
            try refuseStar()
            elements.append(try parseExpression())
            if token.kind == .keyword(.for), let element = elements.first, elements.count == 1 {
                var list = try parseComprehension(of: element, isGenerator: false, start: start)
                guard try take(.closeBracket) else { throw unexpected(wanted: "'for', 'if' or ']'") }
                list.range = start..<previousEnd
                return list
            }
            guard try take(.comma) else { break }
        }
        guard try take(.closeBracket) else { throw unexpected(wanted: "an operator, ',' or ']'") }
        return Expression(kind: .list(elements), range: start..<previousEnd)
    }

    private func refuseStar() throws(Failure) {
        if isAt(.times) || isAt(.power) { throw Failure(.refused(.unpacking), at: token.range) }
    }

    /// Parses what stands behind the element of a comprehension: `for … in … if …`.
    mutating func parseComprehension(
        of element: Expression, isGenerator: Bool, start: Int
    ) throws(Failure) -> Expression {
        if case .tuple = element.kind, source.bytes[element.range.lowerBound] != UInt8(ascii: "(") {
            throw Failure(.bareTupleInComprehension(source.shortText(in: element.range)), at: element.range)
        }
        var loops: [Expression.Comprehension.Loop] = []
        while try take(.for) {
            let target = try parseLoopTarget()
            guard try take(.in) else { throw unexpected(wanted: "'in'") }
            let iterable = try parseLogic(isAnd: false)
            var conditions: [Expression] = []
            while try take(.if) { conditions.append(try parseLogic(isAnd: false)) }
            loops.append(
                Expression.Comprehension.Loop(target: target, iterable: iterable, conditions: conditions))
        }
        let comprehension = Expression.Comprehension(isGenerator: isGenerator, element: element, loops: loops)
        return Expression(kind: .comprehension(comprehension), range: start..<previousEnd)
    }

    /// Parses the names between `for` and `in`.
    mutating func parseLoopTarget() throws(Failure) -> Statement.Target {
        let start = token.range.lowerBound
        let first = try parsePostfix()
        guard isAt(.comma) else { return try target(of: first, isAugmented: false) }
        var targets = [try target(of: first, isAugmented: false)]
        while try take(.comma), token.kind != .keyword(.in) {
            targets.append(try target(of: try parsePostfix(), isAugmented: false))
        }
        return .tuple(targets, start..<previousEnd)
    }
}
