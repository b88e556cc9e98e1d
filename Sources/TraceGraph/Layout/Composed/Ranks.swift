/// The column of each item of a level, counted along the flow.
///
/// Every wire runs to a later column, but for those that close a cycle: frames can form one, where a value leaves a
/// frame, is used outside, and what comes of it is used inside again.
///
/// - Complexity: O(items + wires).
struct Ranks {
    private(set) var ranks: [Int]

    init(_ level: LevelShape, _ blocks: [Block]) {
        ranks = Array(repeating: 0, count: level.items.count)
        var pairs: [(place: Int, value: Int)] = []
        for net in level.nets {
            for target in net.targets where target.item != net.source.item {
                pairs.append((net.source.item, target.item))
            }
        }
        // Blocks as wide as a page stand one behind the other.
        let fixed = level.fixedItems(blocks)
        pairs += zip(fixed, fixed.dropFirst()).map { ($0, $1) }
        let successors = Neighbours(places: level.items.count, pairs: pairs)
        let predecessors = Neighbours(
            places: level.items.count, pairs: pairs.map { (place: $0.value, value: $0.place) })
        let order = Ranks.order(level, successors, predecessors)
        var isDone = Array(repeating: false, count: level.items.count)
        var isInCycle = isDone
        for item in order {
            isDone[item] = true
            for successor in successors[item] {
                if isDone[successor] {
                    isInCycle[item] = true
                    isInCycle[successor] = true
                } else {
                    ranks[successor] = max(ranks[successor], ranks[item] + level.steps(behind: item, blocks))
                }
            }
        }
        delay(order.filter { !isInCycle[$0] && level.items[$0].isPart }, successors, predecessors)
        let exits = level.items.indices.filter { level.items[$0] == .exit }
        for exit in exits { ranks[exit] = 0 }
        let last = (ranks.max() ?? 0) + 1
        for exit in exits { ranks[exit] = last }
    }

    subscript(item: Int) -> Int { ranks[item] }

    /// An order in which every item stands behind its predecessors, but for those it forms a cycle with: the reverse
    /// of the order in which a depth-first search leaves the items.
    private static func order(
        _ level: LevelShape, _ successors: Neighbours, _ predecessors: Neighbours
    ) -> [Int] {
        var left: [Int] = []
        var isSeen = Array(repeating: false, count: level.items.count)
        let beginnings = level.items.indices.filter { predecessors[$0].isEmpty }
        for start in beginnings + Array(level.items.indices) where !isSeen[start] {
            isSeen[start] = true
            var path = [(item: start, rest: successors[start])]
            while let (item, rest) = path.last {
                guard let next = rest.first else {
                    left.append(item)
                    path.removeLast()
                    continue
                }
                path[path.count - 1].rest = rest.dropFirst()
                if !isSeen[next] {
                    isSeen[next] = true
                    path.append((next, successors[next]))
                }
            }
        }
        return left.reversed()
    }

    /// Moves parts towards their first use where no wire but their own gets longer: leaves, and what is computed from
    /// leaves that are used nowhere else. Frames stay, so that calls of one function stand in line.
    private mutating func delay(_ order: [Int], _ successors: Neighbours, _ predecessors: Neighbours) {
        var isFree = Array(repeating: false, count: ranks.count)
        for item in order {
            isFree[item] = predecessors[item].allSatisfy { predecessor in
                isFree[predecessor] && successors[predecessor].allSatisfy { $0 == item }
            }
        }
        for item in order.reversed() where isFree[item] {
            guard let first = successors[item].map({ ranks[$0] }).min() else { continue }
            ranks[item] = max(ranks[item], first - 1)
        }
    }
}

extension LevelShape {
    /// How many columns on what an item feeds stands at least: leaves that go with it would make one of fixed places,
    /// which is as wide as a page may be, wider still.
    fileprivate func steps(behind item: Int, _ blocks: [Block]) -> Int {
        isFixed(item, blocks) ? 2 : 1
    }
}
