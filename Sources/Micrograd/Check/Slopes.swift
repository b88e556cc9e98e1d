/// How steep a result is below and above a number, over one step.
struct Slopes {
    /// How far the number was moved.
    let step: Double
    /// `(y(x) - y(x - h)) / h`.
    let below: Double
    /// `(y(x + h) - y(x)) / h`.
    let above: Double
    /// What rounding may make of the mean of the two.
    let noise: Double
    /// What rounding may make of the jump.
    let jumpNoise: Double
    /// The largest of the number and the values on the way to the result, at least 1.
    let magnitude: Double
    /// The nodes whose operations are bent between the two moved numbers, and change the result.
    let kinks: [Int]

    /// - Parameters:
    ///   - step: How far the number was moved, as `exactStep` gives it.
    ///   - y: The result before, and after a move down and up.
    ///   - rounding: What rounding may make of the result, by how steep it is at the values on the way to it.
    ///   - magnitude: The largest of these values and the number itself.
    init(
        step: Double, y: Double, lowY: Double, highY: Double, rounding: Double, magnitude: Double,
        kinks: [Int]
    ) {
        self.step = step
        self.magnitude = Swift.max(magnitude, 1)
        below = (y - lowY) / step
        above = (highY - y) / step
        jumpNoise = 8 * rounding / step
        // Where it is flat, rounding shows only after the move, when it no longer is: the jump tells by how much.
        let jump = (above - below).magnitude
        let isFlat = (above / 2 + below / 2).magnitude < jump
        let hidden = isFlat ? 4 * Double.ulpOfOne * self.magnitude * jump / step : 0
        // Below the least normal number, rounding is no longer in proportion.
        noise = 2 * (rounding + Double.leastNormalMagnitude) / step + hidden
        self.kinks = kinks
    }

    /// Returns a step of about the size given whose sums with x are exact, so that both are equally far from it.
    static func exactStep(_ step: Double, at x: Double) -> Double {
        (x.magnitude + step) - x.magnitude
    }

    /// `(y(x + h) - y(x - h)) / 2h`.
    var mean: Double { below / 2 + above / 2 }
    /// By how much the slope changes at the number.
    var jump: Double { (above - below).magnitude }
    /// The larger of the two slopes.
    var size: Double { Swift.max(below.magnitude, above.magnitude) }
    var isFinite: Bool { below.isFinite && above.isFinite }
    /// Whether there is no sign of a kink.
    var isSmooth: Bool { isFinite && kinks.isEmpty && jump <= 1e-3 * size + jumpNoise }
}
