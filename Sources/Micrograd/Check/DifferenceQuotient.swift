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
    private(set) var bend: Bend?
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
        let regular = finite.last(where: \.kinks.isEmpty)
        self.init(regular ?? last)
        kinks = regular == nil ? last.kinks : []
        // Over larger steps there may be more kinks.
        let chosen = finite.filter { $0.kinks == kinks }
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

    /// Takes the slopes on both sides where there are two.
    private mutating func findBend(_ samples: [Slopes]) {
        guard let found = Bend(comparing: samples) else { return }
        if found.grows {
            grows = true
        } else if found.isKink {
            bend = found
            (value, noise, spread, grows) = (found.mean, found.error, 0, false)
        }
        if bend == nil {
            // What may be a kink that rounding hides.
            spread = Swift.max(spread, found.jump / 2 + (kinks.isEmpty ? 0 : found.error))
        }
    }
}
