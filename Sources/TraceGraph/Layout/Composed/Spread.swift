/// Places in a row that keep their distances and are as near as possible to where they want to be.
///
/// They minimise `Σ weight · (place − wanted)²` where each place is at least a distance behind the one before
/// (pool adjacent violators).
///
/// - Complexity: O(places).
struct Spread {
    private var pools: [(sum: Double, weight: Double, count: Int)] = []
    /// How far the last place stands behind the first where all stand as close as they may.
    private var offset = 0.0
    private var offsets: [Double] = []

    init(capacity: Int) {
        pools.reserveCapacity(capacity)
        offsets.reserveCapacity(capacity)
    }

    /// Adds a place, at least a distance behind the one before.
    mutating func append(_ wanted: Double, weight: Double, distance: Double) {
        offset += distance
        offsets.append(offset)
        var last = (sum: (wanted - offset) * weight, weight: weight, count: 1)
        while let before = pools.last, before.sum * last.weight > last.sum * before.weight {
            last = (before.sum + last.sum, before.weight + last.weight, before.count + last.count)
            pools.removeLast()
        }
        pools.append(last)
    }

    var places: [Double] {
        var places: [Double] = []
        places.reserveCapacity(offsets.count)
        for pool in pools {
            for _ in 0..<pool.count { places.append(pool.sum / pool.weight + offsets[places.count]) }
        }
        return places
    }
}
