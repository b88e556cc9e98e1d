/// What `trace help` prints of a command, from the table.
struct HelpText {
    let command: CommandSpec
    let table: CommandTable

    private static let width = 80
    /// Where the second column begins.
    private static let column = 29

    var text: String {
        var parts = [HelpText.wrapped(sentence(command.summary))]
        parts.append("usage: " + usage(of: command))
        parts += (operandNotes + command.notes).map { HelpText.wrapped($0) }
        parts.append(section("examples", command.examples.map { "  " + $0 }))
        if command.name == table.implied.name {
            parts.append(
                section(
                    "commands",
                    table.commands.map {
                        HelpText.entry(
                            "  " + ([$0.name.word] + operands(of: $0)).joined(separator: " "), $0.summary)
                    }))
        }
        parts.append(section("options", table.options(of: command.name).map(entry)))
        parts.append(section("exit codes", exitCodes))
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private func usage(of command: CommandSpec) -> String {
        let name = command.name.word
        var words = ["trace", command.name == table.implied.name ? "[\(name)]" : name]
        words += operands(of: command)
        let options = table.options(of: command.name)
        words += options.compactMap(\.usage)
        // Help alone is no reason to speak of options.
        if options.contains(where: { $0.action.shape != nil }) { words.append("[options]") }
        return words.joined(separator: " ")
    }

    private func operands(of command: CommandSpec) -> [String] {
        command.operands.map { $0.isOptional ? "[\($0.placeholder)]" : $0.placeholder }
    }

    private var operandNotes: [String] {
        command.operands.map { "\($0.placeholder) is \($0.help)." }
    }

    private var exitCodes: [String] {
        (command.exitCodes.map { ($0.key, $0.value) } + [(ExitCode.usage, "wrong usage")]).map {
            code, meaning in
            HelpText.entry("  \(code.rawValue)", meaning, column: 6)
        }
    }

    private func entry(_ option: OptionSpec) -> String {
        let hasShort = option.names.first?.hasPrefix("--") == false
        let head = (hasShort ? "  " : "      ") + option.names.joined(separator: ", ")
        return HelpText.entry(
            head + (option.action.placeholder.map { " \($0)" } ?? ""), option.help(for: command.name))
    }

    private func section(_ title: String, _ lines: [String]) -> String {
        lines.isEmpty ? "" : "\(title):\n" + lines.joined(separator: "\n")
    }

    private func sentence(_ phrase: String) -> String {
        phrase.prefix(1).uppercased() + phrase.dropFirst() + "."
    }

    /// A name and its meaning, side by side, or below each other where the name is long.
    private static func entry(_ head: String, _ meaning: String, column: Int = column) -> String {
        let body = wrapped(meaning, column: column)
        if head.count + 2 > column { return head + "\n" + body }
        return head + body.dropFirst(head.count)
    }

    /// The text in lines of at most `width`, each with `column` spaces before it.
    private static func wrapped(_ text: String, column: Int = 0) -> String {
        let indent = String(repeating: " ", count: column)
        var lines: [String] = []
        var line = indent
        for word in text.split(separator: " ") {
            if line.count > column, line.count + 1 + word.count > width {
                lines.append(line)
                line = indent
            }
            line += (line.count > column ? " " : "") + word
        }
        return (lines + [line]).joined(separator: "\n")
    }
}
