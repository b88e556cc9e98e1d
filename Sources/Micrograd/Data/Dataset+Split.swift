internal import MicrogradSupport

extension Dataset {
    /// Returns the examples in a random order, parted into some to train with and some to test with.
    ///
    /// - Parameters:
    ///   - share: What part of the examples is for the test, between 0 and 1; their number is rounded, and each
    ///     side gets at least one.
    ///   - random: Where the order is drawn from.
    /// - Precondition: At least two examples.
    public func split(
        test share: Double, using random: inout some RandomNumberGenerator
    ) -> (training: Dataset, test: Dataset) {
        guard share > 0, share < 1 else {
            trap("The test's share of a split is between 0 and 1, such as 0.2 (got \(share)).")
        }
        guard count > 1 else { trap("A split needs at least two examples (got \(count)).") }
        let testCount = Swift.min(Swift.max(Int((Double(count) * share).rounded()), 1), count - 1)
        var order = Array(indices)
        random.drawOrder(of: &order)
        return (subset(order.dropFirst(testCount)), subset(order.prefix(testCount)))
    }
}
