extension Parser {
    /// Parses strings that stand side by side as the one string that they make.
    mutating func parseStrings() throws(Failure) -> Expression {
        let start = token.range.lowerBound
        var parts: [Expression.FormatPart] = []
        var isFormat = false
        while true {
            if case .string(let text) = token.kind {
                parts.append(.text(text))
                try advance()
            } else if case .formatStart(let quote) = token.kind {
                isFormat = true
                try nested(at: token.range) { parser throws(Failure) in
                    try parser.parseFormat(quote, opening: parser.token.range, context: .format, into: &parts)
                }
                try advance()
            } else {
                break
            }
        }
        let range = start..<previousEnd
        if isFormat { return Expression(kind: .format(parts), range: range) }
        let text = parts.map { if case .text(let text) = $0 { text } else { "" } }.joined()
        return Expression(kind: .literal(.string(text)), range: range)
    }

    /// Parses the text and fields of an f-string; at the end the lexer stands behind what ended it.
    private mutating func parseFormat(
        _ quote: StringQuote, opening: Range<Int>, context: Lexer.PieceContext,
        into parts: inout [Expression.FormatPart]
    ) throws(Failure) {
        while true {
            let piece = try lexer.readPiece(of: quote, opening: opening, context: context)
            if !piece.text.isEmpty { parts.append(.text(piece.text)) }
            guard piece.end == .field else { break }
            let brace = lexer.position - 1..<lexer.position
            try nested(at: brace) { parser throws(Failure) in
                try parser.parseField(quote, opening: opening, brace: brace, into: &parts)
            }
        }
        token.range = opening.lowerBound..<lexer.position
    }

    private mutating func parseField(
        _ quote: StringQuote, opening: Range<Int>, brace: Range<Int>,
        into parts: inout [Expression.FormatPart]
    ) throws(Failure) {
        lexer.openFormatField(at: brace.lowerBound)
        let start = lexer.position
        try advance()
        if isAt(.closeBrace) { throw Failure(.emptyField, at: brace.lowerBound..<token.range.upperBound) }
        let value = try parseExpressions()
        var field = Expression.FormatField(
            value: value, conversion: nil, specification: [], range: value.range)
        var isEcho = false
        if isAt(.assign) {
            isEcho = true
            // As in Python, with the blanks around the sign.
            var end = token.range.upperBound
            while lexer.byte(at: end).isBlank { end += 1 }
            parts.append(.text(source.text(in: start..<end)))
            try advance()
        }
        if isAt(.exclamation) {
            try advance()
            guard case .name(let text) = token.kind, let conversion = Expression.Conversion(rawValue: text)
            else { throw Failure(.badConversion, at: token.range) }
            field.conversion = conversion
            try advance()
        }
        if isEcho, field.conversion == nil, !isAt(.colon) { field.conversion = .repr }
        if isAt(.colon) {
            // What follows is text, not tokens.
            lexer.position = token.range.upperBound
            lexer.closeFormatField()
            try parseFormat(quote, opening: opening, context: .specification, into: &field.specification)
        } else if !isAt(.closeBrace) {
            throw unexpected(wanted: "'}'")
        }
        parts.append(.field(field))
    }
}
