/// What a picture draws as one although nobody asked for it, and how to have it open.
struct FoldingNote: Sendable {
    private let names: [String]
    private let form: Form

    enum Form {
        case tables
        /// Tables of tints, without digits.
        case tints
        case nodes
    }

    init(_ names: [String], as form: Form) {
        self.names = names
        self.form = form
    }

    private var subject: String {
        let list = Caption.list(names, limit: 5)
        return "\(list) \(names.count == 1 ? "is" : "are") drawn as "
            + (names.count == 1
                ? (form == .nodes ? "one node" : "a table") : (form == .nodes ? "one node each" : "tables"))
            + (form == .tints ? " of tints, with the numbers in the tooltips" : "")
    }

    /// For standard error.
    var note: String { "\(subject), because open they would be too small to read; --fold none opens them" }

    /// For the description of the picture.
    var sentence: String {
        let subject = subject
        return subject.prefix(1).uppercased() + subject.dropFirst() + "; --fold none opens them."
    }
}
