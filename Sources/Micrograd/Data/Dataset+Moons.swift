/// Makes points of two interleaving half circles, labelled 0 and 1, in a random order.
///
/// Label 0 is `(cos t, sin t)`, and label 1 is `(1 - cos t, ½ - sin t)`, each with t evenly from 0 to π: the
/// shapes of scikit-learn's `make_moons`. Its random numbers are others, so with noise the points are too.
///
/// - Parameters:
///   - count: How many points, at least 1; of an odd number label 1 gets one more.
///   - noise: The standard deviation of what is added to each coordinate; none by default.
///   - random: Where the order and the noise are drawn from.
public func makeMoons(_ count: Int, noise: Double = 0, using random: inout some RandomNumberGenerator)
    -> Dataset
{
    Dataset.checkCount(count, "makeMoons", "points")
    let counts = [count / 2, count - count / 2]
    var points: [[Double]] = []
    for step in 0..<max(counts[0], 0) {
        let angle = Double.pi * Double(step) / Double(max(counts[0] - 1, 1))
        points.append([Cos.value(angle), Sin.value(angle)])
    }
    for step in 0..<max(counts[1], 0) {
        let angle = Double.pi * Double(step) / Double(max(counts[1] - 1, 1))
        points.append([1 - Cos.value(angle), 0.5 - Sin.value(angle)])
    }
    let labels = points.indices.map { $0 < counts[0] ? 0 : 1 }
    return Dataset(points: points, labels: labels, noise: noise, maker: "makeMoons", using: &random)
}
