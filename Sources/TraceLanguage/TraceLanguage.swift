internal import Micrograd

/// Runs a text, and returns the values to draw.
///
///     let result = try run(SourceText(name: "expr.txt", text: "a = 2.0; b = 3.0\ny = a*b + 1")) { print($0, terminator: "") }
///
/// The values are made on the tape on which the thread records. At the end their data are those that the values
/// to draw were computed from, also where the text changed them later.
///
/// - Parameters:
///   - source: The text, with the name that messages show for it.
///   - options: What the reader asks of the run.
///   - print: Takes what the text prints, line ends included, as it is printed.
public func run(
    _ source: SourceText, options: RunOptions = RunOptions(), print: @escaping (String) -> Void
) throws(LanguageError) -> ProgramResult {
    // What the text computes is a region of its own while it runs, so that what it does not need any more can go.
    let tape = TapeCursor()
    tape.openRegion()
    var program: RunningProgram?
    do throws(Failure) {
        try source.check()
        let running = try RunningProgram(source, options, print: print)
        program = running
        try running.run()
        var result = try running.makeResult()
        let positions = result.roots.map(\.position)
        let root = result.backward?.root.position
        tape.joinRegion()
        result.roots = positions.map(tape.value)
        if let root { result.backward?.root = tape.value(at: root) }
        return result
    } catch {
        let calls = program?.callChain ?? []
        let notes = program?.notes(before: error) ?? []
        tape.closeRegion()
        throw LanguageError(
            diagnostic: Diagnostic(.error, error.problem, in: source, at: error.range, calls: calls),
            notes: notes)
    }
}

/// A text on its way from code to values.
private final class RunningProgram {
    private let machine: Machine
    private let code: Code
    /// Of a notebook.
    private let cells: [CellProgram]
    private var isRunning = false

    init(_ source: SourceText, _ options: RunOptions, print: @escaping (String) -> Void) throws(Failure) {
        let heap = Heap()
        let lookup = Builtins.lookup
        var reader: CellReader?
        if source.isNotebook { reader = CellReader(source) { lookup.row(of: $0) != nil } }
        cells = try reader?.read() ?? []
        let kind = source.isNotebook ? cells.kind(in: source) : ProgramKind(of: source)
        let compiler = Compiler(
            source, kind: kind, heap: heap, builtins: lookup, settings: options.settings)
        let names: NameTable
        if let reader {
            try compiler.compile(cells)
            names = reader.parser.names
        } else {
            names = try RunningProgram.compile(source, by: compiler)
        }
        code = try compiler.finish()
        machine = Machine(
            source, kind: kind, options: options, heap: heap, builtins: Builtins.table, lookup: lookup,
            print: print)
        machine.start(code, names, compiler)
    }

    /// Writes the code of a text that is no notebook, and returns its names.
    private static func compile(_ source: SourceText, by compiler: Compiler) throws(Failure) -> NameTable {
        let builtins = compiler.builtins
        var parser = try Parser(source) { builtins.row(of: $0) != nil }
        var statements: [Statement] = []
        // Each statement is code as soon as it is read: a long text needs no tree.
        while try parser.parseNext(into: &statements) {
            for statement in statements { try compiler.compileOutermost(statement) }
            statements.removeAll(keepingCapacity: true)
        }
        return parser.names
    }

    func run() throws(Failure) {
        isRunning = true
        _ = try machine.run()
        isRunning = false
    }

    func makeResult() throws(Failure) -> ProgramResult {
        var finder = ResultFinder(machine)
        return try finder.makeResult()
    }

    /// The notes that explain a failure: on the cells above it that did not run.
    func notes(before failure: Failure) -> [Diagnostic] {
        cells.compactMap(\.note).filter { $0.range.lowerBound < failure.range?.lowerBound ?? .max }.map {
            Diagnostic(.note, $0.problem, in: machine.source, at: $0.range)
        }
    }

    /// The calls that led to a failure, innermost first.
    var callChain: [(function: String, range: Range<Int>)] { isRunning ? machine.callChain : [] }
}
