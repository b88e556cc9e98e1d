/// The changes of a tape's data, by node: for a walk, which asks for those of many.
struct DataHistory {
    private var changes: [UInt32: [DataChanges.Change]] = [:]
    private let version: Int

    init(of state: TapeState) {
        version = state.changes.version
        for position in 0..<state.changes.log.count {
            let change = state.changes.log[position]
            changes[change.index, default: []].append(change)
        }
    }

    func isCurrent(in state: TapeState) -> Bool { version == state.changes.version }

    /// Returns what the data of a node were when a compound was computed.
    func data(_ index: Int, atCompound number: Int, in state: TapeState) -> Double {
        changes[UInt32(truncatingIfNeeded: index)]?.first { $0.compoundCount > number }?.data
            ?? state.data[index]
    }
}
