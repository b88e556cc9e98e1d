import Micrograd
import Testing

/// Steele, Lea and Flood's SplitMix64, as a generator that is not the package's.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
        return bits ^ (bits >> 31)
    }
}

@Suite("Layers and data with any generator")
struct RandomNumberGeneratorNumbersTests {
    @Test("of Python's stream have Python's numbers, also where only its protocol is known")
    func stream() {
        func weights(_ random: inout some RandomNumberGenerator) -> [Double] {
            MLP(2, [3, 1], using: &random).parameters.map(\.data)
        }
        withTape {
            var (known, hidden) = (RandomStream(seed: 3), RandomStream(seed: 3) as any RandomNumberGenerator)
            var numbers = RandomStream(seed: 3)
            let expected = MLP(2, [3, 1], using: &known).parameters.map(\.data)
            #expect(weights(&hidden) == expected)
            #expect(expected[0] == numbers.uniform(-1, 1))
            // Both have drawn as much.
            #expect(hidden.next() == known.next())
        }
    }

    @Test("have its distributions")
    func other() {
        withTape {
            var random = SplitMix(state: 1)
            let uniform = Linear(100, 100, initializer: .uniform(-1, 3), using: &random).weights.joined().map(
                \.data)
            #expect(uniform.allSatisfy { -1 <= $0 && $0 < 3 })
            // 10,000 numbers: standard errors of 0.0115 and 0.01.
            #expect(abs(uniform.reduce(0, +) / 10_000 - 1) < 0.06)
            let normal = Linear(100, 100, initializer: .kaimingNormal, using: &random).weights.joined().map(
                \.data)
            let variance = normal.reduce(0) { $0 + $1 * $1 } / 10_000
            #expect(abs(variance / 0.02 - 1) < 0.08)
            #expect(abs(normal.reduce(0, +) / 10_000) < 0.008)
        }
    }

    @Test("put data in a random order that its seed decides")
    func orders() {
        func data(seed: UInt64) -> (training: Dataset, test: Dataset) {
            var random = SplitMix(state: seed)
            return makeMoons(50, noise: 0.1, using: &random).split(test: 0.2, using: &random)
        }
        #expect(data(seed: 1) == data(seed: 1))
        #expect(data(seed: 1).test != data(seed: 2).test)
        let (training, test) = data(seed: 1)
        #expect(
            (training.labels + test.labels).sorted() == [Int](repeating: 0, count: 25)
                + [Int](repeating: 1, count: 25))
    }

    @Test("of the system make layers, dropouts and blobs")
    func system() {
        withTape {
            var random = SystemRandomNumberGenerator()
            let model = Sequential(
                Linear(2, 4, using: &random), Dropout(0.5, using: &random), Layer(4, 2, using: &random))
            #expect(model(makeBlobs(3, centers: 2, using: &random).inputs).count == 3)
        }
    }
}
