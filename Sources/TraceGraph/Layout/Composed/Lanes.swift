/// The lane of each trunk of a channel, from left to right; trunks that do not overlap can share one.
///
/// Trunks are put one after another where they cross the others least. In crowded channels they are sorted instead:
/// of those that lead down the lower stand first, of those that lead up the upper, so that nested ones do not cross.
struct Lanes {
    private(set) var lanes: [Int]
    let count: Int

    init(_ trunks: [Trunk]) {
        let extents = trunks.map(\.extent)
        let pins = trunks.reduce(0) { $0 + $1.targets.count + 1 }
        let order =
            trunks.count * pins <= 20_000 ? Lanes.inserted(trunks, extents) : Lanes.sorted(trunks, extents)
        lanes = Array(repeating: 0, count: trunks.count)
        // Trunks that end closer than this above one another do not share a lane.
        let apart = 2.0
        let places = extents.flatMap { [$0.lowerBound - apart, $0.upperBound + apart] }.sorted()
        var skyline = Skyline(places: places.count)
        var count = 0
        for trunk in order {
            let first = Lanes.index(of: extents[trunk].lowerBound - apart, in: places)
            let last = Lanes.index(of: extents[trunk].upperBound + apart, in: places)
            lanes[trunk] = skyline.stack(first...max(first, last - 1))
            count = max(count, lanes[trunk] + 1)
        }
        self.count = count
    }

    subscript(trunk: Int) -> Int { lanes[trunk] }

    private static func index(of place: Double, in places: [Double]) -> Int {
        var (low, high) = (0, places.count)
        while low < high {
            let middle = (low + high) / 2
            if places[middle] < place { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func inserted(_ trunks: [Trunk], _ extents: [ClosedRange<Double>]) -> [Int] {
        var order: [Int] = []
        for trunk in trunks.indices.sorted(by: { (trunks[$0].origin, $0) < (trunks[$1].origin, $1) }) {
            var cost = 0
            for other in order { cost += crossings(trunk, leftOf: other, trunks, extents) }
            var best = (cost: cost, place: 0)
            for (place, other) in order.enumerated() {
                cost += crossings(other, leftOf: trunk, trunks, extents)
                cost -= crossings(trunk, leftOf: other, trunks, extents)
                if cost <= best.cost { best = (cost, place + 1) }
            }
            order.insert(trunk, at: best.place)
        }
        return order
    }

    /// How often two trunks cross; that wires run on top of one another counts as several times.
    private static func crossings(
        _ left: Int, leftOf right: Int, _ trunks: [Trunk], _ extents: [ClosedRange<Double>]
    ) -> Int {
        var crossings = 0
        let (one, other) = (trunks[left], trunks[right])
        for target in one.targets {
            let (low, high) = (extents[right].lowerBound, extents[right].upperBound)
            if low < target && target < high { crossings += 1 }
            if !other.isFromTrack && abs(target - other.origin) < 3 { crossings += 6 }
        }
        if !other.isFromTrack {
            let (low, high) = (extents[left].lowerBound, extents[left].upperBound)
            if low < other.origin && other.origin < high { crossings += 1 }
        }
        return crossings
    }

    private static func sorted(_ trunks: [Trunk], _ extents: [ClosedRange<Double>]) -> [Int] {
        let keys = trunks.indices.map { trunk in
            let (extent, origin) = (extents[trunk], trunks[trunk].origin)
            let leadsDown = extent.upperBound - origin > origin - extent.lowerBound
            return leadsDown ? -origin : origin
        }
        return trunks.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    }
}
