internal import Micrograd
internal import MicrogradSupport

/// The numbers that an axis shows, and its ticks.
package struct Axis: Sendable {
    package struct Tick: Sendable, Equatable {
        package var number: Double
        /// None at a tick between those that are named.
        package var label: String?
    }

    package var scale: AxisScale
    package var lower: Double
    package var upper: Double
    package var ticks: [Tick] = []
    var title: String

    /// Where an axis begins and ends.
    package enum Ends {
        /// At the first and the last number.
        case exact
        /// At round numbers around them.
        case round
    }

    /// An axis without ticks and title.
    static let none = Axis(lower: 0, upper: 1)

    private init(lower: Double, upper: Double) {
        scale = .linear
        (self.lower, self.upper) = (lower, upper)
        title = ""
    }

    /// Makes an axis on which all the numbers given have a place, if the scale shows them.
    ///
    /// - Parameters:
    ///   - isWhole: Whether ticks stand at whole numbers only.
    ///   - count: How many intervals its ticks make at most, where it is linear.
    package init(
        _ title: String, _ scale: AxisScale = .linear, over numbers: some Sequence<Double>,
        ends: Ends = .round,
        isWhole: Bool = false, count: Int = 5
    ) {
        self.title = title
        self.scale = scale
        lower = .infinity
        upper = -.infinity
        for number in numbers where scale.shows(number) {
            lower = min(lower, number)
            upper = max(upper, number)
        }
        if lower > upper { (lower, upper) = scale == .linear ? (0, 1) : (0.1, 1) }
        switch scale {
        case .linear: setLinearTicks(ends, isWhole: isWhole, count: count)
        case .logarithmic: setLogarithmicTicks(ends)
        }
    }

    /// Where a number stands on an axis drawn from `start` to `end`.
    package func place(of number: Double, from start: Double, to end: Double) -> Double {
        start + (end - start) * scale.fraction(of: number, between: lower, and: upper)
    }

    /// The number at a share of a linear axis.
    func number(at share: Double) -> Double { lower * (1 - share) + upper * share }

    private mutating func setLinearTicks(_ ends: Ends, isWhole: Bool, count: Int) {
        let size = max(lower.magnitude, upper.magnitude)
        // Numbers that only their tenth digit tells apart are as good as equal to the eye.
        if upper / 2 - lower / 2 <= size * 1e-10 || upper - lower < 1e-290 {
            let space = size > 1e-280 ? size * 0.1 : 1
            lower = max(lower - space, -.greatestFiniteMagnitude)
            upper = min(upper + space, .greatestFiniteMagnitude)
        }
        var step = DecimalStep(atLeast: upper / Double(count) - lower / Double(count))
        if isWhole, step.exponent < 0 { step = DecimalStep(atMost: 1) }
        // A share of a step by which a division may be off.
        let slack = 1e-6
        var first = Int((lower / step.multiple(1) - slack).rounded(.up))
        var last = Int((upper / step.multiple(1) + slack).rounded(.down))
        if ends == .round {
            if step.multiple(first) > lower { first -= 1 }
            if step.multiple(last) < upper { last += 1 }
            // The largest numbers have no round one behind them.
            if step.multiple(first).isFinite { lower = min(lower, step.multiple(first)) } else { first += 1 }
            if step.multiple(last).isFinite { upper = max(upper, step.multiple(last)) } else { last -= 1 }
        }
        guard first <= last else { return }
        let isScientific = max(lower.magnitude, upper.magnitude) >= 1e6 || step.exponent < -5
        for index in first...last {
            let number = step.multiple(index)
            let label =
                isScientific
                ? DecimalDigits(shortest: number).scientific() : number.fixed(max(0, -step.exponent))
            ticks.append(Tick(number: number, label: index == 0 ? "0" : label.typesetNumber))
        }
    }
}
