// The log of sweeps: which calls of `backward()` a graph has seen. It has one entry for all calls in a row from one
// root; where it would grow, entries of one root become one. So it has fewer than four entries for each root, or 16.

extension TapeState {
    /// `calls` sweeps from one root.
    struct SweepRecord {
        var root: Int
        var calls: Int
        /// Whether the root is gone: it stood after `root` and before what follows that now.
        var isRootGone = false
    }

    /// Adds to the log of sweeps, in one entry with the last where that has the same root.
    ///
    /// - Parameter start: The entries before it belong to a region around this one, and stay as they are.
    @inline(__always)
    mutating func log(_ sweep: SweepRecord, after start: Int) {
        if sweeps.count > start, sweeps.last.root == sweep.root, !sweeps.last.isRootGone {
            sweeps[sweeps.count - 1].calls += sweep.calls
        } else {
            if _slowPath(sweeps.isFull) { makeRoomForSweeps() }
            sweeps.push(sweep)
        }
    }

    /// Leaves one entry for each root in each region, and grows where that is not half of all.
    @inline(never)
    private mutating func makeRoomForSweeps() {
        let ends = (0..<regions.count).map {
            $0 + 1 < regions.count ? regions[$0 + 1].sweepCount : sweeps.count
        }
        var merged: [SweepRecord] = []
        for (number, end) in ends.enumerated() {
            let start = regions[number].sweepCount
            regions[number].sweepCount = merged.count
            merged += mergedSweeps(in: start..<end) { $0 }
        }
        sweeps.count = 0
        for sweep in merged { sweeps.push(sweep) }
        // So that the next time is as many entries away as were looked at.
        if sweeps.count > sweeps.capacity / 2 { sweeps.grow() }
    }

    /// Returns one entry for each root of those in a part of the log: the last one, with the calls of all.
    ///
    /// - Parameter moved: What an entry has become; nil where no graph is left that it could have reached.
    func mergedSweeps(in range: Range<Int>, _ moved: (SweepRecord) -> SweepRecord?) -> [SweepRecord] {
        struct Root: Hashable {
            var index: Int
            var isGone: Bool
        }
        var newestFirst: [SweepRecord] = []
        var entries: [Root: Int] = [:]
        for position in range.reversed() {
            guard let sweep = moved(sweeps[position]) else { continue }
            let root = Root(index: sweep.root, isGone: sweep.isRootGone)
            if let entry = entries[root] {
                newestFirst[entry].calls += sweep.calls
            } else {
                entries[root] = newestFirst.count
                newestFirst.append(sweep)
            }
        }
        return newestFirst.reversed()
    }

    /// Forgets the sweeps from values of a region that ends; those from older values still count.
    @inline(__always)
    mutating func endSweeps(of region: Region) {
        var end = sweeps.count
        while end > region.sweepCount, sweeps[end &- 1].root >= region.start { end &-= 1 }
        sweeps.count = region.sweepCount
        for index in region.sweepCount..<end
        where sweeps[index].root < region.start && !sweeps[index].isRootGone {
            log(sweeps[index], after: regions.count > 0 ? regions.last.sweepCount : 0)
        }
    }
}
