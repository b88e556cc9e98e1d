extension Parser {
    /// Parses a comparison, or what is tighter.
    mutating func parseExpression() throws(Failure) -> Expression {
        let start = token.range.lowerBound
        let first = try parseSum()
        guard comparison != nil else { return first }
        var steps: [Expression.ComparisonStep] = []
        while let comparison {
            let range = token.range
            try advance()
            steps.append(
                Expression.ComparisonStep(comparison: comparison, range: range, operand: try parseSum()))
        }
        return Expression(kind: .comparison(first, steps), range: start..<previousEnd)
    }

    private var comparison: Comparison? {
        guard case .sign(let sign) = token.kind else { return nil }
        return Comparison(rawValue: sign.rawValue)
    }

    private mutating func parseSum() throws(Failure) -> Expression {
        let start = token.range.lowerBound
        let first = try parseProduct()
        guard isAt(.plus) || isAt(.minus) else { return first }
        var steps: [Expression.ChainStep] = []
        while isAt(.plus) || isAt(.minus) {
            let (operation, range): (BinaryOperator, _) = (isAt(.plus) ? .add : .subtract, token.range)
            try advance()
            steps.append(
                Expression.ChainStep(operation: operation, range: range, operand: try parseProduct()))
        }
        return Expression(kind: .chain(first, steps), range: start..<previousEnd)
    }

    private mutating func parseProduct() throws(Failure) -> Expression {
        let start = token.range.lowerBound
        let first = try parsePower()
        guard isAt(.times) || isAt(.divide) else { return first }
        var steps: [Expression.ChainStep] = []
        while isAt(.times) || isAt(.divide) {
            let (operation, range): (BinaryOperator, _) = (isAt(.times) ? .multiply : .divide, token.range)
            try advance()
            steps.append(Expression.ChainStep(operation: operation, range: range, operand: try parsePower()))
        }
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

    private mutating func parsePostfix() throws(Failure) -> Expression {
        let start = token.range.lowerBound
        let atom = try parseAtom()
        var trailers: [Expression.Trailer] = []
        while case .sign(let sign) = token.kind {
            let opening = token.range
            switch sign {
            case .dot:
                try advance()
                let name = try parseName("a name after '.'")
                trailers.append(Expression.Trailer(kind: .attribute(name.text), range: name.range))
            case .open:
                let arguments = try nested(at: opening) { parser throws(Failure) in
                    try parser.parseArguments()
                }
                trailers.append(
                    Expression.Trailer(kind: .call(arguments), range: opening.lowerBound..<previousEnd))
            case .openBracket:
                let index = try nested(at: opening) { parser throws(Failure) in try parser.parseIndex() }
                trailers.append(
                    Expression.Trailer(kind: .index(index), range: opening.lowerBound..<previousEnd))
            default:
                return finish(atom, trailers, start: start)
            }
        }
        return finish(atom, trailers, start: start)
    }

    private func finish(_ atom: Expression, _ trailers: [Expression.Trailer], start: Int) -> Expression {
        trailers.isEmpty ? atom : Expression(kind: .postfix(atom, trailers), range: start..<previousEnd)
    }

    private mutating func parseIndex() throws(Failure) -> Expression {
        try advance()
        if isAt(.colon) { throw Failure(.refused(.slice), at: token.range) }
        let index = try parseExpressions()
        if isAt(.colon) { throw Failure(.refused(.slice), at: token.range) }
        try expect(.closeBracket)
        return index
    }

    private mutating func parseArguments() throws(Failure) -> [Expression.ArgumentSyntax] {
        try advance()
        var arguments: [Expression.ArgumentSyntax] = []
        while !isAt(.close) {
            if isAt(.times) || isAt(.power) { throw Failure(.refused(.unpacking), at: token.range) }
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
                if arguments.contains(where: { $0.name == name.text }) {
                    throw Failure(.repeatedArgument(name.text), at: name.range)
                }
                try advance()
                arguments.append(
                    Expression.ArgumentSyntax(
                        name: name.text, nameRange: name.range, value: try parseExpression()))
            } else {
                if arguments.last?.name != nil { throw Failure(.positionalAfterKeyword, at: value.range) }
                arguments.append(Expression.ArgumentSyntax(name: nil, nameRange: value.range, value: value))
            }
            if token.kind == .keyword(.for) { throw Failure(.refused(.comprehension), at: token.range) }
            guard try take(.comma) else { break }
        }
        guard try take(.close) else { throw unexpected(wanted: "an operator, ',' or ')'") }
        return arguments
    }
}
