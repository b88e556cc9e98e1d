import TestSupport

/// A program, and what CPython makes of it: `Scripts/make_language_programs.py` and `Scripts/fuzz_language.py` wrote
/// them.
struct ProgramReference: Decodable, Sendable {
    var name: String
    var text: String
    var printed: String
    /// The type of the error that ends it; nil where it runs to its end.
    var error: String?
    /// The line of the error.
    var line: Int?
    /// Whether what it prints depends on a gradient, whose last digits the order of a sum may change.
    var gradients: Bool

    /// Small programs about one thing each.
    static let programs: [ProgramReference] = readReference("language-programs.json", beside: #filePath)
    /// Programs that a generator made.
    static let corpus: [ProgramReference] = readReference("language-corpus.json", beside: #filePath)
}
