/// What can go wrong with what Micrograd reads and writes: files and tables.
public enum MicrogradError: Error, Equatable, Sendable {
    /// A file that cannot be read or written.
    case file(FileError)
    /// A table that cannot be read or used; the line counts from 1, and the path is nil for a text.
    case csv(CSVProblem, line: Int?, path: String?)
}

extension MicrogradError: CustomStringConvertible {
    /// One sentence: what, where, and what to do.
    public var description: String {
        switch self {
        case .file(let error):
            return error.description
        case .csv(let problem, let line, let path):
            let text = path.map { "'\($0)'" } ?? "the CSV text"
            return (line.map { "line \($0) of \(text)" } ?? text) + ": \(problem)"
        }
    }
}
