internal import TraceGraph
internal import TraceLanguage

/// The words of `trace draw` or `trace check`, understood.
struct DrawArguments {
    /// The command.
    let topic: Command.Topic
    /// A path, or `-` for standard input.
    var file = ""
    /// A path, or `-` for standard output; nil where none was named.
    var output: String?
    var format: OutputFormat?
    var run = RunOptions()
    var drawing = DrawingOptions()
    var timeout = 60.0
    var isQuiet = false
    var color = ColorChoice.auto
    /// The options given that only a program understands.
    var programOptions: [String] = []

    enum ColorChoice: String, CaseIterable {
        case auto, always, never
    }

    /// The name of the input as messages show it.
    var fileName: String { file == "-" ? "standard input" : file }

    init(_ words: ArraySlice<String>, for topic: Command.Topic) throws(UsageError) {
        self.topic = topic
        var words = words
        var files: [String] = []
        while let word = words.popFirst() {
            if word == "--" {
                files += words
                break
            }
            guard word.hasPrefix("-"), word != "-" else {
                files.append(word)
                continue
            }
            let (name, attached) = DrawArguments.split(word)
            guard let option = DrawOption.named(name) else {
                throw UsageError(
                    .unknownOption(name, nearest: DrawOption.nearest(to: name, for: topic)), topic: topic)
            }
            guard option.isFor(topic) else {
                throw UsageError(.notForCommand(option: name), topic: topic)
            }
            var argument = attached
            if let placeholder = option.placeholder {
                if argument == nil { argument = words.popFirst() }
                guard argument != nil else {
                    throw UsageError(
                        .missingArgument(option: name, placeholder: placeholder), topic: topic)
                }
            } else if attached != nil {
                throw UsageError(.needlessArgument(option: name), topic: topic)
            }
            guard option.apply(argument ?? "", &self) else {
                throw UsageError(
                    .invalidArgument(option: name, argument: argument ?? "", expected: option.expected),
                    topic: topic)
            }
            if option.isForPrograms { programOptions.append(name) }
        }
        guard let file = files.first else { throw UsageError(.noFile, topic: topic) }
        guard files.count == 1 else {
            // Two words of which the first looks like no file: it was meant as a command.
            let isName = !file.contains { $0 == "." || $0 == "/" }
            throw UsageError(
                isName && topic == .draw ? .unknownCommand(file) : .unexpectedWord(files[1]), topic: topic)
        }
        self.file = file
        if topic == .draw { try settleOutput() }
    }

    /// `--key=value` is a key and a value, `-Kdot` and `-K=dot` too.
    private static func split(_ word: String) -> (name: String, attached: String?) {
        let short = String(word.prefix(2))
        if word.count > 2, short != "--", DrawOption.named(short)?.placeholder != nil {
            let rest = word.dropFirst(2)
            return (short, String(rest.first == "=" ? rest.dropFirst() : rest))
        }
        guard let sign = word.firstIndex(of: "=") else { return (word, nil) }
        return (String(word[..<sign]), String(word[word.index(after: sign)...]))
    }

    /// The format follows from the output's name, and a table is what a terminal can show.
    private mutating func settleOutput() throws(UsageError) {
        run.requiresGraph = topic == .check || output != nil || format != nil
        if format == nil {
            switch output {
            case nil: format = .txt
            case "-": format = .svg
            case .some(let path):
                guard let known = OutputFormat(path: path) else {
                    throw UsageError(.unknownExtension(path: path))
                }
                format = known
            }
        }
        if output == nil, let format, !format.isText { throw UsageError(.binaryToStandardOutput(format)) }
    }
}
