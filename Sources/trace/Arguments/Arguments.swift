internal import TraceGraph
internal import TraceLanguage

/// The words of a command line, understood. What stands here is the default of each option.
struct Arguments {
    /// The command that was named, or that is meant where none is.
    var command: CommandName
    /// The words that are no options.
    var operands: [String] = []
    /// A path, or `-` for standard output; nil where none was named.
    var output: String?
    var format: OutputFormat?
    /// The cells of a notebook to run, from 1; nil for all.
    var cells: [ClosedRange<Int>]?
    var run = RunOptions()
    var drawing = DrawingOptions()
    var focus = FocusArguments()
    /// In seconds.
    var timeout = 60.0
    var isQuiet = false
    var color = Console.Color.auto
    /// The options given that only a program understands.
    var programOptions: [String] = []

    /// The command that may be meant by the first word, where that is taken as a file.
    var similarCommand: CommandName?

    /// The first word that is no option: a path, or `-` for standard input.
    var file: String { operands.first ?? "" }

    /// The name of the input as messages show it.
    var fileName: String { file == "-" ? "standard input" : file }
}
