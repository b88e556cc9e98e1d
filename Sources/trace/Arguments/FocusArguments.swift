internal import TraceGraph

/// The part of a graph that the words of a command line ask for, by names.
struct FocusArguments {
    /// The value in the middle.
    var center: String?
    /// How many edges the farthest value is away from it.
    var radius = FocusArguments.usualRadius
    private static let usualRadius = 2
    /// The two ends of all ways between them.
    var start: String?
    var end: String?

    /// What is wrong with the words; nil where nothing is.
    var problem: String? {
        if (start == nil) != (end == nil) {
            return start == nil ? "'--to' goes with '--from'" : "'--from' goes with '--to'"
        }
        if center == nil, radius != FocusArguments.usualRadius { return "'--radius' goes with '--focus'" }
        return center != nil && start != nil ? "'--focus' does not go with '--from' and '--to'" : nil
    }

    /// The same in the nodes of a graph; nil where all of it is asked for.
    func focus(in graph: Graph) throws(TraceGraphError) -> Focus? {
        if let center { return .around(id: try graph.node(named: center), radius: radius) }
        guard let start, let end else { return nil }
        let (first, last) = (try graph.node(named: start), try graph.node(named: end))
        guard graph.hasWay(from: first, to: last) else {
            throw .noWay(from: start, to: end, isReverse: graph.hasWay(from: last, to: first))
        }
        return .ways(from: first, to: last)
    }
}
