extension String {
    /// The text on one line that a terminal shows as it stands: control characters are written as Python's escapes.
    ///
    /// For names that come from outside, in messages and tables: `a\n` is `a\\n`, an escape character `\\x1b`, and
    /// what turns the direction of text `\\u202e`. A backslash stays single.
    package var visible: String {
        if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) { return self }
        guard unicodeScalars.contains(where: \.isControl) else { return self }
        var result = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.isControl: result += scalar.pythonEscape
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
