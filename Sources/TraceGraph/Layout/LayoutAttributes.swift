internal import Micrograd
internal import MicrogradSupport

/// What Graphviz is told about a whole scene: the same in DOT text and in a layout made in process.
struct LayoutAttributes {
    /// Graphviz's names and values, in order.
    var graph: [(name: String, value: String)]
    var arrowSize: String

    /// Keeps an operation close to its result, and the line between them straight.
    static let resultWeight = "4"
    static let scopeFontSize = 10.0

    init(_ scene: Scene, _ options: DrawingOptions) {
        let theme = options.theme
        graph = [
            ("rankdir", options.direction.rawValue),
            ("nodesep", theme.separation.node.shortestDescription),
            ("ranksep", theme.separation.rank.shortestDescription),
        ]
        arrowSize = theme.arrow == .vee ? "0.55" : "0.8"
        if options.engine != .dot { graph.append(("overlap", "false")) }
        // Network simplex takes hours for a large graph if it may; clusters then need the new ranking.
        if scene.boxes.count + scene.marks.count > 1000 {
            graph += [("newrank", "true"), ("nslimit", "0"), ("nslimit1", "0.1"), ("mclimit", "0.1")]
        }
    }

    static func inches(_ points: Double) -> String {
        var text = (points / 72).fixed(4)[...]
        while text.utf8.last == UInt8(ascii: "0") { text.removeLast() }
        if text.utf8.last == UInt8(ascii: ".") { text.removeLast() }
        return String(text)
    }
}
