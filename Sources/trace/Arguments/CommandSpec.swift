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
