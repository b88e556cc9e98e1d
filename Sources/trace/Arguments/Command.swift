internal import TraceLanguage

/// What the words of a command line ask for.
enum Command {
    case draw(DrawArguments)
    case check(DrawArguments)
    case doctor
    case help(Topic)
    case version

    /// What there is help for: the commands. The raw value is the word.
    enum Topic: String, CaseIterable {
        case draw, check, doctor
    }

    init(_ words: [String]) throws(UsageError) {
        guard let first = words.first else { throw UsageError(.noFile) }
        switch first {
        case "--help", "-h": self = .help(.draw)
        case "--version": self = .version
        case "help": self = .help(try Command.topic(words.dropFirst()))
        case "doctor": self = try Command.doctor(words.dropFirst())
        case "draw": self = try Command.graph(words.dropFirst(), .draw)
        case "check": self = try Command.graph(words.dropFirst(), .check)
        default: self = try Command.graph(words[...], .draw)
        }
    }

    private static func graph(_ words: ArraySlice<String>, _ topic: Topic) throws(UsageError) -> Command {
        // Asked for anywhere before `--`, help wins over a mistake elsewhere.
        let options = words.prefix { $0 != "--" }
        if options.contains("--help") || options.contains("-h") { return .help(topic) }
        if options.contains("--version") { return .version }
        let arguments = try DrawArguments(words, for: topic)
        return topic == .check ? .check(arguments) : .draw(arguments)
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
