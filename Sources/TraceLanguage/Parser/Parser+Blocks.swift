extension Parser {
    /// Parses a statement that has blocks; nil where another one begins.
    mutating func parseCompound() throws(Failure) -> Statement? {
        guard case .keyword(let keyword) = token.kind else { return nil }
        let range = token.range
        let kind: Statement.Kind
        switch keyword {
        case .if:
            kind = try parseConditional()
        case .while:
            try advance()
            let condition = try parseExpression()
            let body = try parseLoopBody()
            kind = .whileLoop(
                Statement.Branch(condition: condition, body: body), otherwise: try parseElse())
        case .for:
            try advance()
            let target = try parseLoopTarget()
            guard try take(.in) else { throw unexpected(wanted: "'in'") }
            let iterable = try parseExpressions()
            let body = try parseLoopBody()
            kind = .forLoop(target, iterable, body, otherwise: try parseElse())
        case .def:
            kind = try parseFunction()
        case .class:
            kind = try parseClass()
        case .elif, .else:
            throw Failure(.elseWithoutIf(keyword.rawValue), at: range)
        default:
            return nil
        }
        return Statement(kind: kind, range: range.lowerBound..<previousEnd)
    }

    private mutating func parseConditional() throws(Failure) -> Statement.Kind {
        var branches: [Statement.Branch] = []
        repeat {
            try advance()
            let condition = try parseExpression()
            branches.append(Statement.Branch(condition: condition, body: try parseBlock()))
        } while token.kind == .keyword(.elif)
        return .conditional(branches, otherwise: try parseElse())
    }

    private mutating func parseElse() throws(Failure) -> [Statement] {
        guard try take(.else) else { return [] }
        return try parseBlock()
    }

    private mutating func parseLoopBody() throws(Failure) -> [Statement] {
        let outer = isInLoop
        isInLoop = true
        defer { isInLoop = outer }
        return try parseBlock()
    }

    /// Parses a colon and what stands behind it on the line, or indented below it.
    mutating func parseBlock() throws(Failure) -> [Statement] {
        if isAt(.assign) { throw Failure(.assignmentAsCondition, at: token.range) }
        guard try take(.colon) else {
            if token.kind == .newline { throw Failure(.missingColon, at: token.range) }
            throw unexpected(wanted: "':'")
        }
        guard blockDepth < Parser.deepestBlock else {
            throw Failure(.blocksTooDeep(Parser.deepestBlock), at: token.range)
        }
        blockDepth += 1
        defer { blockDepth -= 1 }
        var statements: [Statement] = []
        guard token.kind == .newline else {
            if case .keyword(let keyword) = token.kind, keyword.opensBlock {
                throw Failure(.blockOnLine(keyword.rawValue), at: token.range)
            }
            try parseLine(into: &statements)
            return statements
        }
        try advance()
        while token.kind == .newline { try advance() }
        guard token.kind == .indent else { throw Failure(.missingBlock, at: token.range) }
        try advance()
        while token.kind != .dedent, token.kind != .end { try parseLine(into: &statements) }
        if token.kind == .dedent { try advance() }
        return statements
    }

    // MARK: - Functions and classes

    private mutating func parseFunction() throws(Failure) -> Statement.Kind {
        let start = token.range
        try advance()
        let name = try parseName("the name of the function")
        if blockDepth == 0, name.text == "draw_dot" || name.text == "trace" {
            // The lecture's own drawing walks the graph by `_prev`; another function of that name runs.
            if let skipped = try skipDrawing(name, at: start) { return .skipped(skipped) }
        }
        let parameters = try parseParameters()
        if isAt(.arrow) { throw Failure(.refused(.annotation), at: token.range) }
        let (outerFunction, outerLoop) = (isInFunction, isInLoop)
        (isInFunction, isInLoop) = (true, false)
        defer { (isInFunction, isInLoop) = (outerFunction, outerLoop) }
        return .function(FunctionSyntax(name: name, parameters: parameters, body: try parseBlock()))
    }

    private mutating func parseParameters() throws(Failure) -> [FunctionSyntax.Parameter] {
        guard try take(.open) else { throw unexpected(wanted: "'('") }
        var parameters: [FunctionSyntax.Parameter] = []
        var isKeywordOnly = false
        while !isAt(.close) {
            if isAt(.divide) { throw Failure(.refused(.positionalOnly), at: token.range) }
            var form: FunctionSyntax.Parameter.Form = isKeywordOnly ? .keywordOnly : .plain
            if try take(.times) {
                isKeywordOnly = true
                if try take(.comma) { continue }
                form = .rest
            } else if try take(.power) {
                form = .keywords
            }
            let name = try parseName("the name of a parameter")
            if isAt(.colon) { throw Failure(.refused(.annotation), at: token.range) }
            if parameters.contains(where: { $0.name.id == name.id }) {
                throw Failure(.repeatedParameter(name.text), at: name.range)
            }
            var fallback: Expression?
            if form == .plain || form == .keywordOnly, try take(.assign) { fallback = try parseExpression() }
            if form == .plain, fallback == nil, parameters.last?.fallback != nil {
                throw Failure(.parameterWithoutDefault(name.text), at: name.range)
            }
            parameters.append(FunctionSyntax.Parameter(name: name, form: form, fallback: fallback))
            if form == .keywords, !isAt(.close) {
                guard try take(.comma), isAt(.close) else { throw unexpected(wanted: "')'") }
            }
            guard try take(.comma) else { break }
        }
        guard try take(.close) else { throw unexpected(wanted: "',' or ')'") }
        return parameters
    }

    private mutating func parseClass() throws(Failure) -> Statement.Kind {
        try advance()
        let name = try parseName("the name of the class")
        if blockDepth == 0, name.text == "Value" {
            try skipBlock()
            return .skipped(.engine(name))
        }
        var base: Expression?
        if try take(.open) {
            if !isAt(.close) {
                let bases = try parseExpressions()
                if case .tuple = bases.kind { throw Failure(.refused(.severalBases), at: bases.range) }
                if isAt(.assign) { throw Failure(.refused(.metaclass), at: bases.range) }
                base = bases
            }
            try expect(.close)
        }
        let (outerFunction, outerLoop) = (isInFunction, isInLoop)
        (isInFunction, isInLoop) = (false, false)
        defer { (isInFunction, isInLoop) = (outerFunction, outerLoop) }
        return .classDefinition(ClassSyntax(name: name, base: base, body: try parseBlock()))
    }
}
