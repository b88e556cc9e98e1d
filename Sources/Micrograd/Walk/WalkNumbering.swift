internal import MicrogradSupport

/// Which nodes of a tape a walk visits, and the id it gives to each.
struct WalkNumbering {
    /// The index of the first node visited.
    let lowest: Int
    /// One past the index of the last node visited.
    let end: Int
    /// How many ids there are, those of constants included.
    let count: Int
    /// The scopes of the tape.
    let scopes: [ScopeRecord]
    /// Those of `scopes` that recorded a node visited, in order.
    let usedScopes: [Int]
    /// The id of each node from `lowest` on.
    private let ids: [UInt32]

    private static let absent = UInt32.max

    func contains(_ index: Int) -> Bool {
        index >= lowest && index < end && ids[index - lowest] != WalkNumbering.absent
    }

    func id(of index: Int) -> Int { Int(ids[index - lowest]) }

    init(of roots: [Int], detail: GraphWalk.Detail, in state: TapeState.Reference) {
        let nodes = state.pointee.nodes
        end = (roots.max() ?? 0) + 1
        // Counted from the end, because the lowest is not known: it grows as far down as the graph reaches.
        let last = end - 1
        var isVisitedFromEnd: [Bool] = []
        func isVisited(_ index: Int) -> Bool { isVisitedFromEnd[last - index] }
        var lowest = last
        func visit(_ index: Int) {
            let missing = last - index + 1 - isVisitedFromEnd.count
            if missing > 0 {
                isVisitedFromEnd += repeatElement(false, count: max(missing, isVisitedFromEnd.count))
            }
            isVisitedFromEnd[last - index] = true
            lowest = min(lowest, index)
        }
        roots.forEach(visit)
        var index = end - 1
        while index >= lowest {
            if isVisited(index) { state.pointee.forEachOperand(of: index, visit) }
            index -= 1
        }

        var ids = [UInt32](repeating: WalkNumbering.absent, count: end - lowest)
        let scopes = WalkScopes(of: state.pointee, in: lowest..<end)
        var cursor = ScopeCursor()
        var usedScopes: [Int] = []
        var next = 0
        for index in lowest..<end where isVisited(index) {
            if nodes[index].hasConstantLeaf {
                next += 1
            } else if nodes[index].isCompound, detail == .expanded {
                next += state.pointee.compounds[nodes[index].firstIndex].operationCount - 1
            }
            ids[index - lowest] = UInt32(truncatingIfNeeded: next)
            next += 1
            let scope = cursor.innermost(at: index, in: scopes.records)
            if scope >= 0, scope != usedScopes.last { usedScopes.append(scope) }
        }
        guard next < Int(WalkNumbering.absent) else {
            trap("A graph of \(next) nodes is more than a walk can number (\(WalkNumbering.absent)).")
        }
        self.ids = ids
        self.lowest = lowest
        self.usedScopes = usedScopes
        self.scopes = scopes.records
        count = next
    }
}

extension TapeState {
    /// Returns the sweeps that can have reached a graph: those made since it began.
    func backward(of graph: WalkNumbering) -> GraphBackward? {
        var result: GraphBackward?
        for index in 0..<sweeps.count where sweeps[index].root >= graph.lowest {
            let sweep = sweeps[index]
            result = GraphBackward(
                root: graph.contains(sweep.root) && !sweep.isRootGone ? graph.id(of: sweep.root) : nil,
                calls: (result?.calls ?? 0) + sweep.calls)
        }
        return result
    }
}

extension WalkNumbering {
    /// Returns the scopes that recorded a node and all around them, parents first, and the id of each scope.
    func graphScopes(of state: TapeState) -> (scopes: [GraphScope], ids: [Int]) {
        guard !usedScopes.isEmpty else { return ([], []) }
        var isUsed = [Bool](repeating: false, count: scopes.count)
        for scope in usedScopes {
            var scope = scope
            while scope >= 0, !isUsed[scope] {
                isUsed[scope] = true
                scope = Int(scopes[scope].parent)
            }
        }
        struct Caller: Hashable {
            var name: ScopeNames.Name
            var instance: UInt64
        }
        var calls: [Caller: Int] = [:]
        var ids = [Int](repeating: -1, count: scopes.count)
        var result: [GraphScope] = []
        for index in 0..<scopes.count where isUsed[index] {
            let record = scopes[index]
            let name = state.name(record.name)
            let caller = Caller(name: name, instance: record.instance)
            let call = calls[caller, default: 0]
            calls[caller] = call + 1
            ids[index] = result.count
            result.append(
                GraphScope(
                    id: result.count, parent: record.parent < 0 ? nil : ids[Int(record.parent)],
                    kind: name.kind, name: name.name, call: call))
        }
        return (result, ids)
    }
}
