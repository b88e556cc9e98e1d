import MicrogradSupport
import Testing

@Suite("The grouped digits of an Int") struct IntGroupedTests {
    @Test("have a comma before each three, and none after the sign")
    func commas() {
        for (number, text) in [
            (0, "0"), (999, "999"), (1000, "1,000"), (-999, "-999"), (-100_000, "-100,000"),
            (1_234_567, "1,234,567"), (Int.min, "-9,223,372,036,854,775,808"),
        ] { #expect(number.grouped == text) }
    }
}
