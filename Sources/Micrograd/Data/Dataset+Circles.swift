internal import MicrogradSupport

/// Makes points of a circle of radius 1, labelled 0, and of a smaller one in it, labelled 1, in a random order.
///
/// The points of each stand at even angles from 0 to 2π, as those of scikit-learn's `make_circles`. Its random
/// numbers are others, so with noise the points are too.
///
/// - Parameters:
///   - count: How many points, at least 1; of an odd number label 1 gets one more.
///   - noise: The standard deviation of what is added to each coordinate; none by default.
///   - factor: The radius of the smaller circle, from 0 up to but not including 1; 0.8 by default.
///   - random: Where the order and the noise are drawn from.
public func makeCircles(
    _ count: Int, noise: Double = 0, factor: Double = 0.8, using random: inout some RandomNumberGenerator
) -> Dataset {
    guard factor >= 0, factor < 1 else {
        trap("makeCircles needs a factor from 0 to less than 1 (got \(factor)).")
    }
    Dataset.checkCount(count, "makeCircles", "points")
    var points: [[Double]] = []
    var labels: [Int] = []
    for (label, count) in [count / 2, count - count / 2].enumerated() {
        let radius = label == 0 ? 1 : factor
        for step in 0..<max(count, 0) {
            let angle = 2 * Double.pi * Double(step) / Double(count)
            points.append([radius * Cos.value(angle), radius * Sin.value(angle)])
            labels.append(label)
        }
    }
    return Dataset(points: points, labels: labels, noise: noise, maker: "makeCircles", using: &random)
}
