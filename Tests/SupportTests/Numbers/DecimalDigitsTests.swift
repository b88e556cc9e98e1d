import Micrograd
import MicrogradSupport
import TestSupport
import Testing

@Suite("Decimal digits")
struct DecimalDigitsTests {
    private static let finite = CPythonReference.shared.doubles.filter { $0.exact != nil }

    @Test("of a double are all that Python's decimal gives", arguments: finite)
    func exact(_ row: CPythonReference.Row) {
        let digits = DecimalDigits(exact: row.number)
        #expect(digits.digits.map(String.init).joined() == row.exact)
        #expect(digits.pointPosition == row.pointPosition)
        #expect(digits.isNegative == (row.number.sign == .minus))
        #expect(digits.isZero == (row.number == 0))
    }

    @Test("at their shortest read back to the same double", arguments: finite)
    func shortest(_ row: CPythonReference.Row) {
        let digits = DecimalDigits(shortest: row.number)
        #expect(digits.digits.count <= 17)
        #expect(Double(digits.positional())?.bitPattern == row.number.bitPattern)
        #expect(Double(digits.scientific())?.bitPattern == row.number.bitPattern)
    }

    @Test(
        "round to a number of them, a tie to the even one",
        arguments: [
            (2.5, 1, "2"), (3.5, 1, "4"), (0.125, 2, "0.12"), (0.375, 2, "0.38"), (9.5, 1, "10"),
            (99.5, 2, "100"),
            (8.5, 1, "8"), (1234.0, 2, "1200"), (2.5000001, 1, "3"), (0.0, 3, "0"), (7.0, 5, "7"),
        ])
    func significant(_ number: Double, _ count: Int, _ text: String) {
        var digits = DecimalDigits(exact: number)
        digits.round(significantDigits: count)
        #expect(digits.positional() == text)
    }

    @Test(
        "round behind the point, a tie to the even one",
        arguments: [
            (0.5, 0, "0"), (1.5, 0, "2"), (2.5, 0, "2"), (0.25, 1, "0.2"), (0.75, 1, "0.8"), (0.05, 0, "0"),
            (0.6, 0, "1"), (99.96, 1, "100"), (-0.4, 0, "-0"), (1e-300, 4, "0"), (0.0625, 3, "0.062"),
        ])
    func fraction(_ number: Double, _ count: Int, _ text: String) {
        var digits = DecimalDigits(exact: number)
        digits.round(fractionDigits: count)
        #expect(digits.positional() == text)
    }

    @Test("are rounded from the shortest ones as from all of them, for numbers of all sizes and near ties")
    func rounded() {
        var random = RandomStream(seed: 8)
        for round in 0..<1_000 {
            let bits = UInt64(random.nextWord()) << 32 | UInt64(random.nextWord())
            // Every other one is short, so that a tie is likely.
            let short = Double("\(random.integer(below: 100_000))5e\(random.integer(below: 60) - 40)") ?? 0
            let number = round.isMultiple(of: 2) ? Double(bitPattern: bits) : short
            guard number.isFinite else { continue }
            for count in [1, 5, 6, 15, 16, 17] {
                var all = DecimalDigits(exact: number)
                all.round(significantDigits: count)
                #expect(DecimalDigits(number, significantDigits: count) == all, "\(number) to \(count)")
            }
        }
    }

    @Test("of the smallest numbers, which have few bits, are rounded from all of them")
    func subnormal() {
        let smallest = Double.leastNonzeroMagnitude
        #expect(DecimalDigits(smallest, significantDigits: 3).scientific() == "4.94e-324")
    }
}
