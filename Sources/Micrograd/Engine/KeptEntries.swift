/// Which entries of a list stay where others go, and the places to which they close up, in their order.
struct KeptEntries: ~Copyable {
    /// All entries before this one stay in their places.
    private let start: Int
    private let count: Int
    /// 1 for each entry that stays; once places are known, how many stay up to each entry, itself included.
    private let counts: UnsafeMutablePointer<UInt32>

    /// Marks none of the entries from `start` to `end`.
    init(from start: Int, to end: Int) {
        self.start = start
        count = end - start
        counts = .allocate(capacity: count)
        counts.initialize(repeating: 0, count: count)
    }

    deinit { counts.deallocate() }

    // MARK: Before places are known

    @inline(__always)
    func isMarked(_ index: Int) -> Bool { counts[index &- start] > 0 }

    @inline(__always)
    func mark(_ index: Int) {
        if index >= start { counts[index &- start] = 1 }
    }

    /// Finds the place of each entry; marks are gone then.
    func findPlaces() {
        var kept: UInt32 = 0
        for offset in 0..<count {
            kept &+= counts[offset]
            counts[offset] = kept
        }
    }

    // MARK: Once places are known

    /// Where an entry stands from now on: for one that goes, where the last one before it stands that stays.
    @inline(__always)
    func place(of index: Int) -> Int {
        index < start ? index : start &+ Int(counts[index &- start]) &- 1
    }

    /// Where a span ends from now on that ended before `end`.
    func end(_ end: Int) -> Int { place(of: end - 1) + 1 }

    @inline(__always)
    func contains(_ index: Int) -> Bool {
        index < start || counts[index &- start] != (index == start ? 0 : counts[index &- start &- 1])
    }
}
