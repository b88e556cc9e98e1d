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
    do throws(Failure) {
        try source.check()
        var parser = Parser(source)
        var program = try parser.parseProgram()
        for setting in options.settings { try program.apply(setting) }
        let state = RunState(program, of: source, options: options, print: print)
        let interpreter = Interpreter(program: program, source: source, state: state)
        try interpreter.run()
        return try interpreter.makeResult()
    } catch {
        throw LanguageError(diagnostic: Diagnostic(.error, error.problem, in: source, at: error.range))
    }
}
