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

    private var list: String { Caption.list(names, limit: 5) }

    private var formText: String {
        switch form {
        case .tables: names.count == 1 ? "a table" : "tables"
        case .tints:
            (names.count == 1 ? "a table" : "tables") + " of tints, with the numbers in the tooltips"
        case .nodes: names.count == 1 ? "one node" : "one node each"
        }
    }

    /// For standard error.
    var note: String {
        "\(list) \(names.count == 1 ? "is" : "are") drawn as \(formText), "
            + "because open they would be too small to read; --fold none opens them"
    }

    /// For the description of the picture.
    var sentence: String { "Drawn as \(formText): \(list); --fold none opens them." }
}
