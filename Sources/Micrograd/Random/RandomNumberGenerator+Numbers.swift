#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

// What layers, data and shuffles draw from any generator. From a `RandomStream` they draw as Python does.
extension RandomNumberGenerator {
    /// Draws a number between two bounds.
    mutating func drawUniform(_ low: Double, _ high: Double) -> Double {
        withStream { $0.uniform(low, high) } ?? low + (high - low) * unitNumber()
    }

    /// Draws a number between `-bound` and `bound`.
    mutating func drawUniform(within bound: Double) -> Double { drawUniform(-bound, bound) }

    /// Draws a normally distributed number.
    mutating func drawNormal(mean: Double = 0, standardDeviation: Double) -> Double {
        if let number = withStream({ $0.gauss(mean: mean, standardDeviation: standardDeviation) }) {
            return number
        }
        // The transformation of G. Box and M. Muller, of whose pair one is taken.
        let angle = unitNumber() * (2 * Double.pi)
        return mean + cos(angle) * (-2 * log(1 - unitNumber())).squareRoot() * standardDeviation
    }

    /// Puts elements in a random order, from the last one down.
    mutating func drawOrder<Element>(of elements: inout [Element]) {
        if withStream({ $0.shuffle(&elements) }) != nil { return }
        for index in elements.indices.dropFirst().reversed() {
            elements.swapAt(index, Int(next(upperBound: UInt(index + 1))))
        }
    }

    /// Draws a seed for another stream.
    mutating func drawSeed() -> Int {
        Int(withStream { $0.nextWord() } ?? UInt32(truncatingIfNeeded: next()))
    }

    /// A number from 0 up to but not including 1, with 53 random bits.
    private mutating func unitNumber() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// Gives `body` the generator where it is a `RandomStream`, in place; returns nil where it is none.
    private mutating func withStream<Result>(_ body: (inout RandomStream) -> Result) -> Result? {
        guard Self.self == RandomStream.self else { return nil }
        return withUnsafeMutablePointer(to: &self) { generator in
            generator.withMemoryRebound(to: RandomStream.self, capacity: 1) { body(&$0.pointee) }
        }
    }
}
