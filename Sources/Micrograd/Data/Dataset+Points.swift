internal import MicrogradSupport

extension Dataset {
    /// Points in a random order, each with normally distributed noise added to its coordinates.
    ///
    /// - Parameters:
    ///   - maker: The function that is called, for messages.
    ///   - noise: The standard deviation; where it is 0, no numbers are drawn for it.
    init(
        points: [[Double]], labels: [Int], noise: Double, maker: String,
        using random: inout some RandomNumberGenerator
    ) {
        guard !points.isEmpty else { trap("\(maker) needs at least one point.") }
        guard noise >= 0 else { trap("\(maker) needs a standard deviation of 0 or more (got \(noise)).") }
        var order = Array(points.indices)
        random.drawOrder(of: &order)
        let inputs = order.map { index in
            points[index].map { noise == 0 ? $0 : random.drawNormal(mean: $0, standardDeviation: noise) }
        }
        self.init(inputs: inputs, labels: order.map { labels[$0] })
    }

    /// Ends the program where more is asked for than fits into memory, before it takes any.
    static func checkCount(_ count: Int, _ maker: String, _ noun: String) {
        guard count <= 1 << 31 else {
            trap("\(maker) makes at most 2,147,483,648 \(noun) (got \(count)).")
        }
    }
}
