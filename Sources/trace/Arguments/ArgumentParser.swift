/// Makes sense of the words of a command line, by the table.
struct ArgumentParser {
    let table: CommandTable

    /// The first word that is no option names the command, and the others are its operands; options may stand
    /// anywhere before `--`.
    func parse(_ words: [String]) throws(UsageError) -> Arguments {
        let parts = split(words[...])
        let words = operands(of: parts)
        let named = words.first.flatMap(command)
        let command = named ?? table.implied
        if let other = parts.lazy.compactMap(replacement).first {
            return arguments(for: other, about: command)
        }

        var arguments = Arguments(command: command.name)
        arguments.operands = words.dropFirst(named == nil ? 0 : 1).map(\.text)
        var given: Set<String> = []
        for part in parts {
            switch part {
            case .operand: break
            case .option(let option, let name, let argument):
                try apply(option, name, argument, to: &arguments)
                guard option.canRepeat || given.insert(option.longName).inserted else {
                    throw UsageError(.givenTwice(option: name), command: command.name)
                }
            case .unknown(let name):
                throw UsageError(
                    .unknownOption(name, meaning: table.meaning(of: name, for: command.name)),
                    command: command.name)
            }
        }
        try checkCount(of: words, for: command, isNamed: named != nil)
        if named == nil, words.first.map(isMeantAsCommand) ?? false {
            arguments.similarCommand = table.nearestCommand(to: arguments.file)
        }
        return arguments
    }

    /// What the options say that can be understood, for messages about those that cannot.
    func understood(_ words: [String]) -> Arguments {
        var arguments = Arguments(command: table.implied.name)
        for case .option(let option, _, let argument?) in split(words[...]) {
            if case .stores(let store) = option.action.effect { _ = store(argument, &arguments) }
        }
        return arguments
    }

    // MARK: - Words

    private struct Operand {
        var text: String
        /// After `--`, no word is a command.
        var canBeCommand: Bool
    }

    private enum Part {
        case operand(Operand)
        case option(OptionSpec, name: String, argument: String?)
        case unknown(String)
    }

    private func split(_ words: ArraySlice<String>) -> [Part] {
        var words = words
        var parts: [Part] = []
        while let word = words.popFirst() {
            if word == "--" { return parts + words.map { .operand(Operand(text: $0, canBeCommand: false)) } }
            guard word.hasPrefix("-"), word != "-" else {
                parts.append(.operand(Operand(text: word, canBeCommand: true)))
                continue
            }
            let (name, attached) = nameAndArgument(word)
            guard let option = table.option(name) else {
                parts.append(.unknown(name))
                continue
            }
            var argument = attached
            if option.action.shape != nil, argument == nil, let next = words.first, !isOption(next) {
                argument = words.removeFirst()
            }
            parts.append(.option(option, name: name, argument: argument))
        }
        return parts
    }

    /// `--key=value` is a key and a value, `-Kdot` and `-K=dot` too.
    private func nameAndArgument(_ word: String) -> (name: String, argument: String?) {
        let short = String(word.prefix(2))
        // `-theme` is `--theme` with a hyphen too few, rather than `-t` with an argument.
        if word.count > 2, short != "--", table.option(short)?.action.shape != nil, !isOption("-" + word) {
            let rest = word.dropFirst(2)
            return (short, String(rest.first == "=" ? rest.dropFirst() : rest))
        }
        guard let sign = word.firstIndex(of: "=") else { return (word, nil) }
        return (String(word[..<sign]), String(word[word.index(after: sign)...]))
    }

    /// Whether a word is an option, so that it is no argument of the one before it.
    private func isOption(_ word: String) -> Bool {
        table.option(String(word.prefix { $0 != "=" })) != nil
    }

    // MARK: - Meaning

    private func operands(of parts: [Part]) -> [Operand] {
        parts.compactMap { if case .operand(let operand) = $0 { operand } else { nil } }
    }

    private func command(_ operand: Operand) -> CommandSpec? {
        operand.canBeCommand ? table.command(operand.text) : nil
    }

    private func replacement(_ part: Part) -> CommandSpec? {
        guard case .option(let option, _, _) = part, case .runs(let name) = option.action.effect else {
            return nil
        }
        return table.command(name)
    }

    /// Help that is asked for anywhere before `--` wins over a mistake elsewhere.
    private func arguments(for command: CommandSpec, about other: CommandSpec) -> Arguments {
        var arguments = Arguments(command: command.name)
        if command.operands.first?.shape == .commandName { arguments.operands = [other.name.word] }
        return arguments
    }

    private func apply(
        _ option: OptionSpec, _ name: String, _ argument: String?, to arguments: inout Arguments
    ) throws(UsageError) {
        let command = arguments.command
        func error(_ problem: UsageError.Problem) -> UsageError { UsageError(problem, command: command) }
        guard option.isFor(command) else {
            throw error(.notForCommand(option: name, commands: option.commands ?? []))
        }
        guard case .stores(let store) = option.action.effect else { return }
        guard let shape = option.action.shape else {
            guard argument == nil else { throw error(.needlessArgument(option: name)) }
            _ = store("", &arguments)
            return
        }
        guard let argument else {
            throw error(.missingArgument(option: name, placeholder: option.action.placeholder ?? ""))
        }
        guard store(argument, &arguments) else {
            let other = table.option(taking: argument, for: command, other: name)
            throw error(
                .invalidArgument(
                    option: name, argument: argument, expected: shape.expectation, other: other?.longName))
        }
        if option.isForPrograms { arguments.programOptions.append(name) }
    }

    /// Whether a first word that is no command may be a misspelt one.
    private func isMeantAsCommand(_ operand: Operand) -> Bool {
        operand.canBeCommand && operand.text != "-" && !operand.text.contains { $0 == "." || $0 == "/" }
    }

    /// - Parameter words: The operands, with the word of the command before them where it is named.
    private func checkCount(
        of words: [Operand], for command: CommandSpec, isNamed: Bool
    ) throws(UsageError) {
        let specs = command.operands
        let operands = words.dropFirst(isNamed ? 1 : 0)
        if operands.count < specs.count, !specs[operands.count].isOptional {
            throw UsageError(.missingOperand(specs[operands.count]), command: command.name)
        }
        guard let surplus = operands.dropFirst(specs.count).first else { return }
        if !isNamed {
            // Two words of which the first looks like no file: it was meant as a command.
            if isMeantAsCommand(words[0]) {
                throw UsageError(
                    .unknownCommand(
                        words[0].text, suggestion: table.nearestCommand(to: words[0].text)?.word,
                        known: table.commandList))
            }
            if let other = self.command(surplus), other.operands.first?.shape == .inputFile {
                throw UsageError(.commandAfterFile(other.name, file: words[0].text), command: other.name)
            }
        }
        let shapes = table.options(of: command.name)
        func name(_ shape: ValueShape) -> String? { shapes.first { $0.action.shape == shape }?.names.first }
        throw UsageError(
            .unexpectedOperand(
                surplus.text, taken: specs.last, outputOption: name(.outputFile),
                settingOption: name(.setting)), command: command.name)
    }
}
