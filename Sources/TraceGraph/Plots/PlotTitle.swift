/// What stands above a plot, and what a screen reader says of it first, even where nothing stands there.
struct PlotTitle: Sendable {
    let shown: String
    let spoken: String

    /// - Parameter usual: What the plot shows, in words; the title where none is given.
    init(_ given: String?, usual: String) {
        shown = given ?? usual
        spoken = shown.isEmpty ? usual : shown
    }

    /// Says `subject by one and other`, with a capital, and without what has no name.
    static func usual(_ subject: String, by names: [String]) -> String {
        let by = Wording.list(names.filter { !$0.isEmpty }, limit: 3)
        let parts = [subject, by].filter { !$0.isEmpty }
        let title = parts.isEmpty ? "plot" : parts.joined(separator: " by ")
        return title.prefix(1).uppercased() + title.dropFirst()
    }
}
