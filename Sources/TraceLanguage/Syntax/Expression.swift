/// An expression of the text. Chains of operators are lists, so the tree is as deep as its brackets.
struct Expression {
    indirect enum Kind {
        case literal(Object)
        case name(Name)
        case format([FormatPart])
        case list([Expression])
        case tuple([Expression])
        /// `a < b < c`.
        case comparison(Expression, [ComparisonStep])
        /// `a + b - c` or `a * b / c`, from the left.
        case chain(Expression, [ChainStep])
        /// `-a ** -b ** c`, from the right.
        case power([PowerTerm])
        /// `a.b(c)[d]`.
        case postfix(Expression, [Trailer])
    }

    struct ComparisonStep {
        var comparison: Comparison
        var range: Range<Int>
        var operand: Expression
    }

    struct ChainStep {
        var operation: BinaryOperator
        var range: Range<Int>
        var operand: Expression
    }

    /// One operand of `**`, the signs before it, and the place of the `**` before them.
    struct PowerTerm {
        var range: Range<Int>
        /// The places of the signs, and whether each is a minus.
        var signs: [(isMinus: Bool, range: Range<Int>)]
        var operand: Expression
    }

    struct Trailer {
        enum Kind {
            case attribute(String)
            case call([ArgumentSyntax])
            case index(Expression)
        }
        var kind: Kind
        var range: Range<Int>
    }

    struct ArgumentSyntax {
        /// The name of a keyword argument.
        var name: String?
        var nameRange: Range<Int>
        var value: Expression
    }

    /// A part of an f-string.
    enum FormatPart {
        case text(String)
        case field(FormatField)
    }

    /// `!r`, `!s` or `!a`.
    enum Conversion: String {
        case repr = "r", str = "s", ascii = "a"
    }

    struct FormatField {
        var value: Expression
        /// What stands behind `!`.
        var conversion: Conversion?
        var specification: [FormatPart]
        var range: Range<Int>
    }

    var kind: Kind
    var range: Range<Int>

    /// Whether it needs brackets before a dot or `**`.
    var isOperation: Bool {
        switch kind {
        case .comparison, .chain, .power: true
        case .literal, .name, .format, .list, .tuple, .postfix: false
        }
    }

    /// The name that it is, where it is nothing but a name.
    var name: Name? {
        if case .name(let name) = kind { name } else { nil }
    }
}
