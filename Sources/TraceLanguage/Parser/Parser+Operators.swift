extension Parser {
    /// Parses one expression: a conditional one, or what is tighter.
    mutating func parseExpression() throws(Failure) -> Expression {
        let start = token.range.lowerBound
        if token.kind == .keyword(.lambda) { throw Failure(.refused(.lambda), at: token.range) }
        var value = try parseLogic(isAnd: false)
        guard token.kind == .keyword(.if) else { return value }
        var cases: [Expression.ConditionalCase] = []
        while try take(.if) {
            let condition = try parseLogic(isAnd: false)
            guard try take(.else) else {
                throw Failure(.conditionalWithoutElse, at: start..<previousEnd)
            }
            cases.append(Expression.ConditionalCase(value: value, condition: condition))
            if token.kind == .keyword(.lambda) { throw Failure(.refused(.lambda), at: token.range) }
            value = try parseLogic(isAnd: false)
        }
        return Expression(kind: .conditional(cases, otherwise: value), range: start..<previousEnd)
    }

    /// Parses operands between `and`, or `and` chains between `or`.
    mutating func parseLogic(isAnd: Bool) throws(Failure) -> Expression {
        let start = token.range.lowerBound
        let keyword: Keyword = isAnd ? .and : .or
        let first = isAnd ? try parseNot() : try parseLogic(isAnd: true)
        guard token.kind == .keyword(keyword) else { return first }
        var operands = [first]
        while try take(keyword) { operands.append(isAnd ? try parseNot() : try parseLogic(isAnd: true)) }
        return Expression(kind: .logic(isAnd: isAnd, operands), range: start..<previousEnd)
    }

    private mutating func parseNot() throws(Failure) -> Expression {
        let start = token.range.lowerBound
        var count = 0
        while try take(.not) { count += 1 }
        let operand = try parseComparison()
        guard count > 0 else { return operand }
        return Expression(kind: .not(operand, count: count), range: start..<previousEnd)
    }

    private mutating func parseComparison() throws(Failure) -> Expression {
        let start = token.range.lowerBound
        let first = try parseSum()
        var steps: [Expression.ComparisonStep] = []
        while let (comparison, range) = try takeComparison() {
            steps.append(
                Expression.ComparisonStep(comparison: comparison, range: range, operand: try parseSum()))
        }
        if steps.isEmpty { return first }
        return Expression(kind: .comparison(first, steps), range: start..<previousEnd)
    }

    /// Moves past a sign or the words of a comparison; nil where there is none.
    private mutating func takeComparison() throws(Failure) -> (Comparison, Range<Int>)? {
        let range = token.range
        switch token.kind {
        case .sign(let sign):
            guard let comparison = Comparison(rawValue: sign.rawValue) else { return nil }
            try advance()
            return (comparison, range)
        case .keyword(.in):
            try advance()
            return (.isIn, range)
        case .keyword(.not):
            try advance()
            guard try take(.in) else { throw unexpected(wanted: "'in' after 'not'") }
            return (.isNotIn, range.lowerBound..<previousEnd)
        case .keyword(.is):
            try advance()
            let isNegated = try take(.not)
            return (isNegated ? .isNotSame : .isSame, range.lowerBound..<previousEnd)
        default:
            return nil
        }
    }

    private mutating func parseSum() throws(Failure) -> Expression {
        try parseChain(Parser.sums) { parser throws(Failure) in
            try parser.parseChain(Parser.products) { parser throws(Failure) in try parser.parsePower() }
        }
    }

    private static let sums: [Sign: BinaryOperator] = [.plus: .add, .minus: .subtract]
    private static let products: [Sign: BinaryOperator] = [
        .times: .multiply, .divide: .divide, .floorDivide: .floorDivide, .remainder: .remainder,
    ]

    /// Parses operands between some operators, from the left.
    private mutating func parseChain(
        _ operators: [Sign: BinaryOperator], _ parseOperand: (inout Parser) throws(Failure) -> Expression
    ) throws(Failure) -> Expression {
        let start = token.range.lowerBound
        let first = try parseOperand(&self)
        var steps: [Expression.ChainStep] = []
        while case .sign(let sign) = token.kind, let operation = operators[sign] {
            let range = token.range
            try advance()
            steps.append(
                Expression.ChainStep(operation: operation, range: range, operand: try parseOperand(&self)))
        }
        if steps.isEmpty { return first }
        return Expression(kind: .chain(first, steps), range: start..<previousEnd)
    }

    /// Parses signs, operands and `**`: the signs of an operand stand for all that follows it.
    private mutating func parsePower() throws(Failure) -> Expression {
        let start = token.range.lowerBound
        var terms: [Expression.PowerTerm] = []
        var range = start..<start
        repeat {
            var signs: [(isMinus: Bool, range: Range<Int>)] = []
            while isAt(.plus) || isAt(.minus) {
                signs.append((isAt(.minus), token.range))
                try advance()
            }
            let operand = try parsePostfix()
            terms.append(Expression.PowerTerm(range: range, signs: signs, operand: operand))
            range = token.range
        } while try take(.power)
        if terms.count == 1, terms[0].signs.isEmpty { return terms[0].operand }
        return Expression(kind: .power(terms), range: start..<previousEnd)
    }

    mutating func parsePostfix() throws(Failure) -> Expression {
        let start = token.range.lowerBound
        let atom = try parseAtom()
        var trailers: [Expression.Trailer] = []
        while case .sign(let sign) = token.kind {
            let opening = token.range
            switch sign {
            case .dot:
                try advance()
                let name = try parseName("a name after '.'")
                trailers.append(Expression.Trailer(kind: .attribute(name), range: name.range))
            case .open:
                let arguments = try nested(at: opening) { parser throws(Failure) in
                    try parser.parseArguments()
                }
                trailers.append(
                    Expression.Trailer(kind: .call(arguments), range: opening.lowerBound..<previousEnd))
            case .openBracket:
                let kind = try nested(at: opening) { parser throws(Failure) in try parser.parseIndex() }
                trailers.append(Expression.Trailer(kind: kind, range: opening.lowerBound..<previousEnd))
            default:
                return finish(atom, trailers, start: start)
            }
        }
        return finish(atom, trailers, start: start)
    }

    private func finish(_ atom: Expression, _ trailers: [Expression.Trailer], start: Int) -> Expression {
        trailers.isEmpty ? atom : Expression(kind: .postfix(atom, trailers), range: start..<previousEnd)
    }

    /// Parses `[index]` or `[start:stop:step]`.
    private mutating func parseIndex() throws(Failure) -> Expression.Trailer.Kind {
        try advance()
        var parts: [Expression?] = [nil]
        while !isAt(.closeBracket), parts.count < 4 {
            if try take(.colon) {
                parts.append(nil)
            } else {
                guard parts[parts.count - 1] == nil else { break }
                let part = try parseExpressions()
                if case .tuple = part.kind, parts.count > 1 || isAt(.colon) {
                    throw Failure(.refused(.sliceList), at: part.range)
                }
                parts[parts.count - 1] = part
            }
        }
        guard parts.count > 1 else {
            guard let index = parts[0] else { throw unexpected(wanted: "a value") }
            try expect(.closeBracket)
            return .index(index)
        }
        guard parts.count < 4 else { throw unexpected(wanted: "']'") }
        try expect(.closeBracket)
        return .slice(parts)
    }

    private mutating func parseArguments() throws(Failure) -> [Expression.ArgumentSyntax] {
        try advance()
        var arguments: [Expression.ArgumentSyntax] = []
        while !isAt(.close) {
            if isAt(.times) || isAt(.power) {
                let form: Expression.ArgumentSyntax.Form = isAt(.times) ? .list : .keywords
                try advance()
                arguments.append(Expression.ArgumentSyntax(form: form, value: try parseExpression()))
                guard try take(.comma) else { break }
                continue
            }
            let value = try parseExpression()
            if isAt(.colon), value.name?.text == "label" {
                let colon = token.range
                try advance()
                throw Failure(
                    .labelWithoutKeyword(source.shortText(in: try parseExpression().range)), at: colon)
            }
            if isAt(.assign) {
                guard case .name(let name) = value.kind else {
                    throw Failure(.cannotAssign("an expression"), at: value.range)
                }
                if arguments.contains(where: { $0.name?.id == name.id }) {
                    throw Failure(.repeatedArgument(name.text), at: name.range)
                }
                try advance()
                arguments.append(
                    Expression.ArgumentSyntax(form: .keyword(name), value: try parseExpression()))
            } else if token.kind == .keyword(.for) {
                let generator = try parseComprehension(
                    of: value, isGenerator: true, start: value.range.lowerBound)
                guard arguments.isEmpty, isAt(.close) else {
                    throw Failure(.generatorAmongArguments, at: generator.range)
                }
                arguments.append(Expression.ArgumentSyntax(form: .plain, value: generator))
            } else {
                switch arguments.last?.form {
                case .keyword, .keywords: throw Failure(.positionalAfterKeyword, at: value.range)
                default: break
                }
                arguments.append(Expression.ArgumentSyntax(form: .plain, value: value))
            }
            guard try take(.comma) else { break }
        }
        guard try take(.close) else { throw unexpected(wanted: "an operator, ',' or ')'") }
        return arguments
    }
}
