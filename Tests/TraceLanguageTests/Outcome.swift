import Micrograd
import TraceLanguage

/// What one run of a text gave, read from its tape before that ends.
struct Outcome {
    var printed = ""
    /// The error as it is rendered, or `no error`.
    var message = "no error"
    var notes: [String] = []
    /// The labels of the roots, `_` for none.
    var roots: [String] = []
    var backwardRoot: String?
    var backwardCalls: Int?
    /// The graph of the roots; empty after an error.
    var nodes: [GraphNode] = []
    var scopes: [GraphScope] = []

    init(_ text: String, _ options: RunOptions = RunOptions()) {
        self.init(SourceText(name: "t.txt", text: text), options)
    }

    /// Runs the cells of a notebook.
    init(cells: [String], chosen: Set<Int>? = nil, _ options: RunOptions = RunOptions()) {
        do throws(LanguageError) {
            let notebook = try Notebook(name: "n.ipynb", bytes: notebookFile(cells))
            self.init(SourceText(notebook, cells: chosen), options)
        } catch {
            self.init(message: error.diagnostic.rendered())
        }
    }

    private init(message: String) {
        self.message = message
    }

    init(_ source: SourceText, _ options: RunOptions) {
        let tape = Tape()
        var printed = ""
        tape.use {
            do throws(LanguageError) {
                let result = try run(source, options: options) { printed += $0 }
                notes = result.notes.map { $0.rendered() }
                roots = result.roots.map { $0.label ?? "_" }
                backwardRoot = result.backward?.root.label
                backwardCalls = result.backward?.calls
                guard !result.roots.isEmpty else { return }
                let walk = GraphWalk(from: result.roots)
                nodes = Array(walk)
                scopes = walk.scopes
            } catch {
                message = error.diagnostic.rendered()
                notes = error.notes.map { $0.rendered() }
            }
        }
        self.printed = printed
    }

    var isError: Bool { message != "no error" }
    /// The first lines of the notes.
    var noteLines: [String] { notes.map { String($0.prefix { $0 != "\n" }) } }
    /// The labels of all nodes but constants.
    var labels: [String] { nodes.filter { !$0.isConstant }.map { $0.label ?? "_" } }

    /// The node of a label.
    subscript(label: String) -> GraphNode? { nodes.first { $0.label == label } }

    /// The graph in one line: leaves by label or number, operations with the ids of their operands.
    var shape: String {
        nodes.map { node in
            guard let operation = node.operation else {
                return node.isConstant ? node.data.description : node.label ?? "_"
            }
            let exponent = node.argument?.description ?? ""
            return operation.symbol + exponent + "(" + node.operands.map(String.init).joined(separator: ",")
                + ")"
        }.joined(separator: " ")
    }
}

/// What a text prints, or its error.
func output(of text: String) -> String {
    // A value, so that the text has something to draw.
    let outcome = Outcome(text + "\nTHE_END = Value(0.0)\n")
    return outcome.isError ? outcome.message : outcome.printed
}
