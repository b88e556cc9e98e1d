/// The operators and punctuation that the lexer knows; longer ones first.
enum Sign: String, CaseIterable {
    case powerAssign = "**=", floorAssign = "//=", shiftLeftAssign = "<<=", shiftRightAssign = ">>="
    case ellipsis = "..."
    case plusAssign = "+=", minusAssign = "-=", timesAssign = "*=", divideAssign = "/=", remainderAssign =
        "%="
    case matrixAssign = "@=", andAssign = "&=", orAssign = "|=", xorAssign = "^="
    case power = "**", floorDivide = "//", equal = "==", notEqual = "!=", lessOrEqual = "<=", greaterOrEqual =
        ">="
    case arrow = "->", shiftLeft = "<<", shiftRight = ">>"
    case plus = "+", minus = "-", times = "*", divide = "/", remainder = "%", matrix = "@"
    case assign = "=", less = "<", greater = ">", bitAnd = "&", bitOr = "|", bitXor = "^", bitNot = "~"
    case open = "(", close = ")", openBracket = "[", closeBracket = "]", openBrace = "{", closeBrace = "}"
    case comma = ",", colon = ":", semicolon = ";", dot = ".", exclamation = "!"

    /// The sign that closes what this one opens.
    var closing: Sign? {
        switch self {
        case .open: .close
        case .openBracket: .closeBracket
        case .openBrace: .closeBrace
        default: nil
        }
    }

    var isClosing: Bool { self == .close || self == .closeBracket || self == .closeBrace }

    /// The operation that an augmented assignment makes.
    var augmentedOperator: BinaryOperator? {
        switch self {
        case .plusAssign: .add
        case .minusAssign: .subtract
        case .timesAssign: .multiply
        case .divideAssign: .divide
        case .powerAssign: .power
        case .floorAssign: .floorDivide
        case .remainderAssign: .remainder
        default: nil
        }
    }

    static let byFirstByte: [[(sign: Sign, bytes: [UInt8])]] = {
        var table = [[(sign: Sign, bytes: [UInt8])]](repeating: [], count: 128)
        for sign in allCases {
            let bytes = Array(sign.rawValue.utf8)
            table[Int(bytes[0])].append((sign, bytes))
        }
        return table
    }()
}
