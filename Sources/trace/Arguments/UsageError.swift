internal import TraceGraph
internal import TraceLanguage

/// A command line that cannot be meant, and the help that would have told.
struct UsageError: Error, CustomStringConvertible {
    var problem: Problem
    var topic: Command.Topic

    init(_ problem: Problem, topic: Command.Topic = .draw) {
        self.problem = problem
        self.topic = topic
    }

    enum Problem {
        case noFile
        case unexpectedWord(String)
        case unknownCommand(String)
        case unknownOption(String, nearest: String?)
        case missingArgument(option: String, placeholder: String)
        case needlessArgument(option: String)
        case invalidArgument(option: String, argument: String, expected: String)
        case unknownExtension(path: String)
        case binaryToStandardOutput(OutputFormat)
        case binaryToTerminal(OutputFormat)
        case outputIsInput(path: String)
        case notForSavedGraphs(option: String)
        case notForCommand(option: String)
    }

    var description: String {
        switch problem {
        case .noFile: "no file to \(topic.rawValue); name a program or a saved graph, or - for standard input"
        case .unexpectedWord(let word)
        where topic == .draw && ![nil, .txt].contains(OutputFormat(path: word)):
            "one file at a time is drawn; to write '\(word)', put -o before it"
        case .unexpectedWord(let word) where word.contains("="):
            "one file at a time is \(isDone), and '\(word)' is no option; repeat --set for each name"
        case .unexpectedWord(let word): "one file at a time is \(isDone); there is no place for '\(word)'"
        case .unknownCommand(let word):
            "there is no command '\(word)'; there are "
                + Command.Topic.allCases.map(\.rawValue).joined(separator: ", ") + " and help"
        case .unknownOption(let option, let nearest):
            "unknown option '\(option)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
        case .missingArgument(let option, let placeholder):
            "'\(option)' needs an argument: \(option) \(placeholder)"
        case .needlessArgument(let option): "'\(option)' takes no argument"
        case .invalidArgument(let option, let argument, let expected):
            "'\(argument)' is not what '\(option)' takes: \(expected)"
        case .unknownExtension(let path):
            "cannot tell the format of '\(path)' from its name; end it in \(OutputFormat.extensionList), "
                + "or name the format with -T"
        case .binaryToStandardOutput(let format):
            "\(format.rawValue) is not text; name a file for it with -o, or - to pipe it"
        case .binaryToTerminal(let format):
            "\(format.rawValue) is not text that a terminal can show; name a file for it with -o"
        case .outputIsInput(let path): "'\(path)' is the file that is drawn; writing to it would destroy it"
        case .notForSavedGraphs(let option):
            "'\(option)' is for programs; a saved graph has its numbers already"
        case .notForCommand(let option):
            "'\(option)' is not for trace \(topic.rawValue), which prints a table"
        }
    }

    private var isDone: String { topic == .check ? "checked" : "drawn" }
}
