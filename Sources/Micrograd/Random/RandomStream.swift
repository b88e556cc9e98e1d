#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// CPython's `random` stream: the same seed gives the same numbers, to the last bit.
///
///     var random = RandomStream(seed: 1337)
///     let model = MLP(2, [16, 16, 1], using: &random)
///
/// It is a generator of Swift's too, as for `Int.random(in: 1...6, using: &random)`. What Swift makes of its bits there
/// is not what Python makes of them: `random`, `uniform`, `gauss`, `integer(below:)` and `shuffle` give Python's numbers.
///
/// MT19937 (M. Matsumoto and T. Nishimura, "Mersenne Twister", 1998), seeded by its
/// `init_by_array` with the 32-bit digits of the seed, lowest first, as CPython does for integers.
public struct RandomStream: Sendable {
    private static let size = 624
    private static let shift = 397

    private var words: [UInt32]
    private var position = RandomStream.size
    private var nextGauss: Double?

    /// Starts the stream of a seed, whose sign does not matter, as in CPython.
    public init(seed: some BinaryInteger) {
        var key: [UInt32] = []
        var rest = seed.magnitude
        while rest != 0 {
            key.append(UInt32(truncatingIfNeeded: rest))
            rest >>= 32
        }
        words = RandomStream.words(key: key.isEmpty ? [0] : key)
    }

    /// Returns the next number of 32 random bits.
    package mutating func nextWord() -> UInt32 {
        if position == RandomStream.size { refill() }
        var word = words[position]
        position += 1
        word ^= word >> 11
        word ^= (word << 7) & 0x9d2c_5680
        word ^= (word << 15) & 0xefc6_0000
        word ^= word >> 18
        return word
    }

    /// Returns a number from 0 up to but not including 1, with 53 random bits: Python's `random()`.
    public mutating func random() -> Double {
        let high = Double(nextWord() >> 5)
        let low = Double(nextWord() >> 6)
        return (high * 67_108_864 + low) * (1 / 9_007_199_254_740_992)
    }

    /// Returns a number between two bounds: Python's `uniform(a, b)`, `a + (b - a) · random()`.
    public mutating func uniform(_ low: Double, _ high: Double) -> Double {
        low + (high - low) * random()
    }

    /// Returns a normally distributed number: Python's `gauss(mu, sigma)`, which makes them in pairs.
    public mutating func gauss(mean: Double = 0, standardDeviation: Double = 1) -> Double {
        if let number = nextGauss {
            nextGauss = nil
            return mean + number * standardDeviation
        }
        let angle = random() * (2 * Double.pi)
        let radius = (-2 * log(1 - random())).squareRoot()
        nextGauss = sin(angle) * radius
        return mean + cos(angle) * radius * standardDeviation
    }

    private static func words(seed: UInt32) -> [UInt32] {
        var words = [seed]
        for index in 1..<UInt32(size) {
            let last = words[words.count - 1]
            words.append(1_812_433_253 &* (last ^ (last >> 30)) &+ index)
        }
        return words
    }

    private static func words(key: [UInt32]) -> [UInt32] {
        var words = words(seed: 19_650_218)
        var index = 1
        func last() -> UInt32 { words[index - 1] ^ (words[index - 1] >> 30) }
        func advance() {
            index += 1
            if index == size {
                words[0] = words[size - 1]
                index = 1
            }
        }
        var digit = 0
        for _ in 0..<max(size, key.count) {
            words[index] = (words[index] ^ (last() &* 1_664_525)) &+ key[digit] &+ UInt32(digit)
            digit = (digit + 1) % key.count
            advance()
        }
        for _ in 1..<size {
            words[index] = (words[index] ^ (last() &* 1_566_083_941)) &- UInt32(index)
            advance()
        }
        words[0] = 0x8000_0000
        return words
    }

    private mutating func refill() {
        let (size, shift) = (RandomStream.size, RandomStream.shift)
        for index in 0..<size {
            let word = (words[index] & 0x8000_0000) | (words[(index + 1) % size] & 0x7fff_ffff)
            words[index] = words[(index + shift) % size] ^ (word >> 1) ^ (word & 1 == 0 ? 0 : 0x9908_b0df)
        }
        position = 0
    }
}
