/// The instructions of a function, of the block of a class, of a generator expression or of the whole text.
///
/// Code is data: it knows places of the text, and nothing of its expressions.
final class Code {
    enum Kind {
        case module, function, classBlock, generator
    }

    let kind: Kind
    let name: String
    /// Where the definition stands.
    let range: Range<Int>
    var parameters: [Parameter] = []
    private(set) var instructions: UnsafeMutablePointer<Instruction>
    private(set) var instructionCount: Int
    /// Where each instruction stands in the text.
    let places: [CodePlace]
    private(set) var constants: UnsafeMutablePointer<Cell>
    private(set) var constantCount: Int
    /// How many registers it uses.
    let registerCount: Int
    /// The attributes that the code names, and where they were found last.
    let sites: [Name]
    let caches: UnsafeMutablePointer<AttributeCache>
    /// The names of keyword arguments, by site.
    let keywordSites: [[Name]]
    let functions: [FunctionDescription]
    let classes: [ClassSyntaxSummary]
    let names: [Name]
    let failures: [Failure]
    /// The names of the registers that are variables.
    let registerNames: [UInt16: Int]

    /// A parameter, in the order of its register.
    struct Parameter {
        var name: Name
        var form: FunctionSyntax.Parameter.Form
        /// Which of the defaults it has.
        var fallback: Int?
    }

    init(_ builder: CodeBuilder, kind: Kind, name: String, range: Range<Int>, constants: [Cell]) {
        self.kind = kind
        self.name = name
        self.range = range
        instructionCount = builder.instructions.count
        instructions = .allocate(capacity: max(builder.instructions.count, 1))
        instructions.initialize(from: builder.instructions, count: builder.instructions.count)
        places = builder.places
        constantCount = constants.count
        self.constants = .allocate(capacity: max(constants.count, 1))
        self.constants.initialize(from: constants, count: constants.count)
        registerCount = builder.registerCount
        sites = builder.sites
        caches = .allocate(capacity: max(sites.count, 1))
        caches.initialize(repeating: AttributeCache(), count: max(sites.count, 1))
        keywordSites = builder.keywordSites
        functions = builder.functions
        classes = builder.classes
        names = builder.names
        failures = builder.failures
        registerNames = builder.registerNames
    }

    deinit {
        instructions.deallocate()
        constants.deallocate()
        caches.deallocate()
    }

    /// How many parameters can be given by position.
    private(set) lazy var positionalCount = parameters.count { $0.form == .plain }
    /// Whether a call needs nothing but so many arguments in their registers.
    private(set) lazy var isSimple = positionalCount == parameters.count
}

/// Where an instruction stands in the text.
struct CodePlace {
    private var start: UInt32
    private var end: UInt32

    init(_ range: Range<Int>) {
        start = UInt32(truncatingIfNeeded: range.lowerBound)
        end = UInt32(truncatingIfNeeded: range.upperBound)
    }

    var range: Range<Int> { Int(start)..<Int(end) }
}

/// Where an attribute that the text names at one place was found last.
struct AttributeCache: BitwiseCopyable {
    /// The version of the class for which it holds; -1 for none, and below for the built-in methods of a tag.
    var version = -1
    /// The slot of the object's attribute; -1 where it is a function.
    var slot = -1
    var function = Cell.unbound
}

/// A function that code makes: its own code, and where its shared variables come from.
struct FunctionDescription {
    enum Source {
        /// The box in a register of the code around.
        case register(UInt16)
        /// A box that the code around has itself from further out.
        case captured(Int)
    }

    var code: Code
    var captured: [Source]
    var defaultCount: Int
}

/// What `makeClass` needs to know.
struct ClassSyntaxSummary {
    var name: Name
    var code: FunctionDescription
    var hasBase: Bool
    var baseRange: Range<Int>
}

/// Instructions while they are written.
struct CodeBuilder {
    var instructions: [Instruction] = []
    var places: [CodePlace] = []
    var registerCount = 0
    var sites: [Name] = []
    var keywordSites: [[Name]] = []
    var functions: [FunctionDescription] = []
    var classes: [ClassSyntaxSummary] = []
    var names: [Name] = []
    var failures: [Failure] = []
    var registerNames: [UInt16: Int] = [:]
    var constants: [Cell] = []
    var constantPlaces: [ConstantKey: Int] = [:]

    mutating func emit(_ instruction: Instruction, at range: Range<Int>) {
        instructions.append(instruction)
        places.append(CodePlace(range))
    }

    /// Lets the jump at `index` go to the next instruction that is written.
    mutating func land(_ index: Int) {
        let old = instructions[index]
        instructions[index] = Instruction(
            old.operation, flags: old.flags, old.a, wide: instructions.count - index - 1)
    }
}

/// What makes two constants the same.
enum ConstantKey: Hashable {
    case none, bool(Bool), integer(Int128), float(UInt64), string([UInt8]), builtin(UInt64)
}
