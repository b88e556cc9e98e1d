internal import Micrograd
internal import MicrogradSupport

extension Axis {
    /// Sets the ticks of a logarithmic axis: powers of ten, and what lies between where there is room.
    mutating func setLogarithmicTicks(_ ends: Ends) {
        if ends == .round || lower == upper {
            var (start, end) = (DecimalStep(atMost: lower), DecimalStep(atLeast: upper))
            if start == end { (start, end) = (start.next(-1), end.next(1)) }
            lower = max(start.multiple(1), .leastNonzeroMagnitude)
            upper = min(end.multiple(1), .greatestFiniteMagnitude)
        }
        let exponents = DecimalStep(atMost: lower).exponent...DecimalStep(atMost: upper).exponent
        let interval = Axis.interval(decades: exponents.count)
        let named = exponents.filter { $0.isMultiple(of: interval) && contains(Axis.power($0)) }
        let isPlain = named.allSatisfy { (-4...4).contains($0) }
        for exponent in exponents {
            let power = Axis.power(exponent)
            if contains(power) {
                let label = isPlain ? power.shortestDescription : "10" + Axis.superscript(exponent)
                ticks.append(Tick(number: power, label: named.contains(exponent) ? label : nil))
            }
            guard interval == 1 else { continue }
            for digit in 2...9 {
                let number = Double("\(digit)e\(exponent)") ?? .nan
                guard contains(number) else { continue }
                let isNamed = named.count < 3 && (digit == 2 || digit == 5)
                let label = isPlain ? number.shortestDescription : "\(digit)·10" + Axis.superscript(exponent)
                ticks.append(Tick(number: number, label: isNamed ? label : nil))
            }
        }
    }

    private func contains(_ number: Double) -> Bool { number >= lower && number <= upper }

    /// The decades from one name to the next, so that there are at most 8 names.
    private static func interval(decades: Int) -> Int {
        [1, 2, 5, 10, 20, 50].first { decades <= 8 * $0 } ?? 100
    }

    /// Ten to a whole power, as its decimal reads.
    static func power(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? .nan }

    /// A whole number in raised digits.
    static func superscript(_ number: Int) -> String {
        let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        let raised = String(number.magnitude).compactMap { $0.wholeNumberValue.map { digits[$0] } }
        return (number < 0 ? "⁻" : "") + String(raised)
    }
}
