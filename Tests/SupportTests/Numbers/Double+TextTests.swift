import Foundation
import Micrograd
import MicrogradSupport
import TestSupport
import Testing

/// The texts of doubles against those of CPython: subnormals, ties, the largest and -0.0 among them.
@Suite("The text of a double")
struct DoubleTextTests {
    @Test("is that of Python's repr", arguments: CPythonReference.shared.doubles)
    func pythonDescription(_ row: CPythonReference.Row) {
        #expect(row.number.pythonDescription == row.repr)
    }

    @Test(
        "at its shortest is Python's repr without the .0 of a whole number",
        arguments: CPythonReference.shared.doubles)
    func shortestDescription(_ row: CPythonReference.Row) {
        let isPlainWhole = row.repr.hasSuffix(".0") && row.repr != "-0.0"
        #expect(row.number.shortestDescription == (isPlainWhole ? String(row.repr.dropLast(2)) : row.repr))
    }

    @Test("with places behind the point is that of %.nf", arguments: CPythonReference.shared.doubles)
    func fixed(_ row: CPythonReference.Row) {
        #expect(CPythonReference.shared.digits.map { row.number.fixed($0) } == row.fixed)
    }

    @Test(
        "with places behind the point has no zeros at its end where they are not kept",
        arguments: [
            (2.5, 4, "2.5"), (-2.5, 4, "-2.5"), (2, 4, "2"), (100, 0, "100"), (0, 4, "0"), (-0.0, 4, "-0"),
            (1e-9, 4, "0"), (0.1, 17, "0.10000000000000001"), (1e22, 2, "10000000000000000000000"),
            (0x1p60, 3, "1152921504606846976"), (99.99996, 4, "100"),
        ] as [(Double, Int, String)])
    func trimmed(number: Double, digits: Int, text: String) {
        #expect(number.fixed(digits, keepsZeros: false) == text)
    }

    @Test("with an exponent is that of %.ne", arguments: CPythonReference.shared.doubles)
    func scientific(_ row: CPythonReference.Row) {
        #expect(CPythonReference.shared.digits.map(row.number.scientific) == row.scientific)
    }

    @Test("covers a few hundred doubles")
    func coverage() {
        #expect(CPythonReference.shared.doubles.count > 300)
    }

    @Test("fixed digits are those of C's printf, for random numbers of all sizes")
    func fixedDigits() {
        var random = RandomStream(seed: 7)
        for _ in 0..<5_000 {
            let number = random.uniform(-1, 1) * Foundation.pow(10, random.uniform(-25, 25).rounded())
            for digits in [0, 1, 4, 9, 17] {
                #expect(number.fixed(digits) == String(format: "%.\(digits)f", number))
            }
        }
        for number in [
            0.5, 1.5, 2.5, 0.125, 0.375, -0.5, 0.00005, 1e15 + 0.5, 9.9999, 0.99995, 4503599627370497.5,
        ] {
            for digits in 0...6 { #expect(number.fixed(digits) == String(format: "%.\(digits)f", number)) }
        }
    }
}
