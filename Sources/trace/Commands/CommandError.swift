internal import TraceGraph
internal import TraceLanguage

/// What keeps a command from its work.
enum CommandError: Error {
    case language(LanguageError)
    case graph(TraceGraphError)
    case input(String)
    case usage(UsageError)

    static func wrap<Result>(_ body: () throws(TraceGraphError) -> Result) throws(CommandError) -> Result {
        do throws(TraceGraphError) {
            return try body()
        } catch {
            throw .graph(error)
        }
    }
}

extension Console {
    /// Reports what kept a command from its work, with its place in the file; wrong usage is thrown on.
    func report(_ error: CommandError, in arguments: DrawArguments) throws(UsageError) -> ExitCode {
        switch error {
        case .language(let error): report(error.diagnostic)
        case .graph(.savedGraph(let problem, let line, let column)):
            report(error: problem, place: "\(arguments.fileName):\(line):\(column)")
        case .graph(let error): report(error: error.description + (error.optionHint ?? ""))
        case .input(let problem): report(error: problem)
        case .usage(let error): throw error
        }
        return .failed
    }
}
