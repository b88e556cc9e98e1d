/// The first error of a text.
public struct LanguageError: Error, CustomStringConvertible {
    /// The error with its place, which renders it.
    public let diagnostic: Diagnostic
    /// What may explain it: notes on the cells of a notebook above it that are left out.
    public let notes: [Diagnostic]

    init(diagnostic: Diagnostic, notes: [Diagnostic] = []) {
        self.diagnostic = diagnostic
        self.notes = notes
    }

    /// The error as it is printed: place, message, line and caret.
    public var description: String { diagnostic.rendered() }
}
