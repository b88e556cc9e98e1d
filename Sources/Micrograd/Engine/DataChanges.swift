/// What the data of operands were when a compound was computed, where they have changed since.
///
/// The operations that a compound stands for have no nodes that keep their data: a walk computes these
/// anew, and asks here for the numbers of then.
struct DataChanges: BitwiseCopyable {
    struct Change: BitwiseCopyable {
        var index: UInt32
        /// How many compounds the tape had when the data changed.
        var compoundCount: UInt32
        /// The data until then.
        var data: Double
    }

    var log = RawStack<Change>()
    /// From here on the nodes that the log names are flagged: a second change before the next compound
    /// needs no entry.
    var firstMarked = 0
    /// How often the log has changed: a history of another version is out of date.
    var version = 0

    var hasMarks: Bool { firstMarked < log.count }
}

extension TapeState {
    /// Notes the data of a node that are about to change, where a compound may have used them.
    @usableFromInline @inline(never)
    mutating func noteChange(of index: Int) {
        if nodes[index].isCompound, index < gradCount, Gradient.exists(grads[index]) {
            keepInnerGrad(of: index)
        }
        restoreMarks()
        guard !nodes[index].flags.contains(.changed) else { return }
        nodes[index].flags.insert(.changed)
        changes.version += 1
        changes.log.push(
            DataChanges.Change(
                index: UInt32(truncatingIfNeeded: index),
                compoundCount: UInt32(truncatingIfNeeded: compounds.count), data: data[index]))
    }

    /// Makes the next change of each node one of its own, because a compound is recorded in between.
    @inline(never)
    mutating func endMarks() {
        for position in changes.firstMarked..<changes.log.count {
            nodes[Int(changes.log[position].index)].flags.remove(.changed)
        }
        changes.firstMarked = changes.log.count
    }

    /// Marks again what has changed since the last compound, where later ones went away with their regions.
    private mutating func restoreMarks() {
        while changes.firstMarked > 0,
            Int(changes.log[changes.firstMarked - 1].compoundCount) == compounds.count
        {
            changes.firstMarked -= 1
            nodes[Int(changes.log[changes.firstMarked].index)].flags.insert(.changed)
        }
    }

    /// Forgets the changes that only compounds of a region that ends could ask for.
    ///
    /// - Precondition: The compounds and nodes of the region are gone.
    mutating func endChanges(of region: Region) {
        guard changes.log.count > region.changeCount else { return }
        endMarks()
        changes.version += 1
        let end = changes.log.count
        changes.log.count = region.changeCount
        changes.firstMarked = region.changeCount
        guard compounds.count > 0 else { return }
        // What the compounds before the region can ask for is the first change of each node since them.
        restoreMarks()
        for position in region.changeCount..<end {
            var change = changes.log[position]
            let index = Int(change.index)
            guard index < region.start, !nodes[index].flags.contains(.changed) else { continue }
            nodes[index].flags.insert(.changed)
            change.compoundCount = UInt32(truncatingIfNeeded: compounds.count)
            changes.log.push(change)
        }
    }
}

extension TapeState {
    /// Notes the changes of a region anew for the nodes and compounds that are kept.
    ///
    /// - Precondition: These have moved to their places.
    mutating func moveChanges(
        of region: Region, _ kept: borrowing KeptEntries, _ keptCompounds: borrowing KeptEntries
    ) {
        let end = changes.log.count
        guard end > region.changeCount else { return }
        for position in max(changes.firstMarked, region.changeCount)..<end {
            let index = Int(changes.log[position].index)
            if kept.contains(index) { nodes[kept.place(of: index)].flags.remove(.changed) }
        }
        changes.version += 1
        changes.log.count = region.changeCount
        changes.firstMarked = min(changes.firstMarked, region.changeCount)
        var compoundCount = region.compoundCount
        for position in region.changeCount..<end {
            var change = changes.log[position]
            let countThen = keptCompounds.end(Int(change.compoundCount))
            guard kept.contains(Int(change.index)), countThen > 0 else { continue }
            if countThen > compoundCount { endMarks() }
            compoundCount = countThen
            let index = kept.place(of: Int(change.index))
            guard !nodes[index].flags.contains(.changed) else { continue }
            nodes[index].flags.insert(.changed)
            change.index = UInt32(truncatingIfNeeded: index)
            change.compoundCount = UInt32(truncatingIfNeeded: countThen)
            changes.log.push(change)
        }
        if compounds.count > compoundCount { endMarks() }
    }
}
