/// The derivative of a result as differences over several steps tell it.
struct DifferenceQuotient {
    /// The derivative; at a kink, the mean of the slopes.
    private(set) var value: Double
    /// What rounding may make of the value.
    private(set) var noise: Double
    /// How far quotients over different steps are apart.
    private(set) var spread = 0.0
    /// Whether quotients grow while the step shrinks, as where a pole is nearer than any step.
    private(set) var grows = false
    /// The slopes on both sides of a kink; nil where there is none.
    private(set) var bend: Slopes?
    /// The nodes whose kinks no step avoids.
    private(set) var kinks: [Int] = []

    /// Takes the slopes of one step as they are.
    init(_ slopes: Slopes) {
        value = slopes.mean
        noise = slopes.noise
    }

    /// Compares steps, the largest first; nil where the result is not finite on both sides for any.
    init?(comparing samples: [Slopes]) {
        let finite = samples.filter(\.isFinite)
        guard let last = finite.last else { return nil }
        let regular = finite.filter(\.kinks.isEmpty)
        let chosen = regular.isEmpty ? finite : regular
        self.init(regular.last ?? last)
        kinks = regular.isEmpty ? last.kinks : []
        extrapolate(chosen)
        findBend(chosen)
    }

    /// The steps that are worth comparing around a number: each an eighth of the one before.
    ///
    /// The largest tell most where rounding is large, the smallest beside kinks, poles and ends of domains.
    static func steps(around x: Double, _ step: Double) -> [Double] {
        let least = step * (x == 0 ? 1 : Swift.min(x.magnitude, 1)) / 4096
        var steps: [Double] = []
        var next = 64 * step * Swift.max(x.magnitude, 1)
        while next >= least, case let step = Slopes.exactStep(next, at: x), step > 0 {
            steps.append(step)
            next /= 8
        }
        return steps
    }

    /// Takes the two neighbouring steps that agree best: the error of each quotient is in proportion to h².
    private mutating func extrapolate(_ samples: [Slopes]) {
        var least = (part: Double.infinity, whole: Double.infinity)
        for (large, small) in zip(samples, samples.dropFirst()) {
            let ratio = (large.step / small.step) * (large.step / small.step)
            let better = small.mean + (small.mean - large.mean) / (ratio - 1)
            let distance = (better - small.mean).magnitude
            // Measured by the quotient, because beside a pole those over large steps are small, and so are their
            // errors. Where nothing is left of the quotient, by itself.
            let whole = distance + small.noise
            let error = (part: whole < better.magnitude ? whole / better.magnitude : 1, whole: whole)
            guard error < least else { continue }
            least = error
            (value, noise, spread) = (better, small.noise, distance)
            grows = small.mean.magnitude > 2 * large.mean.magnitude + small.jumpNoise
        }
    }

    /// Finds out whether the two slopes stay apart where the step shrinks; without a kink they approach each
    /// other like the steps.
    private mutating func findBend(_ samples: [Slopes]) {
        let pairs = Array(zip(samples, samples.dropFirst()))
        // A kink that no step avoids may still be a little beside the number, which tells least over large steps.
        let clear = kinks.isEmpty ? pairs.last { $1.jumpNoise <= 1e-6 * $1.size } : pairs.dropFirst(2).first
        guard let (large, small) = clear ?? pairs.first else { return }
        if small.size > 1.5 * large.size + small.jumpNoise { grows = true }
        guard !grows, small.jump > Swift.max(large.jump / 2, 1e-6 * small.size + small.jumpNoise) else {
            return
        }
        bend = small
        (value, noise, spread) = (small.mean, small.noise, 0)
    }
}
