internal import Micrograd

/// What stands for an operation: a sign such as ×, a word such as tanh, or a power with its exponent.
struct OperationSign: Sendable, Equatable {
    var family: OperationFamily
    var text: String
    /// The exponent of a power by a number, which stands raised behind the text.
    var exponent: String?

    /// All that is drawn of it.
    var shownText: String { text + (exponent ?? "") }

    /// What stands for it where nothing can be raised: `**3`.
    var plainText: String { exponent.map { "**\($0)" } ?? text }

    /// Whether it is a single sign, which is drawn larger than words.
    var isSign: Bool { exponent == nil && text.count == 1 }

    init(_ node: GraphNode, _ operation: Value.Operation, operandCount: Int, _ theme: Theme) {
        family = OperationFamily(operation)
        if theme.values == .cards, let argument = node.argument {
            text = "(·)"
            exponent = NumberText(precision: 4, style: .picture).text(argument)
        } else {
            text = theme.signs[operation.symbol] ?? operation.symbol
            if let argument = node.argument { text += NumberText.exact(argument) }
            if operation == .add, operandCount > 2 { text = "Σ" }
        }
    }

    init(family: OperationFamily, text: String) {
        self.family = family
        self.text = text
    }
}

extension OperationFamily {
    fileprivate init(_ operation: Value.Operation) {
        switch operation {
        case .add, .subtract, .negate: self = .sum
        case .multiply, .divide, .power: self = .product
        default: self = .function
        }
    }
}
