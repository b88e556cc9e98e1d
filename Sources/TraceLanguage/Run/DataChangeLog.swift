internal import Micrograd

/// What the data of values were before the text changed them, so that a picture can show what was used.
struct DataChangeLog {
    private struct Change {
        /// How many values the tape held: the first ones were computed from the data before the change.
        var tapeCount: Int
        /// How many calls of backward() had run: they used the data before the change.
        var backwardCount: Int
        /// The data until then.
        var data: Double
    }

    /// What setting data back found, each list in the order in which the values were made.
    struct Findings {
        /// The values that show other data now than at the end of the text.
        var changedLater: [Value] = []
        /// Those of them that nothing uses, and that show what their operation gave.
        var changedResults: [Value] = []
        /// Those that were used with several data.
        var changedBetween: [Value] = []
        /// The computed values that show what the text set.
        var overwritten: [Value] = []
        /// Those that the last backward() used with other data than they show, and what these were.
        var changedForBackward: [(value: Value, data: Double)] = []
    }

    private var changes: [Int: (value: Value, list: [Change])] = [:]

    /// Keeps the data of a value that are about to change.
    mutating func noteChange(of value: Value, backwardCount: Int) {
        let last = changes[value.position]?.list.last
        // Nothing was computed since the change before: these data have no use.
        guard last?.tapeCount != value.tapeCount || last?.backwardCount != backwardCount else { return }
        changes[value.position, default: (value, [])].list.append(
            Change(tapeCount: value.tapeCount, backwardCount: backwardCount, data: value.data))
    }

    /// Sets the data of what `roots` depend on to those that the roots were computed from.
    ///
    /// A value that was used with several data gets those of its last use.
    ///
    /// - Parameter backward: What the last backward() ran from, and how many calls there were.
    func restore(for roots: [Value], after backward: ProgramResult.Backward?) -> Findings {
        var findings = Findings()
        guard !changes.isEmpty else { return findings }
        var uses: [Int: [Int]] = [:]
        for root in roots where changes[root.position] != nil { uses[root.position] = [] }
        Value.forEachUse(inGraphOf: roots) { operand, result in
            if changes[operand] != nil { uses[operand, default: []].append(result) }
        }
        let used = positions(usedBy: backward)
        for position in uses.keys.sorted() {
            guard let (value, list) = changes[position], let users = uses[position] else { continue }
            let atEnd = value.data
            func data(atUse user: Int) -> Double {
                DataChangeLog.data(in: list) { $0.tapeCount > user } ?? atEnd
            }
            let asComputed = data(atUse: position)
            var restored = atEnd
            if let last = users.max() {
                restored = data(atUse: last)
                if users.contains(where: { !DataChangeLog.areSame(data(atUse: $0), restored) }) {
                    findings.changedBetween.append(value)
                }
            } else if !value.isLeaf {
                restored = asComputed
            }
            if let backward, used.contains(position) {
                let data = DataChangeLog.data(in: list) { $0.backwardCount >= backward.calls } ?? atEnd
                if !DataChangeLog.areSame(data, restored) {
                    findings.changedForBackward.append((value, data))
                }
            }
            if !DataChangeLog.areSame(restored, atEnd) {
                if users.isEmpty {
                    findings.changedResults.append(value)
                } else {
                    findings.changedLater.append(value)
                }
                value.data = restored
            }
            if !value.isLeaf, !DataChangeLog.areSame(restored, asComputed) {
                findings.overwritten.append(value)
            }
        }
        return findings
    }

    /// Returns the leaves among what `roots` depend on whose gradients are sums over passes with different data of
    /// their own, and how many passes each adds up.
    func addedGradients(for roots: [Value], _ log: BackwardLog) -> [(value: Value, passes: Int)] {
        guard !changes.isEmpty, log.sweptRoots.count > 1 else { return [] }
        var calls: [Int: [Int]] = [:]
        for (call, root) in log.sweptRoots.enumerated() {
            for position in reached(from: [root]) where call >= log.callsBeforeSet[position] ?? 0 {
                calls[position, default: []].append(call)
            }
        }
        return reached(from: roots).sorted().compactMap { position in
            guard let (value, list) = changes[position], value.isLeaf, let passes = calls[position],
                let first = passes.first, let last = passes.last,
                list.contains(where: { $0.backwardCount > first && $0.backwardCount <= last })
            else { return nil }
            return (value, passes.count)
        }
    }

    /// The positions of the changed values that `roots` depend on.
    private func reached(from roots: [Value]) -> Set<Int> {
        var positions = Set(roots.map(\.position))
        Value.forEachUse(inGraphOf: roots) { operand, _ in
            if changes[operand] != nil { positions.insert(operand) }
        }
        return positions
    }

    /// The positions of the changed values whose data the last backward() used.
    private func positions(usedBy backward: ProgramResult.Backward?) -> Set<Int> {
        backward.map { reached(from: [$0.root]) } ?? []
    }

    /// Returns the data before the first change that is late enough, as all after it are; nil where none is.
    private static func data(in list: [Change], before isLate: (Change) -> Bool) -> Double? {
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            if isLate(list[middle]) { high = middle } else { low = middle + 1 }
        }
        return low < list.count ? list[low].data : nil
    }

    private static func areSame(_ one: Double, _ other: Double) -> Bool {
        one == other || (one.isNaN && other.isNaN)
    }
}
