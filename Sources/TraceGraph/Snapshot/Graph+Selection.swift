internal import Micrograd

extension Graph {
    /// Returns the part of the graph that some of its nodes depend on, with these as its roots.
    ///
    /// - Parameter ids: At least one, each of a node of the graph.
    public func part(dependedOnBy ids: [Int]) -> Graph {
        let isKept = areNeeded(by: ids)
        var newIDs = [Int](repeating: -1, count: nodes.count)
        var kept: [GraphNode] = []
        for var node in nodes where isKept[node.id] {
            newIDs[node.id] = kept.count
            node.id = kept.count
            node.operands = node.operands.map { newIDs[$0] }
            kept.append(node)
        }
        var part = Graph(nodes: kept, roots: ids.map { newIDs[$0] }, scopes: scopes, backward: backward)
        part.backward?.root = backward?.root.flatMap { newIDs[$0] < 0 ? nil : newIDs[$0] }
        return part
    }

    /// Whether a value is another one, or computed from it.
    package func hasWay(from start: Int, to end: Int) -> Bool {
        areNeeded(by: [end])[start]
    }

    /// For each node whether it is one of some, or these are computed from it.
    private func areNeeded(by ids: [Int]) -> [Bool] {
        var isNeeded = [Bool](repeating: false, count: nodes.count)
        for id in ids { isNeeded[id] = true }
        for node in nodes.reversed() where isNeeded[node.id] {
            for operand in node.operands { isNeeded[operand] = true }
        }
        return isNeeded
    }

    /// Returns the id of the node that has the label, alone or with the frames that tables show before it, as in
    /// `layer 0/neuron 1/w0`; or that `#id` names.
    public func node(named name: String) throws(TraceGraphError) -> Int {
        let labels = distinctLabels
        let matches = nodes.filter { $0.label == name }.map(\.id)
        let candidates = matches.isEmpty ? labels.indices.filter { labels[$0] == name } : matches
        if candidates.count == 1 { return candidates[0] }
        if candidates.count > 1 {
            throw .ambiguousLabel(name, candidates: candidates.map { "#\($0) (\(labels[$0] ?? ""))" })
        }
        if name.first == "#", let id = Int(name.dropFirst()), nodes.indices.contains(id) { return id }
        throw .unknownLabel(name, known: nodes.compactMap(\.label), nodeCount: nodes.count)
    }
}
