/// A statement of the text.
struct Statement {
    enum Kind {
        case expression(Expression)
        case assignment([Target], Expression)
        case augmented(Target, BinaryOperator, Range<Int>, Expression)
        case imports([Import])
    }

    /// What is assigned to.
    indirect enum Target {
        case name(Name)
        case attribute(Expression, String, Range<Int>)
        case tuple([Target], Range<Int>)
    }

    /// One name that an import binds; nil where it only has to exist.
    struct Import {
        var path: [String]
        var binding: Name?
        /// Whether everything in it is bound: `from … import *`.
        var isStar: Bool
        var range: Range<Int>
    }

    var kind: Kind
    var range: Range<Int>
}
