import Micrograd
import TestSupport
import Testing

@Suite("Whole numbers of a random stream")
struct RandomStreamIntegersTests {
    @Test("are CPython's, and so is a shuffle", arguments: CPythonReference.shared.integers)
    func cPython(_ reference: CPythonReference.Integers) throws {
        var random = RandomStream(seed: try #require(Int128(reference.seed)))
        for pair in reference.below {
            #expect(random.integer(below: pair[0]) == pair[1], "below \(pair[0])")
        }
        for order in reference.shuffled { #expect(random.shuffled(order.indices) == order) }
        #expect(random.random() == reference.next.number)
    }

    @Test("are compared for bounds of one word and of two, and for lists from empty to long")
    func coverage() {
        let bounds = Set(CPythonReference.shared.integers.flatMap { $0.below.map { $0[0] } })
        #expect(bounds.isSuperset(of: [1, 2, 1 << 31, 1 << 32 - 1, 1 << 32, 1 << 32 + 1, Int.max]))
        #expect(
            Set(CPythonReference.shared.integers.flatMap { $0.shuffled.map(\.count) }) == [0, 1, 2, 10, 100])
    }

    /// `random.Random(seed).getrandbits(64)` three times, then `random()`, of CPython 3.
    @Test(
        "of 64 bits are CPython's, and Swift's functions take them",
        arguments: [
            (
                0, [7_106_521_602_475_165_645, 16_422_101_724_900_707_500, 746_805_015_404_516_437],
                0.25891675029296335
            ),
            (
                42, [2_053_695_854_357_871_005, 13_679_192_365_072_849_617, 4_517_457_392_071_889_495],
                0.22321073814882275
            ),
        ] as [(Int, [UInt64], Double)])
    func generator(seed: Int, numbers: [UInt64], last: Double) {
        var random = RandomStream(seed: seed)
        #expect((0..<3).map { _ in random.next() } == numbers)
        #expect(random.random() == last)
        #expect((1...6).contains(Int.random(in: 1...6, using: &random)))
        #expect([1, 2, 3].shuffled(using: &random).sorted() == [1, 2, 3])
    }

    @Test("shuffle a list in place as `shuffled` does")
    func inPlace() {
        var one = RandomStream(seed: 3)
        var other = one
        var list = Array(0..<20)
        one.shuffle(&list)
        #expect(list == other.shuffled(0..<20))
        #expect(list.sorted() == Array(0..<20))
    }
}
