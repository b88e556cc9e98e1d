internal import TraceLanguage

/// All commands and options: what parsing, help and messages are made from.
struct CommandTable {
    /// The first is meant where none is named.
    let commands: [CommandSpec]
    let options: [OptionSpec]

    var implied: CommandSpec { commands[0] }

    func command(_ word: String) -> CommandSpec? { commands.first { $0.name.word == word } }

    func command(_ name: CommandName) -> CommandSpec { command(name.word) ?? implied }

    func option(_ name: String) -> OptionSpec? { options.first { $0.names.contains(name) } }

    func options(of command: CommandName) -> [OptionSpec] { options.filter { $0.isFor(command) } }

    /// The names of all commands, as a sentence lists them.
    var commandList: String {
        let words = commands.map(\.name.word)
        return words.dropLast().joined(separator: ", ") + " and " + (words.last ?? "")
    }

    /// The command that a misspelt word is nearest to; nil where none is near.
    func nearestCommand(to word: String) -> CommandName? {
        Suggestion.nearest(to: word, among: commands.map(\.name.word)).map(CommandName.init)
    }

    /// What an unknown option may mean: the option that is called so elsewhere, the one that begins so, or the
    /// nearest one.
    func meaning(of name: String, for command: CommandName) -> String? {
        let known = options(of: command)
        for option in known {
            for synonym in option.synonyms {
                let parts = synonym.split(separator: "=", maxSplits: 1).map(String.init)
                guard parts[0] == name || parts[0] == "-" + name else { continue }
                return option.longName + (parts.count > 1 ? " " + parts[1] : "")
            }
        }
        // A letter alone says too little to guess from, and a short word only if one letter is wrong.
        guard name.count > 2 else { return nil }
        let long = (name.hasPrefix("--") ? name : "-" + name).lowercased()
        let names = known.flatMap(\.names).filter { $0.hasPrefix("--") }
        if names.contains(long) { return long }
        let longer = names.filter { $0.hasPrefix(long) }
        if longer.count == 1 { return longer[0] }
        return long.count < 7 ? nil : Suggestion.nearest(to: long, among: names)
    }

    /// Another option of the command that takes the word; nil where there is none.
    func option(taking word: String, for command: CommandName, other name: String) -> OptionSpec? {
        options(of: command).first { option in
            !option.names.contains(name)
                && (option.action.shape?.words ?? []).contains { $0.lowercased() == word.lowercased() }
        }
    }
}
