internal import Micrograd

/// What the data of values were before the text changed them, so that a picture can show what was used.
///
/// Values are known by their positions on the tape. What no query can reach any more is dropped when the tape is
/// compacted, so a training of any length takes as much as one step.
struct DataChangeLog {
    private struct Change {
        /// How many values the tape held: the first ones were computed from the data before the change.
        var tapeCount: Int
        /// How many calls of backward() had run: they used the data before the change.
        var backwardCount: Int
        /// The data until then.
        var data: Double
    }

    /// The changes of one value.
    private struct Record {
        var position: Int
        var changes: [Change] = []
        /// Whether the data changed while the value, a leaf, had a gradient that is still there.
        var isStale = false
        /// How many passes the gradient is the sum of, where it is stale.
        var passes = 0
        /// Whether a pass added to a stale gradient.
        var isMixed = false
    }

    /// What setting data back found, each list in the order in which the values were made.
    struct Findings {
        /// The values that show other data now than at the end of the text.
        var changedLater: [Int] = []
        /// Those of them that nothing uses, and that show what their operation gave.
        var changedResults: [Int] = []
        /// Those that were used with several data.
        var changedBetween: [Int] = []
        /// The computed values that show what the text set.
        var overwritten: [Int] = []
        /// Those that the last backward() used with other data than they show, and what these were.
        var changedForBackward: [(position: Int, data: Double)] = []
    }

    private var records: [Record] = []
    /// For each position: one more than the place of its record; 0 for none.
    private var places: [Int32] = []
    private var staleCount = 0
    private var mixedCount = 0
    /// How many passes were counted without a look at which values they reach.
    private var assumedPasses = 0

    private func record(of position: Int) -> Int? {
        guard position < places.count, places[position] > 0 else { return nil }
        return Int(places[position]) - 1
    }

    /// Keeps the data of a value that are about to change.
    mutating func noteChange(of value: Value, tapeCount: Int, _ log: BackwardLog) {
        let position = value.position
        if position >= places.count { places += Array(repeating: 0, count: position - places.count + 1) }
        if places[position] == 0 {
            records.append(Record(position: position))
            places[position] = Int32(truncatingIfNeeded: records.count)
        }
        let index = Int(places[position]) - 1
        if !records[index].isStale, log.calls > 0, value.isLeaf, value.hasGrad {
            records[index].isStale = true
            records[index].passes = log.calls - log.callsBeforeSet(of: position)
            staleCount += 1
        }
        // Nothing was computed since the change before: these data have no use.
        let last = records[index].changes.last
        guard last?.tapeCount != tapeCount || last?.backwardCount != log.calls else { return }
        records[index].changes.append(
            Change(tapeCount: tapeCount, backwardCount: log.calls, data: value.data))
    }

    /// Notes that the text sets a gradient, so that passes are counted anew.
    mutating func noteGradientSet(of position: Int) {
        guard staleCount > 0, let index = record(of: position), records[index].isStale else { return }
        records[index].isStale = false
        if records[index].isMixed { mixedCount -= 1 }
        records[index].isMixed = false
        staleCount -= 1
    }

    /// Notes a pass; gradients that were there before a change of data become sums of different things.
    mutating func notePass(from root: Value) {
        guard staleCount > 0 else { return }
        // A loop that has forgotten to zero its gradients goes on as it did: its passes reach what they reached.
        guard mixedCount < staleCount else {
            assumedPasses += 1
            return
        }
        for position in reached(from: [root]) {
            guard let index = record(of: position), records[index].isStale else { continue }
            if !records[index].isMixed {
                records[index].isMixed = true
                records[index].passes -= assumedPasses
                mixedCount += 1
            }
            records[index].passes += 1
        }
    }

    /// Returns the leaves among what `roots` depend on whose gradients are sums over passes with different data of
    /// their own, and how many passes each adds up.
    func addedGradients(for roots: [Value]) -> [(position: Int, passes: Int)] {
        guard staleCount > 0 else { return [] }
        return reached(from: roots).sorted().compactMap { position in
            guard let index = record(of: position), records[index].isMixed, records[index].isStale else {
                return nil
            }
            return (position, records[index].passes + assumedPasses)
        }
    }

    /// Sets the data of what `roots` depend on to those that the roots were computed from.
    ///
    /// A value that was used with several data gets those of its last use.
    ///
    /// - Parameter backward: What the last backward() ran from, and how many calls there were.
    func restore(
        for roots: [Value], after backward: ProgramResult.Backward?, on tape: TapeCursor
    ) -> Findings {
        var findings = Findings()
        guard !records.isEmpty else { return findings }
        var uses: [Int: [Int]] = [:]
        for root in roots where record(of: root.position) != nil { uses[root.position] = [] }
        Value.forEachUse(inGraphOf: roots) { operand, result in
            if record(of: operand) != nil { uses[operand, default: []].append(result) }
        }
        let used = backward.map { reached(from: [$0.root]) } ?? []
        for position in uses.keys.sorted() {
            guard let index = record(of: position), let users = uses[position] else { continue }
            let list = records[index].changes
            let value = tape.value(at: position)
            let atEnd = value.data
            func data(atUse user: Int) -> Double {
                DataChangeLog.data(in: list) { $0.tapeCount > user } ?? atEnd
            }
            let asComputed = data(atUse: position)
            var restored = atEnd
            if let last = users.max() {
                restored = data(atUse: last)
                if users.contains(where: { !DataChangeLog.areSame(data(atUse: $0), restored) }) {
                    findings.changedBetween.append(position)
                }
            } else if !value.isLeaf {
                restored = asComputed
            }
            if let backward, used.contains(position) {
                let data = DataChangeLog.data(in: list) { $0.backwardCount >= backward.calls } ?? atEnd
                if !DataChangeLog.areSame(data, restored) {
                    findings.changedForBackward.append((position, data))
                }
            }
            if !DataChangeLog.areSame(restored, atEnd) {
                if users.isEmpty {
                    findings.changedResults.append(position)
                } else {
                    findings.changedLater.append(position)
                }
                value.data = restored
            }
            if !value.isLeaf, !DataChangeLog.areSame(restored, asComputed) {
                findings.overwritten.append(position)
            }
        }
        return findings
    }

    /// Follows the values to their new places, and drops the changes between which nothing is left.
    mutating func move(by move: borrowing TapeMove, calls: Int) {
        var kept: [Record] = []
        places = []
        (staleCount, mixedCount) = (0, 0)
        for var record in records {
            guard let place = move.place(of: record.position) else { continue }
            record.position = place
            var changes: [Change] = []
            for var change in record.changes {
                change.tapeCount = move.count(before: change.tapeCount)
                // The first of some between which nothing was computed has the data that were used before; the first
                // since the last backward() has what that used.
                let isFirst = changes.last?.tapeCount != change.tapeCount
                let isAfterPass = change.backwardCount >= calls && (changes.last?.backwardCount ?? -1) < calls
                if isFirst || isAfterPass { changes.append(change) }
            }
            record.changes = changes
            kept.append(record)
            while places.count <= place { places.append(0) }
            places[place] = Int32(truncatingIfNeeded: kept.count)
            if record.isStale { staleCount += 1 }
            if record.isMixed { mixedCount += 1 }
        }
        records = kept
    }

    /// The positions of the changed values that `roots` depend on.
    private func reached(from roots: [Value]) -> Set<Int> {
        var positions = Set(roots.map(\.position))
        Value.forEachUse(inGraphOf: roots) { operand, _ in
            if record(of: operand) != nil { positions.insert(operand) }
        }
        return positions
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
