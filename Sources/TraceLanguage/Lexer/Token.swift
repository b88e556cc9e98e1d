/// The smallest part of a text that means something.
struct Token {
    enum Kind: Equatable {
        case name(String)
        case keyword(Keyword)
        case integer(Int128)
        case float(Double)
        case string(String)
        /// The quotes that open an f-string; its parts are read by the parser.
        case formatStart(StringQuote)
        case sign(Sign)
        case newline
        case indent
        case dedent
        case end
    }

    var kind: Kind
    var range: Range<Int>

    /// The token as a message names it.
    var description: String {
        switch kind {
        case .name(let text): "'\(text)'"
        case .keyword(let keyword): "'\(keyword.rawValue)'"
        case .integer, .float: "a number"
        case .string, .formatStart: "a string"
        case .sign(let sign): "'\(sign.rawValue)'"
        case .newline: "the end of the line"
        case .indent, .dedent: "an indentation"
        case .end: "the end of the file"
        }
    }
}

/// How a string is written: its quotes and its prefix.
struct StringQuote: Equatable {
    /// `'` or `"`.
    var byte: UInt8
    /// 1, or 3 for a string over several lines.
    var count: Int
    /// Whether a backslash stands for itself.
    var isRaw: Bool
}
