/// The slopes on both sides of a number, as those over several steps tell them.
struct Bend {
    /// The slope for smaller numbers.
    private(set) var below: Double
    /// The slope for larger numbers.
    private(set) var above: Double
    /// How far the two may be off.
    private(set) var error = Double.infinity
    /// What rounding may make of the two; a part of the error.
    private var noise = 0.0
    /// Those of the step before.
    private var former: (jump: Double, size: Double)

    /// Takes the steps, the largest first, whose slopes are surest; nil where there are fewer than two.
    init?(comparing samples: [Slopes]) {
        guard samples.count > 1 else { return nil }
        var least = Bend(samples[0])
        var last = least
        for (large, small) in zip(samples, samples.dropFirst()) {
            last = Bend(large, small, after: last)
            if last.error < least.error { least = last }
        }
        self = least
    }

    private init(_ slopes: Slopes) {
        below = slopes.below
        above = slopes.above
        former = (slopes.jump, slopes.size)
    }

    /// Goes on from two steps to none (Richardson): the error of a slope to one side is in proportion to h.
    ///
    /// What is left of the error shows in how far the result is from that of the steps before.
    private init(_ large: Slopes, _ small: Slopes, after last: Bend) {
        let ratio = large.step / small.step - 1
        let curve = (below: (small.below - large.below) / ratio, above: (small.above - large.above) / ratio)
        below = small.below + curve.below
        above = small.above + curve.above
        // Where the result is flat, rounding shows only after the move, by how steep it is there.
        let bent = Swift.max(curve.below.magnitude, curve.above.magnitude)
        noise = small.jumpNoise + 4 * Double.ulpOfOne * small.magnitude * bent / small.step
        error = Swift.max((below - last.below).magnitude, (above - last.above).magnitude) + noise
        former = (last.jump, last.size)
    }

    /// `(below + above) / 2`.
    var mean: Double { below / 2 + above / 2 }
    /// By how much the slope changes at the number.
    var jump: Double { (above - below).magnitude }
    /// The larger of the two slopes.
    var size: Double { Swift.max(below.magnitude, above.magnitude) }
    /// Whether the slopes grow while the step shrinks, as beside a pole.
    var grows: Bool { size > 1.5 * former.size + noise }
    /// Whether the two slopes stay apart where the step shrinks.
    ///
    /// Without a kink they approach each other like the steps.
    var isKink: Bool { jump > Swift.max(former.jump / 2, 1e-6 * size + 2 * error) }
}
