import Foundation
import Micrograd
import Testing

@Suite("Generated points")
struct GeneratedDataTests {
    /// A few roundings of numbers around 1.
    private let tolerance = 1e-15

    private func points(of dataset: Dataset, labelled label: Int) -> [[Double]] {
        dataset.filter { $0.targets == [Double(label)] }.map(\.inputs)
    }

    @Test("of moons stand on half circles, evenly and in a random order", arguments: [2, 11, 100])
    func moons(count: Int) {
        var random = RandomStream(seed: 1)
        let moons = makeMoons(count, using: &random)
        #expect(moons.count == count)
        let outer = points(of: moons, labelled: 0), inner = points(of: moons, labelled: 1)
        #expect((outer.count, inner.count) == (count / 2, count - count / 2))
        #expect(outer.allSatisfy { abs(hypot($0[0], $0[1]) - 1) <= tolerance && $0[1] >= 0 })
        #expect(inner.allSatisfy { abs(hypot($0[0] - 1, $0[1] - 0.5) - 1) <= 2 * tolerance && $0[1] <= 0.5 })
        // From end to end, in equal steps.
        for angles in [outer.map { atan2($0[1], $0[0]) }, inner.map { atan2(0.5 - $0[1], 1 - $0[0]) }] {
            let sorted = angles.sorted()
            for (step, angle) in sorted.enumerated() {
                #expect(abs(angle - Double.pi * Double(step) / Double(max(angles.count - 1, 1))) < 1e-14)
            }
        }
        if count == 100 { #expect(moons.labels != moons.labels.sorted()) }
    }

    @Test("of circles stand on both, evenly", arguments: [0, 0.5, 0.8])
    func circles(factor: Double) {
        var random = RandomStream(seed: 2)
        let circles = makeCircles(41, factor: factor, using: &random)
        for (label, radius, count) in [(0, 1.0, 20), (1, factor, 21)] {
            let points = points(of: circles, labelled: label)
            #expect(points.count == count)
            #expect(points.allSatisfy { abs(hypot($0[0], $0[1]) - radius) <= tolerance })
            guard radius > 0 else { continue }
            let angles = points.map { point in
                let angle = atan2(point[1], point[0])
                return angle < -1e-14 ? angle + 2 * .pi : angle
            }.sorted()
            for (step, angle) in angles.enumerated() {
                #expect(abs(angle - 2 * .pi * Double(step) / Double(count)) < 1e-14)
            }
        }
        var again = RandomStream(seed: 2)
        let usual = makeCircles(41, using: &again)
        #expect(factor != 0.8 || usual == circles)
    }

    @Test("with noise scatter by it around the points without")
    func noise() {
        var random = RandomStream(seed: 3)
        var still = random
        let moons = makeMoons(2_000, noise: 0.1, using: &random)
        let points = makeMoons(2_000, using: &still)
        #expect(moons.labels == points.labels)
        let offsets = zip(moons.inputs, points.inputs).flatMap { zip($0, $1).map { $0 - $1 } }
        let mean = offsets.reduce(0, +) / Double(offsets.count)
        let deviation = (offsets.reduce(0) { $0 + $1 * $1 } / Double(offsets.count)).squareRoot()
        // Four standard errors of 4,000 numbers: 0.1/√4000 of the mean, 0.1/√8000 of the deviation.
        #expect(abs(mean) < 0.0064)
        #expect(abs(deviation - 0.1) < 0.0045)
        let circles = makeCircles(2_000, noise: 0.05, factor: 0.5, using: &random)
        let outer = circles.filter { $0.targets == [0] }.map { hypot($0.inputs[0], $0.inputs[1]) - 1 }
        let radial = (outer.reduce(0) { $0 + $1 * $1 } / Double(outer.count)).squareRoot()
        // Four standard errors of 1,000 numbers, and the little that the noise along the circle adds.
        #expect(abs(radial - 0.05) < 0.005)
    }

    @Test("of blobs scatter around their centers, as many around each")
    func blobs() {
        var random = RandomStream(seed: 4)
        let centers: [[Double]] = [[0, 0, 0], [10, -10, 5]]
        let blobs = makeBlobs(2_001, centers: centers, standardDeviation: 2, using: &random)
        for (label, center) in centers.enumerated() {
            let points = points(of: blobs, labelled: label)
            #expect(points.count == 1001 - label)
            for column in center.indices {
                let offsets = points.map { $0[column] - center[column] }
                let mean = offsets.reduce(0, +) / Double(offsets.count)
                let deviation = (offsets.reduce(0) { $0 + $1 * $1 } / Double(offsets.count)).squareRoot()
                // Four standard errors of 1,000 numbers: 2/√1000 and 2/√2000.
                #expect(abs(mean) < 0.253)
                #expect(abs(deviation - 2) < 0.179)
            }
        }
        #expect(blobs.labels != blobs.labels.sorted())
    }

    @Test("of blobs have random centers where none are given")
    func randomCenters() {
        var random = RandomStream(seed: 5)
        let blobs = makeBlobs(8, standardDeviation: 0, using: &random)
        var again = RandomStream(seed: 5)
        let centers = (0..<3).map { _ in [again.uniform(-10, 10), again.uniform(-10, 10)] }
        #expect(blobs.labels.sorted() == [0, 0, 0, 1, 1, 1, 2, 2])
        #expect(zip(blobs.inputs, blobs.labels).allSatisfy { $0 == centers[$1] })
    }

    @Test("are the same for the same seed, and others for another")
    func seeds() {
        func moons(_ seed: Int) -> Dataset {
            var random = RandomStream(seed: seed)
            return makeMoons(20, noise: 0.1, using: &random)
        }
        #expect(moons(1) == moons(1))
        #expect(moons(1) != moons(2))
    }
}
