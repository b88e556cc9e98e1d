/// A number, a text or a word that stands for itself.
enum Literal {
    case none
    case bool(Bool)
    case integer(Int128)
    case float(Double)
    case string(String)

    /// Whether it is a number; True is 1.
    var isNumber: Bool {
        switch self {
        case .bool, .integer, .float: true
        case .none, .string: false
        }
    }
}
