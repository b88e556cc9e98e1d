/// One option: its names, what it takes and does, its help, and the commands that have it.
struct OptionSpec {
    /// A letter after one hyphen, a word after two, or both in this order.
    let names: [String]
    let action: OptionAction
    /// What it does, in a phrase; its legal values, default and repetition are added.
    let help: String
    /// The same for commands where it is another.
    var otherHelp: [CommandName: String] = [:]
    /// The commands that have it; nil for all.
    let commands: [CommandName]?
    /// What others call it: never taken, but a message tells the name that it has here. A word such as
    /// `--dark=dark` stands for the option with an argument.
    var synonyms: [String] = []
    /// Whether only a program understands it, and no saved graph.
    var isForPrograms = false
    /// How usage lines show it; nil where it is one of `[options]`.
    var usage: String?

    func isFor(_ command: CommandName) -> Bool { commands?.contains(command) ?? true }

    /// Whether it may be given more than once: where it adds to a list, or only switches something.
    var canRepeat: Bool { action.repeats || action.shape == nil }

    /// The name in words.
    var longName: String { names.last ?? "" }

    /// What its help says with a command: what it does, its values, whether it repeats, and its default.
    func help(for command: CommandName) -> String {
        var text = otherHelp[command] ?? help
        switch action.shape {
        // The others stand in the placeholder.
        case .choice(let words) where words.joined(separator: "|") != action.placeholder:
            text += ": " + words.joined(separator: " ")
        case .wholeNumber(let range) where range.lowerBound > Int.min && range.upperBound < Int.max:
            text += ", \(range.lowerBound) to \(range.upperBound)"
        default: break
        }
        if action.repeats { text += "; may be repeated" }
        let standard = action.standard(Arguments(command: command))
        return text + (standard.map { " (default: \($0))" } ?? "")
    }
}
