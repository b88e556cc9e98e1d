import Micrograd
import TraceLanguage

/// What one run of a text gave, with the tape that its values live on.
final class Outcome {
    let tape = Tape()
    private(set) var printed = ""
    private(set) var result: ProgramResult?
    private(set) var error: LanguageError?

    init(_ text: String, _ options: RunOptions = RunOptions()) {
        tape.use {
            do throws(LanguageError) {
                result = try run(SourceText(name: "t.txt", text: text), options: options) {
                    self.printed += $0
                }
            } catch {
                self.error = error
            }
        }
    }

    var roots: [Value] { result?.roots ?? [] }
    var message: String { error?.diagnostic.rendered() ?? "no error" }
    var notes: [String] { result?.notes.map { $0.rendered() } ?? [] }
    /// The first lines of the notes.
    var noteLines: [String] { notes.map { String($0.prefix { $0 != "\n" }) } }

    /// The graph of the roots; empty after an error.
    var nodes: [GraphNode] { roots.isEmpty ? [] : Array(GraphWalk(from: roots)) }
    var labels: [String?] { nodes.filter { !$0.isConstant }.map(\.label) }

    /// The node of a label.
    subscript(label: String) -> GraphNode? { nodes.first { $0.label == label } }

    /// The graph in one line, such as `a b *(0,1)`.
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
    return outcome.error == nil ? outcome.printed : outcome.message
}
