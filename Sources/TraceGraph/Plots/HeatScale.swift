internal import MicrogradSupport

/// The colours of numbers: equally far on both sides of zero.
struct HeatScale: Sendable {
    /// The size of number that has the strongest colour.
    let reach: Double
    /// How many numbers are larger than that.
    let beyondCount: Int

    /// Makes a scale that reaches to the number farthest from zero.
    ///
    /// Where a few numbers are more than ten times as large as nineteen of twenty, it leaves them out, so that all others
    /// can be told apart.
    init(_ numbers: [Double]) {
        let sizes = numbers.filter(\.isFinite).map(\.magnitude).sorted()
        let largest = sizes.last ?? 0
        let most = sizes.isEmpty ? 0 : sizes[(sizes.count - 1) * 19 / 20]
        let isFar = sizes.count >= 20 && most > 1e-300 && largest > 10 * most
        let reach = isFar ? sizes.last { $0 <= 3 * most } : largest > 1e-300 ? largest : nil
        self.reach = reach ?? 1
        beyondCount = sizes.count { $0 > reach ?? 1 }
    }

    /// The step of the ramp for a number, from -8 to 8; nil for nan and infinity.
    func step(of number: Double) -> Int? {
        guard number.isFinite else { return nil }
        let length = Double(PlotPalette.rampLength)
        return Int(min(max(number / reach * length, -length), length).rounded())
    }

    /// A number as it stands in its cell.
    func text(_ number: Double) -> String {
        let hasPlaces = reach >= 0.1 && reach < 1000 && beyondCount == 0
        return hasPlaces && number.isFinite ? number.fixed(2).typesetNumber : number.shown(2)
    }

    var bar: ColourBar {
        let length = PlotPalette.rampLength
        let ends = beyondCount > 0 ? ("≤ ", "≥ ") : ("", "")
        let labels = [
            (0.0, ends.0 + (-reach).shown(3)), (0.25, (-reach / 2).shown(3)), (0.5, "0"),
            (0.75, (reach / 2).shown(3)), (1, ends.1 + reach.shown(3)),
        ]
        return ColourBar(steps: Array(-length...length), labels: labels, title: "")
    }
}
