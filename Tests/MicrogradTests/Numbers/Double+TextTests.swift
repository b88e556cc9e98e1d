import Micrograd
import Testing

/// The texts of doubles against those of CPython: subnormals, ties, the largest and -0.0 among them.
@Suite("The text of a double")
struct DoubleTextTests {
    @Test("is that of Python's repr", arguments: Reference.cPython.doubles)
    func pythonDescription(_ row: CPythonReference.Row) {
        #expect(row.number.pythonDescription == row.repr)
    }

    @Test(
        "at its shortest is Python's repr without the .0 of a whole number",
        arguments: Reference.cPython.doubles)
    func shortestDescription(_ row: CPythonReference.Row) {
        let isPlainWhole = row.repr.hasSuffix(".0") && row.repr != "-0.0"
        #expect(row.number.shortestDescription == (isPlainWhole ? String(row.repr.dropLast(2)) : row.repr))
    }

    @Test("with places behind the point is that of %.nf", arguments: Reference.cPython.doubles)
    func fixed(_ row: CPythonReference.Row) {
        #expect(Reference.cPython.digits.map(row.number.fixed) == row.fixed)
    }

    @Test("with an exponent is that of %.ne", arguments: Reference.cPython.doubles)
    func scientific(_ row: CPythonReference.Row) {
        #expect(Reference.cPython.digits.map(row.number.scientific) == row.scientific)
    }

    @Test("covers a few hundred doubles")
    func coverage() {
        #expect(Reference.cPython.doubles.count > 300)
    }
}
