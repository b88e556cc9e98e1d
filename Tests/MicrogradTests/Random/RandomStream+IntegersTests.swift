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
