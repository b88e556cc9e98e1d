internal import MicrogradSupport

/// What a word of the command line may be, as data for messages, help, a man page and completions.
enum ValueShape: Equatable, Sendable {
    /// One of a few words, in any case.
    case choice([String])
    /// Some of a few words, in any case, with commas.
    case list([String])
    case wholeNumber(ClosedRange<Int>)
    case number(ClosedRange<Double>, unit: String)
    /// A file to read, and one to write.
    case inputFile, outputFile
    /// What a value is called.
    case valueName
    /// `auto`, `none`, or a kind of frame.
    case folding
    /// The name of a value and a number.
    case setting
    /// Numbers of cells, and from one to another.
    case cells
    /// The name of a command.
    case commandName

    /// What is right, in words.
    var expectation: String {
        switch self {
        case .choice(let words): "one of " + words.joined(separator: " ")
        case .list(let words): "some of " + words.joined(separator: " ") + ", with commas"
        case .wholeNumber(Int.min...Int.max): "a whole number"
        case .wholeNumber(1...Int.max): "a whole number above 0"
        case .wholeNumber(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .number(let range, let unit):
            "a number of \(unit) from \(range.lowerBound.shortestDescription) to "
                + range.upperBound.shortestDescription
        case .inputFile, .outputFile: "the name of a file"
        case .valueName: "the name of a value"
        case .folding: "auto, none, or the kind of a frame, such as layer"
        case .setting: "a name, = and a number, such as x1=2.5"
        case .cells: "numbers of cells with commas, such as 1-12,15"
        case .commandName: "the name of a command"
        }
    }

    /// The words it is one of, or that it consists of; empty where there are too many to list.
    var words: [String] {
        switch self {
        case .choice(let words), .list(let words): words
        default: []
        }
    }
}
