/// A file that cannot be read or written.
package struct FileError: Error, Equatable, Sendable {
    /// The file, as it was named.
    package var path: String
    /// What was tried.
    package var action: Action
    /// The system's reason.
    package var reason: String
    /// Whether it cannot be read because there is none.
    package var isMissing = false

    /// What was tried with a file.
    package enum Action: String, Sendable {
        case read, write
    }

    /// Makes an error from its parts.
    package init(path: String, action: Action, reason: String, isMissing: Bool = false) {
        self.path = path
        self.action = action
        self.reason = reason
        self.isMissing = isMissing
    }
}

extension FileError: CustomStringConvertible {
    /// One sentence: what, where, and why.
    package var description: String { "cannot \(action.rawValue) '\(path.visible)': \(reason)" }
}
