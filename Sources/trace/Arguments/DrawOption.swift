internal import TraceGraph
internal import TraceLanguage

/// One option of `trace draw`, and of `trace check` where it is for checks: its names, its help, and what it does.
struct DrawOption {
    var names: [String]
    /// What stands for its argument in the help; nil where it takes none.
    var placeholder: String?
    var help: String
    /// What a valid argument is, in words.
    var expected = ""
    var isForPrograms = false
    var isForChecks = false
    /// Its help with `trace check`, where that is another.
    var checkHelp: String?
    /// Takes the argument; false where it is not valid.
    var apply: (String, inout DrawArguments) -> Bool

    static func named(_ name: String) -> DrawOption? {
        all.first { $0.names.contains(name) }
    }

    func isFor(_ topic: Command.Topic) -> Bool { topic == .draw || isForChecks }

    func help(for topic: Command.Topic) -> String { topic == .check ? checkHelp ?? help : help }

    /// A letter alone says too little to guess from, and a short word only if one letter is wrong.
    static func nearest(to name: String, for topic: Command.Topic) -> String? {
        guard name.count > 2 else { return nil }
        let name = name.hasPrefix("--") ? name : "-" + name
        let known = all.filter { $0.isFor(topic) }
        let options = (known.flatMap(\.names) + ["--help", "--version"]).filter { $0.hasPrefix("--") }
        if options.contains(name) { return name }
        let longer = options.filter { $0.hasPrefix(name) }
        if longer.count == 1 { return longer[0] }
        return name.count < 7 ? nil : Suggestion.nearest(to: name, among: options)
    }

    static var all: [DrawOption] {
        [
            DrawOption(
                names: ["-o", "--output"], placeholder: "FILE",
                help: "where to write; - is standard output (default: a table on it)",
                expected: "the name of a file"
            ) { argument, arguments in
                arguments.output = argument
                return !argument.isEmpty
            },
            choice(
                ["-T", "--format"], "FORMAT", OutputFormat.self, "what to write", "by the name of the output"
            ) {
                $1.format = $0
            },
            DrawOption(
                names: ["--root"], placeholder: "NAME",
                help: "the value to draw, and to run backward from where the text does not; may be repeated",
                expected: "the name of a value", isForChecks: true,
                checkHelp: "the value to run backward from where the text does not"
            ) { argument, arguments in
                arguments.run.roots.append(argument)
                return !argument.isEmpty
            },
            DrawOption(
                names: ["--no-backward"], help: "run no backward, not even the text's own",
                isForPrograms: true
            ) { _, arguments in
                arguments.run.runsBackward = false
                return true
            },
            DrawOption(
                names: ["--set"], placeholder: "NAME=NUMBER",
                help: "replace the number that NAME is first assigned; may be repeated",
                expected: "a name, = and a number, such as x1=2.5", isForPrograms: true,
                isForChecks: true
            ) { argument, arguments in
                let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard parts.count == 2, !parts[0].isEmpty, let number = decimal(parts[1]) else {
                    return false
                }
                arguments.run.settings.append(.init(name: String(parts[0]), number: number))
                return true
            },
            DrawOption(
                names: ["--seed"], placeholder: "N",
                help: "seed of the random stream where the text sets none (default: 0)",
                expected: "a whole number",
                isForPrograms: true, isForChecks: true
            ) { argument, arguments in
                guard let seed = Int(argument) else { return false }
                arguments.run.seed = seed
                return true
            },
            choice(["--rankdir"], "DIRECTION", Direction.self, "where the computation runs to", "LR") {
                $1.drawing.direction = $0
            },
            DrawOption(
                names: ["--theme"], placeholder: "THEME",
                help: "look: \(list(Theme.all.map(\.name))); classic is micrograd's own (default: modern)",
                expected: "one of " + Theme.all.map(\.name).joined(separator: " ")
                    + "; for dark colours, write --appearance dark"
            ) { argument, arguments in
                guard let theme = Theme.all.first(where: { $0.name == argument }) else { return false }
                arguments.drawing.theme = theme
                return true
            },
            choice(
                ["--appearance"], "COLOURS", Appearance.self, "colours; auto follows the viewer of an SVG",
                "auto"
            ) { $1.drawing.appearance = $0 },
            DrawOption(
                names: ["--show"], placeholder: "LIST",
                help: "what stands on the nodes (default: data,grad,name)",
                expected: "some of data grad name, with commas"
            ) { argument, arguments in
                let known: [String: DrawingOptions.Shown] = ["data": .data, "grad": .grad, "name": .name]
                let words = argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                let parts = words.compactMap { known[$0] }
                guard parts.count == words.count else { return false }
                arguments.drawing.show = DrawingOptions.Shown(parts)
                return true
            },
            DrawOption(
                names: ["--precision"], placeholder: "N",
                help: "digits after the point, 0 to 17 (default: 4)",
                expected: "a whole number from 0 to 17", isForChecks: true
            ) { argument, arguments in
                guard let digits = Int(argument), (0...17).contains(digits) else { return false }
                arguments.drawing.precision = digits
                return true
            },
            choice(["-K", "--engine"], "ENGINE", LayoutEngine.self, "Graphviz layout engine", "dot") {
                $1.drawing.engine = $0
            },
            count(
                ["--max-nodes"], "refuse to lay out more values and operations", "20,000",
                checkHelp: "refuse to check more values (default: 20,000)"
            ) {
                $1.drawing.maximumNodeCount = $0
            },
            count(["--max-steps"], "stop a text that runs longer", "100,000,000", isForPrograms: true) {
                $1.run.maximumSteps = $0
            },
            DrawOption(
                names: ["--timeout"], placeholder: "SECONDS", help: "give up on a layout (default: 60)",
                expected: "a number of seconds above 0"
            ) { argument, arguments in
                guard let seconds = Double(argument), seconds > 0, seconds <= 1e6 else { return false }
                arguments.timeout = seconds
                return true
            },
            DrawOption(names: ["-q", "--quiet"], help: "no notes", isForChecks: true) { _, arguments in
                arguments.isQuiet = true
                return true
            },
            choice(
                ["--color"], "WHEN", DrawArguments.ColorChoice.self, "colour of messages", "auto",
                isForChecks: true
            ) {
                $1.color = $0
            },
        ]
    }

