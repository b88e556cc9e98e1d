internal import MicrogradSupport

/// What a picture draws as one although nobody asked for it, and how to have it open.
struct FoldingNote: Sendable {
    private let names: [String]
    private let form: Form
    /// Whether a name stands for several, such as all calls of a layer.
    private var isPlural = false

    enum Form {
        case tables
        /// Tables of tints, without digits.
        case tints
        case nodes
        /// As they are, although they were to be folded.
        case open
    }

    init(_ names: [String], as form: Form) {
        self.names = names
        self.form = form
    }

    /// Of layers, each with the number of its calls.
    init(_ layers: [(name: String, callCount: Int)], as form: Form) {
        let names = layers.map { $0.callCount == 1 ? $0.name : "\($0.name) (\($0.callCount) calls)" }
        self.init(names, as: form)
        isPlural = layers.contains { $0.callCount > 1 }
    }

    /// Of the scopes that could not be folded; nil where all could.
    init?(leftOpenIn view: GraphView) {
        guard !view.scopesLeftOpen.isEmpty else { return nil }
        self.init(view.scopesLeftOpen.map { view.graph.path(ofScope: $0).visible }, as: .open)
    }

    private var list: String { Wording.list(names, limit: 5) }

    private var formText: String {
        switch form {
        case .tables: names.count == 1 ? "a table" : "tables"
        case .tints:
            (names.count == 1 ? "a table" : "tables") + " of tints, with the numbers in the tooltips"
        case .nodes: names.count == 1 && !isPlural ? "one node" : "one node each"
        case .open: "open"
        }
    }

    private var reason: String {
        form == .open
            ? "because values leave \(names.count == 1 ? "it" : "them"), are used outside, and return"
            : "because open \(names.count == 1 ? "it" : "they") would be too small to read; "
                + "--fold none opens \(names.count == 1 ? "it" : "them")"
    }

    /// For standard error.
    var note: String {
        let verb = names.count == 1 ? "is" : "are"
        return "\(list) \(verb) drawn \(form == .open ? "" : "as ")\(formText), \(reason)"
    }

    /// For the description of the picture.
    var sentence: String {
        form == .open
            ? "Drawn open: \(list), \(reason)." : "Drawn as \(formText): \(list); --fold none opens them."
    }
}
