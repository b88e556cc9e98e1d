/// The two kinds of file that the language has.
enum ProgramKind {
    /// Numbers are Python's; only `Value(...)` and what is computed from it are nodes.
    case program
    /// Each name that is assigned a number is an input of the graph.
    case expressions

    /// Reads off a text which kind it is: a program says `Value` outside of comments and strings, or has a
    /// statement with a block.
    init(of source: SourceText) {
        self.init(of: source, in: [0..<source.bytes.count])
    }

    /// The same for parts of a text, each with lines of its own.
    init(of source: SourceText, in parts: [Range<Int>]) {
        let isProgram = parts.contains { part in
            ProgramKind.mayBeProgram(source.bytes[part]) && ProgramKind.isProgram(Lexer(source, in: part))
        }
        self = isProgram ? .program : .expressions
    }

    private static let words = ["Value", "def", "class", "for", "while", "if"].map { Array($0.utf8) }

    /// A look at the bytes alone: no, or perhaps.
    private static func mayBeProgram(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count {
                guard bytes[index].isWordPart else {
                    index += 1
                    continue
                }
                let start = index
                while index < bytes.count, bytes[index].isWordPart { index += 1 }
                // Names may be written in letters that count as others.
                if bytes[start] >= 128 || bytes[index - 1] >= 128 { return true }
                switch bytes[start] {
                case UInt8(ascii: "V"), UInt8(ascii: "d"), UInt8(ascii: "c"), UInt8(ascii: "f"),
                    UInt8(ascii: "w"), UInt8(ascii: "i"):
                    let word = UnsafeBufferPointer(rebasing: bytes[start..<index])
                    if words.contains(where: { $0.elementsEqual(word) }) { return true }
                default: break
                }
            }
            return false
        }
    }

    /// Reads the tokens; a mistake ends the search, and is reported where the text is parsed.
    private static func isProgram(_ lexer: Lexer) -> Bool {
        var lexer = lexer
        var isAtStart = true
        while let token = try? lexer.next(), token.kind != .end {
            switch token.kind {
            case .name("Value"): return true
            case .keyword(let keyword) where isAtStart && keyword.opensBlock: return true
            case .newline, .indent, .dedent, .sign(.semicolon): isAtStart = true
            case .formatStart(let quote):
                guard (try? lexer.skipFormat(quote, opening: token.range)) != nil else { return false }
                isAtStart = false
            case .sign(let sign) where isAtStart && (sign == .remainder || sign == .exclamation):
                lexer.skipToLineEnd()
            default: isAtStart = false
            }
        }
        return false
    }
}

extension UInt8 {
    /// Whether it may be a part of a name or a keyword.
    fileprivate var isWordPart: Bool {
        isDigit || self >= 128 || self == UInt8(ascii: "_")
            || (self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z"))
    }
}
