/// An error, a warning or a note, with its place in a text where it has one.
public struct Diagnostic: Sendable {
    /// How much it matters.
    public enum Severity: String, Sendable {
        case error, warning, note
    }

    /// Where in a text it is; lines and columns count from 1, columns in characters.
    public struct Place: Hashable, Sendable {
        /// The name of the text.
        public var file: String
        /// The cell of a notebook, from 1; nil for other texts.
        public var cell: Int?
        /// From 1, in the cell where there is one.
        public var line: Int
        /// In characters, from 1.
        public var column: Int
    }

    /// Error, warning or note.
    public let severity: Severity
    /// One sentence: what is wrong, and what to do.
    public let message: String

    /// The calls that led there, the innermost first; none outside of functions.
    public let calls: [CallPlace]

    let source: SourceText
    let range: Range<Int>?

    /// A call of a function of the text.
    public struct CallPlace: Sendable {
        /// The name of the function.
        public let function: String
        let range: Range<Int>
    }

    init(
        _ severity: Severity, _ problem: Problem, in source: SourceText, at range: Range<Int>?,
        calls: [(function: String, range: Range<Int>)] = []
    ) {
        self.severity = severity
        self.message = problem.description
        self.source = source
        self.range = range
        self.calls = calls.map { CallPlace(function: $0.function, range: $0.range) }
    }

    /// The place in the text; nil for what concerns the text as a whole.
    public var place: Place? {
        range.map(place)
    }

    func place(of range: Range<Int>) -> Place {
        let line = source.line(at: range.lowerBound)
        let start = source.range(ofLine: line).lowerBound
        let place = source.place(ofLine: line)
        return Place(
            file: source.name, cell: place.cell, line: place.line,
            column: source.text(in: start..<range.lowerBound).count + 1)
    }
}
