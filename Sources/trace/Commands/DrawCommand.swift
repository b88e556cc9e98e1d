internal import Micrograd
internal import MicrogradSupport
internal import TraceGraph
internal import TraceLanguage

extension CommandName {
    static let draw = CommandName("draw")
}

/// `trace draw`: a program or a saved graph in, a picture or a table out.
struct DrawCommand {
    static let spec = CommandSpec(
        name: .draw, summary: "draw the graph of a computation, with data and gradient on every node",
        operands: [GraphInput.operand],
        notes: ["Without an output, a table of the values and gradients is printed."],
        examples: [
            "trace expr.txt -o gout.svg",
            "trace expr.txt --set x1=2.5 --rankdir TB -o gout.png",
            "trace expr.txt -T json | trace - -o gout.pdf",
        ],
        exitCodes: [.done: "done", .failed: "bad input, or rendering failed"],
        run: { (invocation) throws(UsageError) in
            try DrawCommand(invocation.arguments, invocation.console).run()
        })

    private let arguments: Arguments
    private let console: Console
    private let format: OutputFormat

    private init(_ arguments: Arguments, _ console: Console) throws(UsageError) {
        self.arguments = arguments
        self.console = console
        try DrawCommand.checkOutput(arguments)
        if let problem = arguments.focus.problem {
            throw UsageError(.combination(problem), command: arguments.command)
        }
        format = try DrawCommand.format(arguments)
    }

    private func run() throws(UsageError) -> ExitCode {
        do throws(CommandError) {
            // A text that only prints needs no picture, unless one was asked for.
            let isGraphWanted = arguments.output != nil || arguments.format != nil
            let input = GraphInput(
                arguments: arguments, console: console, requiresGraph: isGraphWanted, print: printed)
            guard let graph = try input.read() else { return .done }
            var drawing = Drawing(graph, options: arguments.drawing)
            drawing.options.focus = try CommandError.wrap { () throws(TraceGraphError) in
                try arguments.focus.focus(in: graph)
            }
            let rendering = try draw(drawing)
            try write(rendering.bytes)
            rendering.notes.forEach(console.note)
            // The table says so itself.
            if format != .txt { drawing.gradientFindings.map(DrawCommand.note).forEach(console.note) }
            return .done
        } catch {
            return try console.report(error, in: arguments)
        }
    }

    /// A sentence as notes are written.
    private static func note(_ sentence: String) -> String {
        let text = sentence.hasSuffix(".") ? sentence.dropLast() : sentence[...]
        return text.prefix(1).lowercased() + text.dropFirst()
    }

    // MARK: - In

    /// The format follows from the output's name, and a table is what a terminal can show.
    private static func format(_ arguments: Arguments) throws(UsageError) -> OutputFormat {
        switch (arguments.format, arguments.output) {
        case (let format?, nil) where !format.isText:
            throw UsageError(.binaryToStandardOutput(format), command: arguments.command)
        case (let format?, "-") where !format.isText && Console.standardOutputIsTerminal:
            throw UsageError(.binaryToTerminal(format), command: arguments.command)
        case (let format?, _): return format
        case (nil, nil): return .txt
        case (nil, "-"): return .svg
        case (nil, let path?):
            guard let format = OutputFormat(path: path) else {
                throw UsageError(.unknownExtension(path: path), command: arguments.command)
            }
            return format
        }
    }

    /// Refuses a file that cannot or must not be written, before a text runs for long.
    private static func checkOutput(_ arguments: Arguments) throws(UsageError) {
        guard let output = arguments.output, output != "-" else { return }
        let isInput =
            arguments.file == "-"
            ? File.isSame(output, descriptor: Console.standardInput) : File.isSame(output, arguments.file)
        if isInput { throw UsageError(.outputIsInput(path: output), command: arguments.command) }
        if File.isFolder(output) {
            let format = arguments.format ?? OutputFormat(path: output) ?? .svg
            throw UsageError(.outputIsFolder(path: output, format: format), command: arguments.command)
        }
    }

    /// What a program prints goes with the table, but never into a picture.
    private func printed(_ text: String) {
        let isPictureOnStandardOutput =
            arguments.output == "-" || (arguments.output == nil && format != .txt)
        if isPictureOnStandardOutput { console.printToStandardError(text) } else { console.print(text) }
    }

    // MARK: - Out

    private func draw(_ drawing: Drawing) throws(CommandError) -> Drawing.Rendering {
        let part = "draw a part of the graph"
        let advice =
            format.needsLayout ? "\(part), write json, txt, dot or mermaid, which need no layout" : part
        console.begin(format.needsLayout ? "laying out \(drawing.partCount.grouped) parts" : "writing")
        return try CommandError.wrap { () throws(TraceGraphError) in
            try Watchdog.watch(seconds: arguments.timeout, advice: advice, console: console) {
                () throws(TraceGraphError) in
                try drawing.rendering(as: format)
            }
        }
    }

    private func write(_ bytes: [UInt8]) throws(CommandError) {
        console.begin("writing")
        guard let output = arguments.output, output != "-" else { return console.write(bytes) }
        try CommandError.wrap(file: { () throws(FileError) in try File.write(bytes, to: output) })
    }
}
