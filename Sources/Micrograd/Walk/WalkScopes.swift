/// The scopes of a tape as a walk sees them: those recorded, and one for each neuron that a layer computed
/// together with its others.
struct WalkScopes {
    /// By start; a parent stands before its children.
    private(set) var records: [ScopeRecord] = []

    /// - Parameter nodes: The span of the tape that is walked.
    init(of state: TapeState, in nodes: Range<Int>) {
        var indices: [Int32] = []
        var next = 0
        func appendRecords(upTo start: Int) {
            while next < state.scopes.count, Int(state.scopes[next].start) <= start {
                var record = state.scopes[next]
                if record.parent >= 0 { record.parent = indices[Int(record.parent)] }
                indices.append(Int32(records.count))
                records.append(record)
                next += 1
            }
        }
        var names: [ScopeNames.Key] = []
        var cursor = ScopeCursor()
        for number in state.firstCompound(endingAfter: nodes.lowerBound)..<state.compounds.count {
            let compound = state.compounds[number]
            guard compound.outputs.lowerBound < nodes.upperBound else { break }
            guard compound.firstInstance > 0 else { continue }
            appendRecords(upTo: compound.outputs.lowerBound)
            let parent = Int32(cursor.innermost(at: compound.outputs.lowerBound, in: records))
            for (row, output) in compound.outputs.enumerated() {
                if row == names.count { names.append(ScopeIdentity.neuron(row, instance: 0).name) }
                records.append(
                    ScopeRecord(
                        start: UInt32(output), end: UInt32(output) + 1, parent: parent, name: names[row],
                        instance: compound.firstInstance + UInt64(row)))
            }
        }
        appendRecords(upTo: Int(UInt32.max))
    }
}

extension TapeState {
    /// Returns the number of the first compound that has an output at or after a node.
    fileprivate func firstCompound(endingAfter node: Int) -> Int {
        var (low, high) = (0, compounds.count)
        while low < high {
            let middle = (low + high) / 2
            if compounds[middle].outputs.upperBound > node { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// Finds the innermost scope of nodes that are asked for in rising order.
struct ScopeCursor {
    /// The last scope that started at or before the node asked for.
    private var started = -1

    /// Returns the index of the scope, or -1.
    mutating func innermost(at index: Int, in scopes: [ScopeRecord]) -> Int {
        while started + 1 < scopes.count, Int(scopes[started + 1].start) <= index { started += 1 }
        var scope = started
        while scope >= 0, Int(scopes[scope].end) <= index { scope = Int(scopes[scope].parent) }
        return scope
    }
}
