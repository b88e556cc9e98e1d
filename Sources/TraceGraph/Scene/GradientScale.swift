#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif
internal import MicrogradSupport

/// One logarithmic scale for all gradients of a picture: four decades on each side of zero.
struct GradientScale: Sendable, Equatable {
    /// The number at the end of the scale: 1, 2 or 5 times a power of ten.
    let end: Double
    /// Whether a gradient lies beyond the end.
    let isExceeded: Bool

    /// The scale whose end lies at or above 99 % of the sizes, zeros and what is not finite left out; nil for none.
    init?(_ gradients: some Sequence<Double?>) {
        var sizes = gradients.compactMap { $0?.magnitude }.filter { $0 > 0 && $0.isFinite }
        guard !sizes.isEmpty else { return nil }
        sizes.sort()
        let most = sizes[Int((0.99 * Double(sizes.count)).rounded(.up)) - 1]
        // 2e308 is more than a number can be.
        let step = DecimalStep(atLeast: most).multiple(1)
        end = step.isFinite ? step : 1e308
        isExceeded = (sizes.last ?? 0) > end
    }

    /// - Parameter end: 1, 2 or 5 times a power of ten.
    init(end: Double, isExceeded: Bool) {
        self.end = end
        self.isExceeded = isExceeded
    }

    /// The smallest number below which bars are all alike.
    var start: Double { end / 10_000 }

    /// The length of a bar: 1 at the end of the scale, 0 four decades below it.
    func length(of gradient: Double) -> Double {
        guard gradient != 0 else { return 0 }
        return min(1, max(0, (log10(gradient.magnitude) - log10(end) + 4) / 4))
    }

    fileprivate func tint(of gradient: Double) -> Tint {
        guard gradient != 0 else { return .zero }
        // A decade holds its lower end: on a scale up to 1, 0.1 belongs to the fourth and 0.09 to the third.
        let decades = log10(gradient.magnitude) - log10(end)
        let step = min(4, max(1, Int((decades + 1e-9).rounded(.down)) + 5))
        return gradient < 0 ? .negative(step) : .positive(step)
    }
}

extension Tint {
    /// That of a gradient; without a scale only what is not finite has one.
    init(of gradient: Double?, on scale: GradientScale?) {
        guard let gradient else {
            self = .none
            return
        }
        self = gradient.isFinite ? scale?.tint(of: gradient) ?? .none : .notFinite
    }
}
