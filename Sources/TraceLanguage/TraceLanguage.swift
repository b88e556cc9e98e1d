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
        tape.closeRegion()
        throw LanguageError(
            diagnostic: Diagnostic(.error, error.problem, in: source, at: error.range, calls: calls))
    }
}

/// A text on its way from code to values.
private final class RunningProgram {
    private let machine: Machine
    private let code: Code
    private var isRunning = false

    init(_ source: SourceText, _ options: RunOptions, print: @escaping (String) -> Void) throws(Failure) {
        let kind = ProgramKind(of: source)
        let heap = Heap()
        let lookup = Builtins.lookup
        let compiler = Compiler(
            source, kind: kind, heap: heap, builtins: lookup, settings: options.settings)
        var parser = try Parser(source) { lookup.row(of: $0) != nil }
        var statements: [Statement] = []
        // Each statement is code as soon as it is read: a long text needs no tree.
        while try parser.parseNext(into: &statements) {
            for statement in statements { try compiler.compileOutermost(statement) }
            statements.removeAll(keepingCapacity: true)
        }
        code = try compiler.finish()
        machine = Machine(
            source, kind: kind, options: options, heap: heap, builtins: Builtins.table, lookup: lookup,
            print: print)
        machine.start(code, parser.names, compiler)
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

    /// The calls that led to a failure, innermost first.
    var callChain: [(function: String, range: Range<Int>)] { isRunning ? machine.callChain : [] }
}
