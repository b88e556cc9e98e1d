public import Micrograd
internal import MicrogradSupport

/// What can go wrong between a graph and its picture: files, saved graphs, Graphviz.
public enum TraceGraphError: Error, Equatable, Sendable {
    /// A drawing of `count` values, operations and frames, over the limit for a layout.
    case tooManyNodes(count: Int, limit: Int)
    /// A drawing with more operations in a row than Graphviz can lay out.
    case tooDeep(operations: Int, limit: Int)
    /// A drawing with more frames inside one another than Graphviz can lay out in good time.
    case framesTooDeep(frames: Int, limit: Int)
    /// A label too wide to draw, and whose it is.
    case labelTooLong(LabelOwner, start: String, count: Int, limit: Int)
    /// A bitmap wider or higher than `limit` pixels.
    case pictureTooLarge(format: String, width: Int, height: Int, limit: Int)
    /// Graphviz has no plug-in for the engine or format; `folder` is where they are looked for.
    case missingPlugin(name: String, folder: String?)
    /// What Graphviz itself had to say.
    case graphviz(messages: [String])
    /// A saved graph that cannot be read, and where.
    case savedGraph(problem: String, line: Int, column: Int)
    /// No value has the label, or the id, that was asked for.
    case unknownLabel(String, known: [String], nodeCount: Int)
    /// Several values have the label that was asked for.
    case ambiguousLabel(String, candidates: [String])
    /// Nothing that is computed from one value leads to the other.
    case noWay(from: String, to: String, isReverse: Bool)
    /// No scope is of the kind that was to be folded.
    case unknownKind(String, known: [String])
    /// A file name that does not say what to write.
    case unknownFileExtension(path: String)
    /// A file name that does not end in `.svg`, for a plot.
    case plotFileExtension(path: String)
    /// A file that cannot be read or written, with the system's reason.
    case file(path: String, action: FileAction, reason: String)

    /// What a label belongs to; the path names the frames around it, and is empty where there are none.
    public enum LabelOwner: Equatable, Sendable {
        /// A value of the graph.
        case value(id: Int, path: String)
        /// A scope that is drawn as a frame.
        case frame(path: String)
    }

    /// What was tried with a file.
    public typealias FileAction = MicrogradError.FileAction
}

extension TraceGraphError: CustomStringConvertible {
    /// One sentence: what, where, and what to do.
    public var description: String { sentence.visible }

    private var sentence: String {
        switch self {
        case .tooManyNodes(let count, let limit):
            return "the graph has \(count) values, operations and frames, and at most \(limit) are laid out; "
                + "draw a part of it, write json, txt, dot or mermaid, which have no limit, or raise the limit"
        case .tooDeep(let operations, let limit):
            return "the graph has \(operations) operations in a row, and at most \(limit) can be laid out; "
                + "draw a part of it, or write json, txt, dot or mermaid, which have no limit"
        case .framesTooDeep(let frames, let limit):
            return "the graph has \(frames) frames inside one another, and at most \(limit) can be laid out; "
                + "draw a part of it, take the theme classic, which has no frames, "
                + "or write json, txt, dot or mermaid, which have no limit"
        case .labelTooLong(.value(let id, let path), let start, let count, let limit):
            return "the label '\(start)…' of value #\(id)\(path.isEmpty ? "" : " in '\(path)'") has \(count) "
                + "characters, and at most \(limit) can be drawn; give the value a shorter label, or draw no names"
        case .labelTooLong(.frame(let path), let start, let count, let limit):
            return "the name '\(start)…' of a frame\(path.isEmpty ? "" : " in '\(path)'") has \(count) "
                + "characters, and at most \(limit) can be drawn; give the scope a shorter name, "
                + "or take the theme classic, which has no frames"
        case .pictureTooLarge(let format, let width, let height, let limit):
            return
                "the picture is \(width) by \(height) pixels, and a \(format) has at most \(limit) a side and 100 million in all; "
                + "write svg or pdf, lower the resolution, or draw a part of the graph"
        case .missingPlugin(let name, let folder):
            return "Graphviz has no plug-in for '\(name)'"
                + (folder.map { " (it looks in \($0))" } ?? "")
                + "; install Graphviz again: `apt-get install --reinstall libgvc6`, or `brew reinstall graphviz`"
        case .graphviz(let messages):
            return "Graphviz could not draw the graph: " + messages.joined(separator: "; ")
        case .savedGraph(let problem, let line, let column):
            return "line \(line), column \(column) of the saved graph: \(problem)"
        case .unknownLabel(let name, let known, let nodeCount):
            let names = TraceGraphError.listing(known)
            return "no value is labelled '\(name)'; "
                + (names.isEmpty ? "no value has a label: " : "the labels are \(names), and ")
                + "#0 to #\(nodeCount - 1) name the nodes by id"
        case .ambiguousLabel(let name, let candidates):
            let shown = candidates.prefix(10).map(\.visible).joined(separator: ", ")
            let rest = candidates.count > 10 ? " and \(candidates.count - 10) more" : ""
            return "\(candidates.count) values are labelled '\(name.visible)'; "
                + "name the one you mean by its frames or its id: \(shown)\(rest)"
        case .noWay(let start, let end, let isReverse):
            return "no way leads from '\(start)' to '\(end)'"
                + (isReverse ? "; there is one from '\(end)' to '\(start)'" : "")
        case .unknownKind(let kind, let known):
            let kinds = TraceGraphError.listing(known)
            return "no frame is of the kind '\(kind)'; "
                + (kinds.isEmpty ? "the graph has no frames to fold" : "the kinds are \(kinds)")
        case .unknownFileExtension(let path):
            return "cannot tell the format of '\(path)' from its name; "
                + "end it in \(OutputFormat.extensionList), or make the bytes with `data(as:)`"
        case .plotFileExtension(let path):
            return "a plot is written as SVG, and '\(path)' does not end in .svg; "
                + "give it that ending, or make the text with `svg()`"
        case .file(let path, let action, let reason):
            return MicrogradError.file(path: path, action: action, reason: reason).description
        }
    }

    /// The first 20, each once.
    private static func listing(_ names: [String]) -> String {
        var seen: Set<String> = []
        let distinct = names.filter { seen.insert($0).inserted }
            .map { $0.count > 40 ? $0.prefix(40) + "…" : $0 }
        return distinct.prefix(20).joined(separator: ", ") + (distinct.count > 20 ? ", …" : "")
    }
}
