package import MicrogradSupport

/// What can go wrong with what Micrograd reads and writes: files, tables, saved parameters.
public enum MicrogradError: Error, Equatable, Sendable {
    /// A file that cannot be read or written, with the system's reason.
    case file(path: String, action: FileAction, reason: String)
    /// A table that cannot be read or used; the line counts from 1, and the path is nil for a text.
    case csv(problem: String, line: Int?, path: String?)
    /// Saved parameters that cannot be read, and where; the path is nil for a text.
    case savedParameters(problem: String, line: Int, column: Int, path: String?)
    /// Saved parameters of another model than the one that was to load them.
    case parameterMismatch(savedCount: Int, modelCount: Int, notSaved: [String], notInModel: [String])
    /// Two saved numbers, each with its name, for what is one parameter of the model.
    case sharedParameterMismatch(names: [String], numbers: [Double])
    /// The saved state of another optimizer than the one that was to take it.
    case optimizerMismatch(OptimizerState.Mismatch)
    /// Parameters that were saved without the state of an optimizer, and one was to take it.
    case noOptimizerState

    /// What was tried with a file.
    public enum FileAction: String, Sendable {
        case read, write

        package init(_ error: FileError) {
            self = error.action == .read ? .read : .write
        }
    }

    init(_ error: FileError) {
        self = .file(path: error.path, action: FileAction(error), reason: error.reason)
    }
}

extension MicrogradError: CustomStringConvertible {
    /// One sentence: what, where, and what to do.
    public var description: String { sentence.visible }

    private var sentence: String {
        switch self {
        case .file(let path, let action, let reason):
            return "cannot \(action.rawValue) '\(path)': \(reason)"
        case .csv(let problem, let line, let path):
            let text = path.map { "'\($0)'" } ?? "the CSV text"
            return (line.map { "line \($0) of \(text)" } ?? text) + ": \(problem)"
        case .savedParameters(let problem, let line, let column, let path):
            let text = path.map { "'\($0)'" } ?? "the saved parameters"
            return "line \(line), column \(column) of \(text): \(problem)"
        case .parameterMismatch(let savedCount, let modelCount, let notSaved, let notInModel):
            var text =
                "the saved parameters do not fit the model (\(savedCount) saved, \(modelCount) in the model): "
            if !notSaved.isEmpty { text += "the model's \(MicrogradError.listing(notSaved)) not saved; " }
            if !notInModel.isEmpty {
                text += "the saved \(MicrogradError.listing(notInModel)) not in the model; "
            }
            return text + "make the model as it was when they were saved"
        case .sharedParameterMismatch(let names, let numbers):
            let pairs = zip(names, numbers).map { "'\($0)' is \($1)" }.joined(separator: " and ")
            return
                "in the saved parameters \(pairs), and the model shares one parameter between them; make the model as it was when they were saved"
        case .optimizerMismatch(let mismatch):
            return mismatch.description
        case .noOptimizerState:
            return "the parameters were saved without the state of an optimizer; load them without one"
        }
    }

    /// The first three, with the verb that follows.
    private static func listing(_ names: [String]) -> String {
        let list = names.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
        let rest = names.count > 3 ? " and \(names.count - 3) more" : ""
        return list + rest + (names.count == 1 ? " is" : " are")
    }
}
