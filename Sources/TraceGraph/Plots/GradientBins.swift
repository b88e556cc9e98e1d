/// The bars of a histogram over a logarithmic axis: equally wide, with an edge at each power of ten.
///
/// Where there are many powers of ten, a bar takes several of them.
struct GradientBins {
    /// The bars in so many powers of ten, and how many bars these take.
    private var step: (powers: Int, bars: Int) = (100, 1)
    /// The edges where the axis begins and ends, counted from 1.
    private var first = 0
    private var last = 0

    private static let steps = [
        (1, 10), (1, 5), (1, 4), (1, 3), (1, 2), (1, 1), (2, 1), (5, 1), (10, 1), (20, 1), (50, 1), (100, 1),
    ]
    private static let leastCount = 8

    /// Makes bars over numbers above 0, as narrow as so many let them be.
    init(from lower: Double, to upper: Double, limit: Int) {
        for (powers, bars) in GradientBins.steps {
            step = (powers, bars)
            let share = Double(bars) / Double(powers)
            // A number at an edge is not moved over it by a rounding.
            first = Int((AxisScale.exponent(of: lower) * share + 1e-9).rounded(.down))
            last = Int((AxisScale.exponent(of: upper) * share - 1e-9).rounded(.up))
            if last - first <= limit { break }
        }
        // Numbers of one size stand in the middle of others.
        while last - first < GradientBins.leastCount {
            last += 1
            if last - first < GradientBins.leastCount { first -= 1 }
        }
    }

    var count: Int { last - first }
    var lower: Double { max(edge(first), .leastNonzeroMagnitude) }
    var upper: Double { min(edge(last), .greatestFiniteMagnitude) }

    /// Where a bar begins, as a share of the axis.
    func start(of bar: Int) -> Double { Double(bar) / Double(count) }

    /// How many of the sizes are in each bar; those beyond the axis are in none.
    func counts(_ sizes: [Double]) -> [Int] {
        var counts = [Int](repeating: 0, count: count)
        for size in sizes where size >= lower && size <= upper {
            let place = AxisScale.exponent(of: size) * Double(step.bars) / Double(step.powers) + 1e-9
            counts[min(max(Int(place.rounded(.down)) - first, 0), count - 1)] += 1
        }
        return counts
    }

    private func edge(_ index: Int) -> Double {
        let (whole, rest) = (index * step.powers).quotientAndRemainder(dividingBy: step.bars)
        return rest == 0
            ? Axis.power(whole) : AxisScale.power(Double(index * step.powers) / Double(step.bars))
    }
}
