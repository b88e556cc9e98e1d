/// An expression of the text. Chains of operators are lists, so the tree is as deep as its brackets.
struct Expression {
    indirect enum Kind {
        case literal(Literal)
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
        /// `a and b and c`, or the same with `or`.
        case logic(isAnd: Bool, [Expression])
        /// `not a`, so many times.
        case not(Expression, count: Int)
        /// `a if b else c if d else e`: the values with their conditions, and the last.
        case conditional([ConditionalCase], otherwise: Expression)
        /// `[x*2 for x in xs if x > 0]`, or a generator expression in parentheses.
        case comprehension(Comprehension)
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
            case attribute(Name)
            case call([ArgumentSyntax])
            case index(Expression)
            /// `[start:stop:step]`.
            case slice([Expression?])
        }
        var kind: Kind
        var range: Range<Int>

        var isCall: Bool { if case .call = kind { true } else { false } }
    }

    struct ArgumentSyntax {
        /// How an argument is given.
        enum Form {
            case plain
            /// `name=value`.
            case keyword(Name)
            /// `*values`.
            case list
            /// `**keywords`.
            case keywords
        }

        var form: Form
        var value: Expression

        /// The name of a keyword argument.
        var name: Name? { if case .keyword(let name) = form { name } else { nil } }
        var isPlain: Bool { if case .plain = form { true } else { false } }
        /// Where its name stands, or the value of one without.
        var nameRange: Range<Int> { name?.range ?? value.range }
    }

    struct ConditionalCase {
        var value: Expression
        var condition: Expression
    }

    struct Comprehension {
        /// Whether it gives its elements one by one: in parentheses.
        var isGenerator: Bool
        var element: Expression
        /// At least one, from the outermost.
        var loops: [Loop]

        struct Loop {
            var target: Statement.Target
            var iterable: Expression
            var conditions: [Expression]
        }
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
        case .comparison, .chain, .power, .logic, .not, .conditional: true
        case .literal, .name, .format, .list, .tuple, .postfix, .comprehension: false
        }
    }

    /// The name that it is, where it is nothing but a name.
    var name: Name? {
        if case .name(let name) = kind { name } else { nil }
    }

    /// Whether it is written as a list, whose elements take their names from the list: `[a, b]`, `[f(x) for x in xs]`.
    var isListDisplay: Bool {
        switch kind {
        case .list: true
        case .comprehension(let comprehension): !comprehension.isGenerator
        default: false
        }
    }
}
