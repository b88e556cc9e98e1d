internal import MicrogradSupport

/// Makes points that scatter around centers, labelled by the center, in a random order.
///
/// As many around each center, and one more around the first ones where that does not come out even: the shapes
/// of scikit-learn's `make_blobs`, whose random numbers are others.
///
/// - Parameters:
///   - count: How many points, at least 1.
///   - centers: One list of coordinates for each label, all of one length.
///   - standardDeviation: That of each coordinate around its center's; 1 by default.
///   - random: Where order and points are drawn from.
public func makeBlobs(
    _ count: Int, centers: [[Double]], standardDeviation: Double = 1,
    using random: inout some RandomNumberGenerator
) -> Dataset {
    guard !centers.isEmpty else { trap("makeBlobs needs at least one center.") }
    centers.checkWidths("The centers of makeBlobs")
    Dataset.checkCount(count, "makeBlobs", "points")
    // Center by center, as many each as the rounds over all of them give.
    let labels = (0..<max(count, 0)).map { $0 % centers.count }.sorted()
    return Dataset(
        points: labels.map { centers[$0] }, labels: labels, noise: standardDeviation, maker: "makeBlobs",
        using: &random)
}

/// Makes points in the plane that scatter around random centers, whose coordinates are uniform in [-10, 10).
///
/// The centers are drawn first; all else is as with given ones.
///
/// - Precondition: At least one center.
public func makeBlobs(
    _ count: Int, centers: Int = 3, standardDeviation: Double = 1,
    using random: inout some RandomNumberGenerator
) -> Dataset {
    Dataset.checkCount(centers, "makeBlobs", "centers")
    let centers = (0..<max(centers, 0)).map { _ in [random.drawUniform(-10, 10), random.drawUniform(-10, 10)]
    }
    return makeBlobs(count, centers: centers, standardDeviation: standardDeviation, using: &random)
}
