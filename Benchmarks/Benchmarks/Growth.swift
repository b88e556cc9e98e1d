import Foundation
import Micrograd

/// How time and memory grow with the length of a chain, from 10³ to 10⁷ values, on memory that is warm.
struct Growth {
    struct Row: Encodable {
        var count: Int
        var buildSeconds: Double
        var backwardSeconds: Double
        /// Memory taken by the chain's first build and sweep.
        var bytes: Int
    }

    static func measure() -> [Row] {
        (3...7).map { exponent in
            let count = Int(pow(10.0, Double(exponent)))
            let tape = Tape()
            return tape.use {
                let before = residentBytes
                withTape { chain(count).backward() }
                let bytes = residentBytes - before
                var builds: [Double] = []
                var sweeps: [Double] = []
                for _ in 0..<max(3, min(200, 20_000_000 / count)) {
                    withTape {
                        var end = Value(0)
                        builds.append(timed { end = chain(count) })
                        sweeps.append(timed { end.backward() })
                    }
                }
                return Row(
                    count: count, buildSeconds: median(builds), backwardSeconds: median(sweeps), bytes: bytes)
            }
        }
    }

    /// Returns the bytes by which a million scoped steps grow, after a thousand.
    static func ofScopedSteps() -> Int {
        for _ in 0..<1_000 { _ = readmeExpression() }
        let before = residentBytes
        for _ in 0..<1_000_000 { _ = readmeExpression() }
        return residentBytes - before
    }

    /// The slope of log y over log x by least squares.
    static func slope(_ points: [(x: Double, y: Double)]) -> Double {
        let logs = points.map { (x: log($0.x), y: log($0.y)) }
        let meanX = logs.map(\.x).reduce(0, +) / Double(logs.count)
        let meanY = logs.map(\.y).reduce(0, +) / Double(logs.count)
        let products = logs.map { ($0.x - meanX) * ($0.y - meanY) }.reduce(0, +)
        return products / logs.map { ($0.x - meanX) * ($0.x - meanX) }.reduce(0, +)
    }
}
