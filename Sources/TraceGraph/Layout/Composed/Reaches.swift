/// How far along the flow each value of a level runs through the columns.
///
/// Uses beyond are detours around them. Together the values may pass no more columns than there are items and uses,
/// and 2,000, the shortest first: otherwise a sum over a long chain would need quadratic room and time.
struct Reaches {
    /// For each net the last column that it enters.
    private(set) var ranks: [Int]

    init(_ level: LevelShape, _ itemRanks: Ranks) {
        ranks = level.nets.map { net in
            net.targets.lazy.map { itemRanks[$0.item] }.max() ?? 0
        }
        let starts = level.nets.map { itemRanks[$0.source.item] }
        let passes = zip(ranks, starts).map { max(0, $0 - $1 - 1) }
        var room = 2_000 + level.items.count + level.nets.reduce(0) { $0 + $1.targets.count }
        guard passes.reduce(0, +) > room else { return }
        for net in level.nets.indices.sorted(by: { (passes[$0], $0) < (passes[$1], $1) }) {
            room -= passes[net]
            if room < 0 { ranks[net] = min(ranks[net], starts[net] + 1) }
        }
    }
}
