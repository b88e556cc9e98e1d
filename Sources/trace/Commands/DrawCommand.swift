internal import Micrograd
internal import MicrogradSupport
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
            let input = GraphInput(arguments: arguments, console: console, print: printed)
            guard let graph = try input.read() else { return .done }
            let format = arguments.format ?? .txt
            let bytes = try draw(Drawing(graph, options: arguments.drawing), format)
            try write(bytes)
            return .done
        } catch {
            return try console.report(error, in: arguments)
        }
    }

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

    /// What a program prints goes with the table, but never into a picture.
    private func printed(_ text: String) {
        let isPictureOnStandardOutput =
            arguments.output == "-" || (arguments.output == nil && arguments.format != .txt)
        if isPictureOnStandardOutput { console.printToStandardError(text) } else { console.print(text) }
    }

    // MARK: - Out

    private func draw(_ drawing: Drawing, _ format: OutputFormat) throws(CommandError) -> [UInt8] {
        try CommandError.wrap { () throws(TraceGraphError) in
            guard format.needsLayout else { return try drawing.data(as: format) }
            return try Watchdog.watch(seconds: arguments.timeout, console: console) {
                () throws(TraceGraphError) in
                try drawing.data(as: format)
            }
        }
    }

    private func write(_ bytes: [UInt8]) throws(CommandError) {
        guard let output = arguments.output, output != "-" else { return console.write(bytes) }
        try CommandError.wrap(file: { () throws(FileError) in try File.write(bytes, to: output) })
    }
}
