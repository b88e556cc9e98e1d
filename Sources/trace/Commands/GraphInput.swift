internal import Micrograd
internal import MicrogradSupport
internal import TraceGraph
internal import TraceLanguage

/// Makes a graph of the file that a command names.
struct GraphInput {
    /// The file, as the help knows it.
    static let operand = OperandSpec(
        placeholder: "FILE", noun: "file",
        help:
            "a program, an expression file, a notebook (.ipynb) or a saved graph (.json), or - for standard input",
        shape: .inputFile)

    let arguments: Arguments
    let console: Console
    /// Whether a program without a value to draw is an error.
    let requiresGraph: Bool
    /// Takes what a program prints.
    let print: (String) -> Void

    /// Returns the graph; nil where a program only prints and no graph is required.
    func read() throws(CommandError) -> Graph? {
        console.begin("reading")
        let bytes = try CommandError.wrap(file: { () throws(FileError) in
            var bytes = arguments.file == "-" ? try File.readStandardInput() : try File.read(arguments.file)
            let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]
            if bytes.starts(with: byteOrderMark) { bytes.removeFirst(byteOrderMark.count) }
            return bytes
        })
        guard let firstSign = bytes.first(where: { !GraphInput.isSpace($0) }) else {
            throw .input("\(quotedName) is empty; there is nothing to \(arguments.command.word)")
        }
        if isNotebook(bytes) { return try runProgram(try readNotebook(bytes)) }
        if arguments.cells != nil {
            throw .usage(UsageError(.cellsOfNoNotebook(file: quotedName), command: arguments.command))
        }
        if isSavedGraph(firstSign) { return try readSavedGraph(bytes) }
        guard !isPicture(bytes) else {
            throw .input(
                "\(quotedName) is a picture; name the program it was drawn from, or its saved graph (.json)")
        }
        return try runProgram(SourceText(name: arguments.fileName, bytes: bytes))
    }

    private var quotedName: String { arguments.file == "-" ? arguments.fileName : "'\(arguments.file)'" }

    /// By its name, or on standard input by its first sign, with which no program begins.
    private func isSavedGraph(_ firstSign: UInt8) -> Bool {
        arguments.file == "-"
            ? firstSign == UInt8(ascii: "{") : OutputFormat(path: arguments.file) == .json
    }

    /// By its name, or by what it holds.
    private func isNotebook(_ bytes: [UInt8]) -> Bool {
        if arguments.file.lowercased().hasSuffix(".ipynb") { return true }
        return OutputFormat(path: arguments.file) != .json && Notebook.isNotebook(bytes)
    }

    /// The text of the cells that were chosen.
    private func readNotebook(_ bytes: [UInt8]) throws(CommandError) -> SourceText {
        let notebook: Notebook
        do throws(LanguageError) {
            notebook = try Notebook(name: arguments.fileName, bytes: bytes)
        } catch {
            throw .language(error)
        }
        guard let ranges = arguments.cells else { return SourceText(notebook) }
        let cells = 1...notebook.cells.count
        for range in ranges {
            for cell in [range.lowerBound, range.upperBound] where !cells.contains(cell) {
                let problem = UsageError.Problem.noSuchCell(cell, file: quotedName, count: cells.count)
                throw .usage(UsageError(problem, command: arguments.command))
            }
        }
        return SourceText(notebook, cells: Set(ranges.joined()))
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }

    /// Whether the text is what trace writes as a picture or a table.
    private func isPicture(_ bytes: [UInt8]) -> Bool {
        if bytes.starts(with: [0x89, 0x50, 0x4e, 0x47]) { return true }
        return ["%PDF-", "<svg ", "<?xml ", "digraph ", "id  is  ", "id  name  "].contains {
            bytes.starts(with: $0.utf8)
        }
    }

    private func readSavedGraph(_ bytes: [UInt8]) throws(CommandError) -> Graph {
        if let option = arguments.programOptions.first {
            throw .usage(UsageError(.notForSavedGraphs(option: option), command: arguments.command))
        }
        return try CommandError.wrap { () throws(TraceGraphError) in
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

    private func runProgram(_ source: SourceText) throws(CommandError) -> Graph? {
        console.begin("running")
        let tape = Tape()
        var options = arguments.run
        options.requiresGraph = requiresGraph
        return try tape.use { () throws(CommandError) -> Graph? in
            let result: ProgramResult
            do throws(LanguageError) {
                result = try TraceLanguage.run(source, options: options, print: print)
            } catch {
                throw .language(error)
            }
            result.notes.forEach(console.report)
            guard !result.roots.isEmpty else { return nil }
            var graph = Graph(tracing: result.roots)
            graph.backward = result.backward.map { backward in
                GraphBackward(root: graph.backward?.root, calls: backward.calls)
            }
            return graph
        }
    }
}
