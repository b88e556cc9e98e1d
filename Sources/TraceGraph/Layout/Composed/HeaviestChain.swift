/// Finds, among pairs of an upper and a lower bank of places, those that can be joined without crossing or sharing a
/// place and together weigh most.
///
/// - Complexity: O(log places) for each pair (a Fenwick tree of maxima).
struct HeaviestChain {
    /// At i the best chain that ends in one of the last `i & -i` places up to i, counted from 1.
    private var best: [Int?]
    private var chains: [(weight: Double, item: Int, before: Int?)] = []

    /// - Parameter places: How many places the second bank has.
    init(places: Int) {
        best = Array(repeating: nil, count: places + 1)
    }

    /// Adds the pairs of one place of the first bank, behind all before.
    mutating func append(_ pairs: [(item: Int, place: Int, weight: Double)]) {
        // All are compared with the places before, so that no two of them get into one chain.
        let befores = pairs.map { heaviest(before: $0.place) }
        for (pair, before) in zip(pairs, befores) {
            let weight = pair.weight + (before.map { chains[$0].weight } ?? 0)
            chains.append((weight, pair.item, before))
            var index = pair.place + 1
            while index < best.count {
                if isHeavier(weight, than: best[index]) { best[index] = chains.count - 1 }
                index += index & -index
            }
        }
    }

    var items: [Int] {
        var items: [Int] = []
        var chain = heaviest(before: best.count - 1)
        while let current = chain {
            items.append(chains[current].item)
            chain = chains[current].before
        }
        return items.reversed()
    }

    private func heaviest(before place: Int) -> Int? {
        var heaviest: Int?
        var index = place
        while index > 0 {
            if let candidate = best[index], isHeavier(chains[candidate].weight, than: heaviest) {
                heaviest = candidate
            }
            index &= index - 1
        }
        return heaviest
    }

    private func isHeavier(_ weight: Double, than chain: Int?) -> Bool {
        chain.map { weight > chains[$0].weight } ?? true
    }
}
