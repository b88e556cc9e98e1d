/// The type of plots: the three sizes that the pictures of graphs have, and how text fits into a space.
enum PlotText {
    /// Titles, names and messages.
    static let usual = Theme.modern.fontSize
    /// Axes, notes and the numbers of cells.
    static let small = 10.0
    /// Counts on bars and the numbers of small cells.
    static let tiny = 9.0

    static func width(of text: String, _ size: Double = usual) -> Double {
        // A minus is as wide as a plus, which the tables have.
        TextMetrics.width(of: String(text.map { $0 == "−" ? "+" : $0 }), fontSize: size)
    }

    /// The width of the widest.
    static func width(ofWidest texts: some Sequence<String>, _ size: Double = usual) -> Double {
        texts.lazy.map { width(of: $0, size) }.max() ?? 0
    }

    /// The text on one line, cut where it would be wider than `space`.
    static func fitted(_ text: String, in space: Double, _ size: Double = usual) -> String {
        let start = oneLine(text)
        if width(of: start, size) <= space { return start }
        let mark = "…"
        var rest = space - width(of: mark, size)
        let kept = start.prefix { character in
            rest -= TextMetrics.width(of: String(character), fontSize: size)
            return rest >= 0
        }
        return kept + mark
    }

    /// The text on at most two lines, broken between words, and cut where it still has no room.
    static func lines(_ text: String, in space: Double, _ size: Double = usual) -> [String] {
        var (first, second) = ("", "")
        for word in oneLine(text).split(separator: " ") {
            let longer = first.isEmpty ? String(word) : "\(first) \(word)"
            if second.isEmpty, first.isEmpty || width(of: longer, size) <= space {
                first = longer
            } else {
                second += second.isEmpty ? word : " \(word)"
            }
        }
        return [first, second].filter { !$0.isEmpty }.map { fitted($0, in: space, size) }
    }

    /// A name of a million letters is not measured to its end.
    private static func oneLine(_ text: String) -> String { LabelText.oneLine(String(text.prefix(1_000))) }
}
