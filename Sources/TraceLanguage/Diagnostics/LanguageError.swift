/// The first error of a text.
public struct LanguageError: Error, CustomStringConvertible {
    /// The error with its place, which renders it.
    public let diagnostic: Diagnostic

    /// The error as it is printed: place, message, line and caret.
    public var description: String { diagnostic.rendered() }
}
