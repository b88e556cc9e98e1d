// What a text does by itself and trace does for it: its own engine, its own drawing, plots, notebook commands.

extension Parser {
    /// Skips a statement of one line that is not run; nil where it is one that is.
    mutating func skipStatement() throws(Failure) -> Skipped? {
        if isAt(.remainder) || isAt(.exclamation) {
            if lexer.skipWord("%time") {
                // `%time y = f(x)` runs what it times.
                try advance()
                return nil
            }
            lexer.skipToLineEnd()
            try advance()
            return .command
        }
        guard case .name("plt") = token.kind, lexer.byte(at: token.range.upperBound) == UInt8(ascii: ".")
        else {
            return nil
        }
        // `h = plt.plot(…)` is no plot alone, and neither is `plt.x = 3`.
        var rest = self
        let start = token.range.lowerBound
        let isPlot = try rest.skipCall()
        guard isPlot else { return nil }
        self = rest
        let callee = source.bytes[start..<previousEnd].prefix { $0 != UInt8(ascii: "(") }
        return .plot(source.shortText(in: callee.startIndex..<callee.endIndex) ?? "plt.…")
    }

    /// Moves to the end of the statement; false where it is an assignment.
    private mutating func skipCall() throws(Failure) -> Bool {
        var depth = 0
        while token.kind != .newline, token.kind != .end, depth > 0 || !isAt(.semicolon) {
            if case .sign(let sign) = token.kind {
                if sign == .assign, depth == 0 { return false }
                if sign.closing != nil { depth += 1 }
                if [.close, .closeBracket, .closeBrace].contains(sign) { depth -= 1 }
            }
            try skipToken()
        }
        return true
    }

    /// Moves past a token, and past all of an f-string.
    private mutating func skipToken() throws(Failure) {
        if case .formatStart(let quote) = token.kind {
            try lexer.skipFormat(quote, opening: token.range)
        }
        try advance()
    }

    /// Skips the rest of a `class` or `def` line, and the block below it.
    mutating func skipBlock() throws(Failure) {
        while token.kind != .newline, token.kind != .end { try skipToken() }
        while token.kind == .newline { try advance() }
        guard token.kind == .indent else { return }
        var depth = 0
        repeat {
            if token.kind == .indent { depth += 1 }
            if token.kind == .dedent { depth -= 1 }
            if depth > 0 || token.kind != .dedent { try skipToken() }
        } while depth > 0 && token.kind != .end
        if token.kind == .dedent { try advance() }
    }

    /// Skips a function that draws a graph as the lecture does; nil where it does something else.
    mutating func skipDrawing(_ name: Name, at start: Range<Int>) throws(Failure) -> Skipped? {
        var rest = self
        let bodyStart = token.range.lowerBound
        try rest.skipBlock()
        let text = source.text(in: bodyStart..<max(rest.previousEnd, bodyStart))
        let draws = ["_prev", "Digraph", "trace("].contains { text.contains($0) }
        guard draws else { return nil }
        self = rest
        return .drawing(name)
    }
}
