/// The word that names a command.
struct CommandName: Hashable, Sendable {
    let word: String

    init(_ word: String) {
        self.word = word
    }
}

/// One command: its name, what it takes, its help, and what it does.
struct CommandSpec: Sendable {
    let name: CommandName
    /// What it does, in a sentence without its capital and its point.
    let summary: String
    var operands: [OperandSpec] = []
    /// What else its help says, a paragraph each.
    var notes: [String] = []
    /// Command lines that show it at work.
    var examples: [String] = []
    /// What each code says; that of wrong usage is the same everywhere.
    var exitCodes: KeyValuePairs<ExitCode, String> = [.done: "done"]
    /// Does it. Wrong usage that shows only now is thrown.
    let run: @Sendable (Invocation) throws(UsageError) -> ExitCode
}

/// A word that a command takes and that is no option.
struct OperandSpec: Sendable {
    /// What stands for it in usage lines.
    let placeholder: String
    /// What it is, in a word.
    let noun: String
    /// What it can be.
    let help: String
    let shape: ValueShape
    var isOptional = false
}

/// A command that is to run: what it was given, where it speaks, and all that there are.
struct Invocation {
    let arguments: Arguments
    let console: Console
    let table: CommandTable
}
