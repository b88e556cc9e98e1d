/// The notes and warnings of a run, in the order in which they came up.
struct Notes {
    private(set) var entries: [(severity: Diagnostic.Severity, problem: Problem, range: Range<Int>?)] = []
    private var keys: Set<String> = []
    /// The first value that is infinite or NaN, and where it was computed.
    var firstNotFinite: FirstNotFinite?

    /// A value that is infinite or NaN: its position while it is on the tape, and its name once it is not.
    struct FirstNotFinite {
        var position: Int?
        var label: String?
        var data: Double
        var range: Range<Int>
    }

    /// In the order of their places in the text; those without a place at the end.
    var inOrder: [(severity: Diagnostic.Severity, problem: Problem, range: Range<Int>?)] {
        entries.enumerated().sorted { one, two in
            (one.element.range?.lowerBound ?? .max, one.offset) < (
                two.element.range?.lowerBound ?? .max, two.offset
            )
        }.map(\.element)
    }

    mutating func add(_ severity: Diagnostic.Severity, _ problem: Problem, at range: Range<Int>?) {
        entries.append((severity, problem, range))
    }

    /// Adds a note unless one with the same key has been added.
    mutating func addOnce(_ key: String, _ problem: Problem, at range: Range<Int>?) {
        if keys.insert(key).inserted { add(.note, problem, at: range) }
    }
}
