internal import TraceLanguage

/// What the words of a command line ask for.
enum Command {
    case draw(DrawArguments)
    case doctor
    case help(Topic)
    case version

    /// What there is help for: the commands. The raw value is the word.
    enum Topic: String, CaseIterable {
        case draw, doctor
    }

    init(_ words: [String]) throws(UsageError) {
        guard let first = words.first else { throw UsageError(.noFile) }
        switch first {
        case "--help", "-h": self = .help(.draw)
        case "--version": self = .version
        case "help": self = .help(try Command.topic(words.dropFirst()))
        case "doctor": self = try Command.doctor(words.dropFirst())
        case "draw": self = try Command.draw(words.dropFirst())
        default: self = try Command.draw(words[...])
        }
    }

    private static func draw(_ words: ArraySlice<String>) throws(UsageError) -> Command {
        // Asked for anywhere before `--`, help wins over a mistake elsewhere.
        let options = words.prefix { $0 != "--" }
        if options.contains("--help") || options.contains("-h") { return .help(.draw) }
        if options.contains("--version") { return .version }
        return .draw(try DrawArguments(words))
    }

    private static func doctor(_ words: ArraySlice<String>) throws(UsageError) -> Command {
        guard let word = words.first else { return .doctor }
        if word == "--help" || word == "-h" { return .help(.doctor) }
        throw UsageError(.unexpectedWord(word), topic: .doctor)
    }

    private static func topic(_ words: ArraySlice<String>) throws(UsageError) -> Topic {
        guard let word = words.first else { return .draw }
        guard words.count == 1 else { throw UsageError(.unexpectedWord(words[words.startIndex + 1])) }
        guard let topic = Topic(rawValue: word) else { throw UsageError(.unknownCommand(word)) }
        return topic
    }
}
