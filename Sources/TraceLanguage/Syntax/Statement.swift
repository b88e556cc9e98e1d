/// A statement of the text.
struct Statement {
    indirect enum Kind {
        case expression(Expression)
        case assignment([Target], Expression)
        case augmented(Target, BinaryOperator, Range<Int>, Expression)
        case imports([Import])
        /// `if` with its `elif`s, and what `else` says.
        case conditional([Branch], otherwise: [Statement])
        case whileLoop(Branch, otherwise: [Statement])
        case forLoop(Target, Expression, [Statement], otherwise: [Statement])
        case function(FunctionSyntax)
        case classDefinition(ClassSyntax)
        case returning(Expression?)
        case pass
        case leaveLoop
        case continueLoop
        case assertion(Expression, message: Expression?)
        /// What is not run, with a note.
        case skipped(Skipped)
    }

    /// A condition and what runs where it holds.
    struct Branch {
        var condition: Expression
        var body: [Statement]
    }

    /// What is assigned to.
    indirect enum Target {
        case name(Name)
        case attribute(Expression, Name)
        case item(Expression, Expression, Range<Int>)
        case tuple([Target], Range<Int>)

        /// The names that it binds.
        var names: [Name] {
            switch self {
            case .name(let name): [name]
            case .attribute, .item: []
            case .tuple(let targets, _): targets.flatMap(\.names)
            }
        }
    }

    /// One name that an import binds; nil where it only has to exist.
    struct Import {
        var module: [String]
        /// The name in the module: `from … import name`.
        var member: String?
        var binding: Name?
        /// Whether everything in it is bound: `from … import *`.
        var isStar = false
        /// Whether the first word of the module is what is bound: `import micrograd.nn`.
        var bindsFirst = false
        /// Where the name or, without one, the module stands.
        var range: Range<Int>
        var moduleRange: Range<Int>
    }

    var kind: Kind
    var range: Range<Int>
}

/// A function as the text writes it.
struct FunctionSyntax {
    struct Parameter {
        enum Form {
            case plain
            /// Behind `*`: given by name only.
            case keywordOnly
            /// `*rest`.
            case rest
            /// `**keywords`.
            case keywords
        }

        var name: Name
        var form: Form
        var fallback: Expression?
    }

    var name: Name
    var parameters: [Parameter]
    var body: [Statement]
}

/// A class as the text writes it.
struct ClassSyntax {
    var name: Name
    var base: Expression?
    var body: [Statement]
}

/// What of a text is not run, because trace does it itself.
enum Skipped {
    /// `class Value`.
    case engine(Name)
    /// `def draw_dot`, `def trace`.
    case drawing(Name)
    /// `plt.plot(…)`.
    case plot(String)
    /// `%matplotlib inline`, `!pip install …`.
    case command
}
