/// The piece of a value's wires that runs across the flow, in the channel between two columns: a bus that branches.
struct Trunk {
    var net: Int
    /// Where it comes from: the place of its tail, or of the track of a detour.
    var origin: Double
    var isFromTrack = false
    /// Where branches go on along the flow.
    var targets: [Double]
    /// The track that it leads to, if detours begin here.
    var track: Double?

    /// The places that it joins.
    var extent: ClosedRange<Double> {
        var (low, high) = (min(origin, track ?? origin), max(origin, track ?? origin))
        for target in targets {
            low = min(low, target)
            high = max(high, target)
        }
        return low...high
    }

    /// Whether all goes straight on, without a piece across.
    var isStraight: Bool {
        track == nil && targets.allSatisfy { abs($0 - origin) < Spacing.tolerance }
    }

    /// The places where it branches, which a dot marks.
    var junctions: [Double] {
        var places = targets
        if let track { places.append(track) }
        let extent = extent
        let isInner = { (place: Double) in
            place - extent.lowerBound > Spacing.tolerance && extent.upperBound - place > Spacing.tolerance
        }
        let goesStraightOn = places.contains { abs($0 - origin) < Spacing.tolerance }
        var junctions = places.filter { abs($0 - origin) >= Spacing.tolerance && isInner($0) }.sorted()
        if goesStraightOn || isInner(origin) { junctions.append(origin) }
        return junctions
    }
}
