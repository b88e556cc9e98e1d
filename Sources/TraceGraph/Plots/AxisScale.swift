#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// How an axis measures.
public enum AxisScale: Sendable {
    /// Equal differences are equally long.
    case linear
    /// Equal ratios are equally long; numbers of 0 and below have no place.
    case logarithmic

    /// Whether a number has a place on such an axis.
    package func shows(_ number: Double) -> Bool {
        number.isFinite && (self == .linear || number > 0)
    }

    /// Where a number stands between two others: 0 at `lower`, 1 at `upper`.
    func fraction(of number: Double, between lower: Double, and upper: Double) -> Double {
        switch self {
        // Halves, because the difference of the largest numbers is infinite.
        case .linear: (number / 2 - lower / 2) / (upper / 2 - lower / 2)
        case .logarithmic: (log10(number) - log10(lower)) / (log10(upper) - log10(lower))
        }
    }

    /// The power of ten of a number, with its fraction.
    static func exponent(of number: Double) -> Double { log10(number) }

    /// Ten to a power.
    static func power(_ exponent: Double) -> Double { pow(10, exponent) }
}
