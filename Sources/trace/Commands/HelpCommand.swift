extension CommandName {
    static let help = CommandName("help")
}

/// `trace help`: how a command is used.
enum HelpCommand {
    static let spec = CommandSpec(
        name: .help, summary: "show how a command is used",
        operands: [
            OperandSpec(
                placeholder: "COMMAND", noun: "command",
                help: "one of the commands, or draw where none is named",
                shape: .commandName, isOptional: true)
        ],
        examples: ["trace help check", "trace check --help"],
        run: { (invocation) throws(UsageError) in
            let table = invocation.table
            let word = invocation.arguments.operands.first ?? table.implied.name.word
            guard let command = table.command(word) else {
                throw UsageError(
                    .unknownCommand(
                        word, suggestion: table.nearestCommand(to: word)?.word, known: table.commandList),
                    command: .help)
            }
            invocation.console.print(HelpText(command: command, table: table).text)
            return .done
        })
}
