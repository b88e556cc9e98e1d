/// One option: its names, what it takes and does, its help, and the commands that have it.
struct OptionSpec {
    /// A letter after one hyphen, a word after two, or both in this order.
    let names: [String]
    private let makeAction: () -> OptionAction
    /// What it does, in a phrase; its legal values, default and repetition are added.
    let help: String
    /// The same for commands where it is another.
    let otherHelp: KeyValuePairs<CommandName, String>
    /// The commands that have it; nil for all.
    let commands: [CommandName]?
    /// What others call it: never taken, but a message tells the name that it has here. A word such as
    /// `--dark=dark` stands for the option with an argument.
    let synonyms: [String]
    /// Whether only a program understands it, and no saved graph.
    let isForPrograms: Bool
    /// How usage lines show it; nil where it is one of `[options]`.
    let usage: String?

    /// - Parameter action: Made where it is asked for: a run of the program takes a few of all options.
    init(
        names: [String], action: @autoclosure @escaping () -> OptionAction, help: String,
        otherHelp: KeyValuePairs<CommandName, String> = [:], commands: [CommandName]?,
        synonyms: [String] = [], isForPrograms: Bool = false, usage: String? = nil
    ) {
        self.names = names
        makeAction = action
        self.help = help
        self.otherHelp = otherHelp
        self.commands = commands
        self.synonyms = synonyms
        self.isForPrograms = isForPrograms
        self.usage = usage
    }

    var action: OptionAction { makeAction() }

    func isFor(_ command: CommandName) -> Bool { commands?.contains(command) ?? true }

    /// Whether it may be given more than once: where it adds to a list, or only switches something.
    var canRepeat: Bool { action.repeats || action.shape == nil }

    /// The name in words.
    var longName: String { names.last ?? "" }

    /// What its help says with a command: what it does, its values, whether it repeats, and its default.
    func help(for command: CommandName) -> String {
        let action = action
        var text = otherHelp.first { $0.key == command }?.value ?? help
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
