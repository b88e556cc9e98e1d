internal import Micrograd

/// What the data of values were before the text changed them, so that a picture can show what was used.
struct DataChangeLog {
    private struct Change {
        /// How many values the tape held: the first ones were computed from the data before the change.
        var tapeCount: Int
        /// The data until then.
        var data: Double
    }

    /// What setting data back found, each list in the order in which the values were made.
    struct Findings {
        /// The values that show other data now than at the end of the text.
        var changedLater: [Value] = []
        /// Those that were used with several data.
        var changedBetween: [Value] = []
        /// The computed values that show what the text set.
        var overwritten: [Value] = []
    }

    private var changes: [Int: (value: Value, list: [Change])] = [:]

    /// Keeps the data of a value that are about to change.
    mutating func noteChange(of value: Value) {
        var entry = changes[value.position] ?? (value, [])
        // Nothing was computed since the change before: these data have no use.
        guard entry.list.last?.tapeCount != value.tapeCount else { return }
        entry.list.append(Change(tapeCount: value.tapeCount, data: value.data))
        changes[value.position] = entry
    }

    /// Sets the data of what `roots` depend on to those that the roots were computed from.
    ///
    /// A value that was used with several data gets those of its last use.
    func restore(for roots: [Value]) -> Findings {
        var findings = Findings()
        guard !changes.isEmpty else { return findings }
        var uses: [Int: [Int]] = [:]
        for root in roots where changes[root.position] != nil { uses[root.position] = [] }
        Value.forEachUse(inGraphOf: roots) { operand, result in
            if changes[operand] != nil { uses[operand, default: []].append(result) }
        }
        for position in uses.keys.sorted() {
            guard let (value, list) = changes[position], let users = uses[position] else { continue }
            func data(atUse user: Int) -> Double {
                list.first { $0.tapeCount > user }?.data ?? value.data
            }
            let asComputed = data(atUse: position)
            var restored = value.data
            if let last = users.max() {
                restored = data(atUse: last)
                if users.contains(where: { !DataChangeLog.areSame(data(atUse: $0), restored) }) {
                    findings.changedBetween.append(value)
                }
            } else if !value.isLeaf {
                restored = asComputed
            }
            if !DataChangeLog.areSame(restored, value.data) {
                findings.changedLater.append(value)
                value.data = restored
            }
            if !value.isLeaf, !DataChangeLog.areSame(restored, asComputed) {
                findings.overwritten.append(value)
            }
        }
        return findings
    }

    private static func areSame(_ one: Double, _ other: Double) -> Bool {
        one == other || (one.isNaN && other.isNaN)
    }
}
