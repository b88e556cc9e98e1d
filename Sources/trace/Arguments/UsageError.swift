internal import TraceGraph

/// A command line that cannot be meant, and the command whose help would have told.
struct UsageError: Error, CustomStringConvertible {
    var problem: Problem
    /// Nil where no command is meant.
    var command: CommandName?

    init(_ problem: Problem, command: CommandName? = nil) {
        self.problem = problem
        self.command = command
    }

    enum Problem {
        case notText(word: String)
        case missingOperand(OperandSpec)
        case unexpectedOperand(String, taken: OperandSpec?, outputOption: String?, settingOption: String?)
        case unknownCommand(String, suggestion: String?, known: String)
        case commandAfterFile(CommandName, file: String)
        case outputIsFolder(path: String, format: OutputFormat)
        case givenTwice(option: String)
        /// Options that need or exclude each other.
        case combination(String)
        case unknownOption(String, meaning: String?)
        case missingArgument(option: String, placeholder: String)
        case needlessArgument(option: String)
        case invalidArgument(option: String, argument: String, expected: String, other: String?)
        case notForCommand(option: String, commands: [CommandName])
        case notForSavedGraphs(option: String)
        case cellsOfNoNotebook(file: String)
        case noSuchCell(Int, file: String, count: Int)
        case unknownExtension(path: String)
        case binaryToStandardOutput(OutputFormat)
        case binaryToTerminal(OutputFormat)
        case outputIsInput(path: String)
    }

    var description: String {
        switch problem {
        case .notText(let word):
            "'\(word)' is not UTF-8 text; if it names a file, rename that, or write - for it and let the shell open it, by < or >"
        case .missingOperand(let operand): "no \(operand.noun) is named; name \(operand.help)"
        case .unexpectedOperand(let word, .none, _, _):
            "trace \(commandWord) stands alone; there is no place for '\(word)'"
        case .unexpectedOperand(let word, .some, let option?, _)
        where ![nil, .txt].contains(OutputFormat(path: word)):
            "one file at a time; to write '\(word)', put \(option) before it"
        case .unexpectedOperand(let word, .some, _, let option?) where word.contains("="):
            "one file at a time, and '\(word)' is no option; repeat \(option) for each name"
        case .unexpectedOperand(let word, let taken?, _, _):
            "one \(taken.noun) at a time; there is no place for '\(word)'"
        case .unknownCommand(let word, let suggestion, let known):
            "there is no command '\(word)'; "
                + (suggestion.map { "did you mean '\($0)'? There are \(known)" } ?? "there are \(known)")
        case .commandAfterFile(let command, let file):
            "the command comes first: trace \(command.word) \(file.shellWord)"
        case .combination(let problem): problem
        case .outputIsFolder(let path, let format):
            "'\(path)' is a folder; name a file in it, such as "
                + "\(path)\(path.hasSuffix("/") ? "" : "/")gout.\(format.rawValue)".shellWord
        case .givenTwice(let option): "'\(option)' is given twice; give it once"
        case .unknownOption(let option, let meaning):
            "unknown option '\(option)'" + (meaning.map { "; did you mean '\($0)'?" } ?? "")
        case .missingArgument(let option, let placeholder):
            "'\(option)' needs an argument: \(option) \(placeholder)"
        case .needlessArgument(let option): "'\(option)' takes no argument"
        case .invalidArgument(let option, let argument, let expected, let other):
            "'\(argument)' is not what '\(option)' takes: \(expected)"
                + (other.map { "; it is what \($0) takes" } ?? "")
        case .notForCommand(let option, let commands):
            "'\(option)' is not for trace \(commandWord), but for trace "
                + commands.map(\.word).joined(separator: ", ")
        case .notForSavedGraphs(let option):
            "'\(option)' is for programs; a saved graph has its numbers already"
        case .cellsOfNoNotebook(let file):
            "'--cells' chooses cells of a notebook (.ipynb), and \(file) is none"
        case .noSuchCell(let cell, let file, let count):
            "there is no cell \(cell): \(file) has \(count == 1 ? "1 code cell" : "\(count) code cells")"
        case .unknownExtension(let path):
            "cannot tell the format of '\(path)' from its name; end it in \(OutputFormat.extensionList), "
                + "or name the format with -T"
        case .binaryToStandardOutput(let format):
            "\(format.rawValue) is not text; name a file for it with -o, or - to pipe it"
        case .binaryToTerminal(let format):
            "\(format.rawValue) is not text that a terminal can show; name a file for it with -o"
        case .outputIsInput(let path): "'\(path)' is the file that is drawn; writing to it would destroy it"
        }
    }

    private var commandWord: String { command?.word ?? "" }
}
