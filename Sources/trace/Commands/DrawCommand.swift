internal import Micrograd
internal import TraceGraph
internal import TraceLanguage

/// `trace draw`: a program or a saved graph in, a picture or a table out.
struct DrawCommand {
    private let arguments: DrawArguments
    private let console: Console

    init(_ arguments: DrawArguments, _ console: Console) {
        self.arguments = arguments
        self.console = console
    }

    func run() throws(UsageError) -> ExitCode {
        do throws(CommandError) {
            try checkOutput()
            let graph = try readGraph()
            let format = arguments.format ?? .txt
            let bytes = try draw(Drawing(graph, options: arguments.drawing), format)
            try write(bytes)
            return .done
        } catch {
            switch error {
            case .language(let error): console.report(error.diagnostic)
            case .graph(.savedGraph(let problem, let line, let column)):
                console.report(error: problem, place: "\(name):\(line):\(column)")
            case .graph(let error): console.report(error: error.description + (error.optionHint ?? ""))
            case .file(let error): console.report(error: error.description)
            case .input(let problem): console.report(error: problem)
            case .usage(let error): throw error
            }
            return .failed
        }
    }

    private enum CommandError: Error {
        case language(LanguageError)
        case graph(TraceGraphError)
        case file(FileError)
        case input(String)
        case usage(UsageError)
    }

    /// The name of the input as messages show it.
    private var name: String { arguments.file == "-" ? "standard input" : arguments.file }

    // MARK: - In

    private func checkOutput() throws(CommandError) {
        guard let format = arguments.format else { return }
        if arguments.output == "-", !format.isText, Console.standardOutputIsTerminal {
            throw .usage(UsageError(.binaryToTerminal(format)))
        }
        if let output = arguments.output, output != "-", File.isSame(output, arguments.file) {
            throw .usage(UsageError(.outputIsInput(path: output)))
        }
    }

    private func readGraph() throws(CommandError) -> Graph {
        let bytes = try readBytes()
        let isEmpty = bytes.allSatisfy { $0 == 0x20 || (0x09...0x0d).contains($0) }
        guard !isEmpty else { throw .input("\(quotedName) is empty; there is nothing to draw") }
        if isSavedGraph(bytes) { return try readSavedGraph(bytes) }
        guard !bytes.contains(0), let text = String(validating: bytes, as: UTF8.self) else {
            throw .input(
                "\(quotedName) is not a text file (UTF-8); trace reads programs and saved graphs (.json)")
        }
        guard !isPicture(text) else {
            throw .input(
                "\(quotedName) is a picture; name the program it was drawn from, or its saved graph (.json)")
        }
        return try runProgram(text)
    }

    private func readBytes() throws(CommandError) -> [UInt8] {
        do {
            return arguments.file == "-" ? try File.readStandardInput() : try File.read(arguments.file)
        } catch {
            throw .file(error)
        }
    }

    private var quotedName: String { arguments.file == "-" ? name : "'\(name)'" }

    /// By its name, or on standard input by its first sign, with which no program begins.
    private func isSavedGraph(_ bytes: [UInt8]) -> Bool {
        if arguments.file != "-" { return OutputFormat(path: arguments.file) == .json }
        return bytes.first { !($0 == 0x20 || (0x09...0x0d).contains($0)) } == UInt8(ascii: "{")
    }

    /// Whether the text is what trace writes as a picture or a table.
    private func isPicture(_ text: String) -> Bool {
        ["<svg ", "<?xml ", "digraph ", "id  is  ", "id  name  "].contains { text.hasPrefix($0) }
    }

    private func readSavedGraph(_ bytes: [UInt8]) throws(CommandError) -> Graph {
        if let option = arguments.programOptions.first {
            throw .usage(UsageError(.notForSavedGraphs(option: option)))
        }
        return try asCommandError { () throws(TraceGraphError) in
            let graph = try Graph(json: bytes)
            guard !arguments.run.roots.isEmpty else { return graph }
            var roots: [Int] = []
            for root in arguments.run.roots {
                let id = try graph.node(named: root)
                if !roots.contains(id) { roots.append(id) }
            }
            return graph.part(dependedOnBy: roots)
        }
    }

    private func runProgram(_ text: String) throws(CommandError) -> Graph {
        let tape = Tape()
        return try tape.use { () throws(CommandError) in
            let result: ProgramResult
            do throws(LanguageError) {
                result = try TraceLanguage.run(
                    SourceText(name: name, text: text), options: arguments.run, print: printed)
            } catch {
                throw .language(error)
            }
            result.notes.forEach(console.report)
            var graph = Graph(tracing: result.roots)
            graph.backward = result.backward.map { backward in
                GraphBackward(root: graph.backward?.root, calls: backward.calls)
            }
            return graph
        }
    }

    /// What a program prints goes with the table, but never into a picture.
    private func printed(_ text: String) {
        let isPictureOnStandardOutput =
            arguments.output == "-" || (arguments.output == nil && arguments.format != .txt)
        if isPictureOnStandardOutput { console.printToStandardError(text) } else { console.print(text) }
    }

    // MARK: - Out

    private func draw(_ drawing: Drawing, _ format: OutputFormat) throws(CommandError) -> [UInt8] {
        try asCommandError { () throws(TraceGraphError) in
            guard format.needsLayout else { return try drawing.data(as: format) }
            return try Watchdog.watch(seconds: arguments.timeout, console: console) {
                () throws(TraceGraphError) in
                try drawing.data(as: format)
            }
        }
    }

    private func write(_ bytes: [UInt8]) throws(CommandError) {
        guard let output = arguments.output, output != "-" else { return console.write(bytes) }
        do {
            try File.write(bytes, to: output)
        } catch {
            throw .file(error)
        }
    }

    private func asCommandError<Result>(
        _ body: () throws(TraceGraphError) -> Result
    ) throws(CommandError) -> Result {
        do throws(TraceGraphError) {
            return try body()
        } catch {
            throw .graph(error)
        }
    }
}
