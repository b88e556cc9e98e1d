internal import Micrograd
internal import MicrogradSupport
internal import TraceGraph
internal import TraceLanguage

/// What keeps a command from its work.
enum CommandError: Error {
    case language(LanguageError)
    case graph(TraceGraphError)
    case file(FileError)
    case input(String)
    case usage(UsageError)

    static func wrap<Result>(_ body: () throws(TraceGraphError) -> Result) throws(CommandError) -> Result {
        do throws(TraceGraphError) {
            return try body()
        } catch {
            throw .graph(error)
        }
    }

    static func wrap<Result>(file body: () throws(FileError) -> Result) throws(CommandError) -> Result {
        do throws(FileError) {
            return try body()
        } catch {
            throw .file(error)
        }
    }
}

extension Console {
    /// Reports what kept a command from its work, with its place in the file; wrong usage is thrown on.
    func report(_ error: CommandError, in arguments: Arguments) throws(UsageError) -> ExitCode {
        switch error {
        case .language(let error): (error.notes + [error.diagnostic]).forEach(report)
        case .graph(.savedGraph(let problem, let line, let column)):
            report(error: problem, place: "\(arguments.fileName):\(line):\(column)")
        case .graph(let error): report(error: error.description + (error.optionHint ?? ""))
        case .file(let error):
            let command = error.isMissing ? arguments.similarCommand : nil
            report(
                error: error.description
                    + (command.map { "; did you mean the command '\($0.word)'?" } ?? ""))
        case .input(let problem): report(error: problem)
        case .usage(let error): throw error
        }
        return .failed
    }
}
