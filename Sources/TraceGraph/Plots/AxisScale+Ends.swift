extension AxisScale {
    /// The least and the largest of the numbers, without those that are far away from most.
    ///
    /// Most is what stands between their tenths, or between their fiftieths on a logarithmic axis, which has room for
    /// what is large. Far away is what is four times as far from there as that is long.
    ///
    /// - Parameter numbers: At least one, and all with a place on the axis.
    func ends(of numbers: [Double]) -> [Double] {
        let places = numbers.map { self == .linear ? $0 : AxisScale.exponent(of: $0) }.sorted()
        let last = places.count - 1
        let apart = places.count / (self == .linear ? 10 : 50)
        let (low, high) = (places[apart], places[last - apart])
        let most = high - low
        // Numbers that are one to the eye, but for a few, are about those few.
        let least = self == .linear ? (places[last] - places[0]) / 1_000 : 0.1
        guard most > least, most.isFinite else { return [numbers.min() ?? 0, numbers.max() ?? 0] }
        return [
            low - places[0] > 4 * most ? number(at: low - most / 2) : numbers.min() ?? 0,
            places[last] - high > 4 * most ? number(at: high + most / 2) : numbers.max() ?? 0,
        ]
    }

    private func number(at place: Double) -> Double { self == .linear ? place : AxisScale.power(place) }
}