    /// A number as the language writes it: no hexadecimal digits, no nan or inf.
    private static func decimal(_ text: Substring) -> Double? {
        let isPlain = text.utf8.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.eE".utf8.contains(byte)
        }
        return isPlain ? Double(text) : nil
    }

    private static func list(_ words: [String]) -> String { words.joined(separator: ", ") }

    /// An option whose argument is one of a few words.
    private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ names: [String], _ placeholder: String, _: Choice.Type, _ help: String, _ standard: String,
        isForChecks: Bool = false, _ apply: @escaping (Choice, inout DrawArguments) -> Void
    ) -> DrawOption {
        let words = Choice.allCases.map(\.rawValue)
        return DrawOption(
            names: names, placeholder: placeholder, help: "\(help): \(list(words)) (default: \(standard))",
            expected: "one of " + words.joined(separator: " "), isForChecks: isForChecks
        ) { argument, arguments in
            guard let choice = Choice(rawValue: argument) else { return false }
            apply(choice, &arguments)
            return true
        }
    }

    /// An option whose argument is a count; all are for checks too.
    private static func count(
        _ names: [String], _ help: String, _ standard: String, isForPrograms: Bool = false,
        checkHelp: String? = nil, _ apply: @escaping (Int, inout DrawArguments) -> Void
    ) -> DrawOption {
        DrawOption(
            names: names, placeholder: "N", help: "\(help) (default: \(standard))",
            expected: "a whole number above 0", isForPrograms: isForPrograms, isForChecks: true,
            checkHelp: checkHelp
        ) { argument, arguments in
            guard let number = Int(argument), number > 0 else { return false }
            apply(number, &arguments)
            return true
        }
    }
}
