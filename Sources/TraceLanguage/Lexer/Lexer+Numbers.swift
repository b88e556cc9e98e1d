extension Lexer {
    mutating func readNumber() throws(Failure) -> Token {
        let start = position
        let second = byte(at: start + 1) | 0x20
        if byte(at: start) == UInt8(ascii: "0"), let radix = [0x78: 16, 0x6f: 8, 0x62: 2][Int(second)] {
            return try readInteger(radix: radix)
        }
        try skipDigits()
        var isFloat = false
        if byte(at: position) == UInt8(ascii: ".") {
            isFloat = true
            position += 1
            if byte(at: position).isDigit { try skipDigits() }
        }
        if byte(at: position) | 0x20 == UInt8(ascii: "e") {
            let sign = byte(at: position + 1)
            let hasSign = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
            if byte(at: position + (hasSign ? 2 : 1)).isDigit {
                isFloat = true
                position += hasSign ? 2 : 1
                try skipDigits()
            }
        }
        try checkNumberEnd(from: start)
        let digits = source.text(in: start..<position).filter { $0 != "_" }
        let range = start..<position
        if isFloat { return Token(kind: .float(Double(digits) ?? .infinity), range: range) }
        if digits.count > 1, digits.first == "0", digits.contains(where: { $0 != "0" }) {
            let rest = digits.drop { $0 == "0" }
            if let whole = wholePart(beforeCommaAt: start - 1) {
                let number = source.text(in: whole)
                throw Failure(
                    .decimalComma(number: "\(number).\(digits)", tuple: "(\(number), \(rest))"),
                    at: whole.lowerBound..<position)
            }
            throw Failure(.leadingZero(String(rest)), at: range)
        }
        guard let number = Int128(digits) else { throw Failure(.integerTooLarge, at: range) }
        return Token(kind: .integer(number), range: range)
    }

    /// The digits that stand directly before a comma outside brackets, as in `3,07`; nil where none do.
    private func wholePart(beforeCommaAt comma: Int) -> Range<Int>? {
        guard openBrackets.isEmpty, comma > 0, byte(at: comma) == UInt8(ascii: ",") else { return nil }
        var start = comma
        while start > 0, byte(at: start - 1).isDigit { start -= 1 }
        guard start < comma else { return nil }
        guard start > 0 else { return start..<comma }
        let before = byte(at: start - 1)
        let isOwn = before.isBlank || before.isLineEnd || "=+-*/(".utf8.contains(before)
        return isOwn ? start..<comma : nil
    }

    private mutating func readInteger(radix: Int) throws(Failure) -> Token {
        let start = position
        position += 2
        while Character(Unicode.Scalar(byte(at: position))).isHexDigit
            || byte(at: position) == UInt8(ascii: "_")
        {
            position += 1
        }
        let text = source.text(in: start + 2..<position)
        let hasGoodUnderscores = !text.hasSuffix("_") && !text.contains("__")
        let digits = text.filter { $0 != "_" }
        let isValid = !digits.isEmpty && digits.allSatisfy { ($0.hexDigitValue ?? 16) < radix }
        guard isValid, hasGoodUnderscores, nameEnd(from: position) == position, !byte(at: position).isDigit
        else {
            let end = max(nameEnd(from: position), position)
            throw Failure(.badNumber(source.text(in: start..<end)), at: start..<end)
        }
        guard let number = Int128(digits, radix: radix) else {
            throw Failure(.integerTooLarge, at: start..<position)
        }
        return Token(kind: .integer(number), range: start..<position)
    }

    /// Skips digits with single underscores between them.
    private mutating func skipDigits() throws(Failure) {
        let start = position
        while byte(at: position).isDigit || byte(at: position) == UInt8(ascii: "_") {
            let isUnderscore = byte(at: position) == UInt8(ascii: "_")
            if isUnderscore, !byte(at: position + 1).isDigit {
                throw badNumber(from: start)
            }
            position += 1
        }
    }

    /// Names all that looks like a part of the number.
    private func badNumber(from start: Int) -> Failure {
        var end = position
        while byte(at: end).isDigit || byte(at: end) == UInt8(ascii: "_")
            || byte(at: end) == UInt8(ascii: ".")
        {
            end += 1
        }
        return Failure(.badNumber(source.text(in: start..<end)), at: start..<end)
    }

    private func checkNumberEnd(from start: Int) throws(Failure) {
        let range = start..<position
        let number = source.text(in: range)
        if byte(at: position) == UInt8(ascii: "."), number.contains(".") {
            throw badNumber(from: start)
        }
        let end = nameEnd(from: position)
        guard end > position else { return }
        let name = source.text(in: position..<end)
        let whole = start..<end
        if name == "j" || name == "J" { throw Failure(.refused(.complex), at: whole) }
        if name == "e" || name == "E" { throw Failure(.badNumber(number + name), at: whole) }
        if Keyword(rawValue: name) != nil { throw Failure(.numberMeetsKeyword(number, name), at: whole) }
        throw Failure(.numberMeetsName(number.hasSuffix(".") ? number + "0" : number, name), at: whole)
    }
}
