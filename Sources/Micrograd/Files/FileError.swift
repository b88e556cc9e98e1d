/// A file that cannot be read or written.
public struct FileError: Error, Equatable, Sendable {
    /// The file, as it was named.
    public var path: String
    /// What was tried.
    public var action: Action
    /// The system's reason.
    public var reason: String

    /// What was tried with a file.
    public enum Action: String, Sendable {
        case read, write
    }

    /// Makes an error from its parts.
    public init(path: String, action: Action, reason: String) {
        self.path = path
        self.action = action
        self.reason = reason
    }
}

extension FileError: CustomStringConvertible {
    /// One sentence: what, where, and why.
    public var description: String { "cannot \(action.rawValue) '\(path)': \(reason)" }
}
