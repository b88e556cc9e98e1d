import Micrograd
import MicrogradSupport
import Testing

@Suite("A decimal number")
struct DoubleDecimalTests {
    private func read(_ text: String) -> Double? {
        Array(text.utf8).withUnsafeBufferPointer { Double(decimal: $0) }
    }

    @Test(
        "is read with sign, point and exponent",
        arguments: [
            ("0", 0), ("7", 7), ("-7", -7), ("+7", 7), ("007", 7), ("1.5", 1.5), ("1.", 1), (".5", 0.5),
            ("-.5e1", -5), ("2e3", 2000), ("2E-3", 0.002), ("2e+3", 2000), ("1e22", 1e22), ("1e23", 1e23),
            ("0e999999999999", 0), ("1e-999999999999", 0), ("4.9e-324", .leastNonzeroMagnitude),
            ("1.7976931348623157e308", Double.greatestFiniteMagnitude),
            ("9007199254740993", 9_007_199_254_740_992),
            ("0.1000000000000000055511151231257827021181583404541015625", 0.1),
            ("8.98846567431158e307", 8.98846567431158e307),
        ] as [(String, Double)])
    func reads(text: String, number: Double) {
        #expect(read(text)?.bitPattern == number.bitPattern)
    }

    @Test("keeps the sign of a zero")
    func negativeZero() {
        #expect(read("-0")?.bitPattern == (-0.0).bitPattern)
        #expect(read("-0.00")?.bitPattern == (-0.0).bitPattern)
    }

    @Test(
        "is nothing else",
        arguments: [
            "", " ", "-", "+", ".", "e5", "-.", "1e", "1e+", "1 ", " 1", "1,5", "1_000", "0x10", "0x1p3",
            "nan",
            "NaN", "inf", "-Infinity", "1e309", "--1", "1.2.3", "1e5.0", "１", "five", "1f", "1\u{0}",
        ])
    func refuses(text: String) {
        #expect(read(text) == nil)
    }

    @Test("rounds as the standard library does, in short and in long texts")
    func standardLibrary() {
        var random = RandomStream(seed: 5)
        for _ in 0..<20_000 {
            let digits = (0...random.integer(below: 22)).map { _ in String(random.integer(below: 10)) }
                .joined()
            let point = random.integer(below: digits.count + 1)
            var text = digits.prefix(point) + "." + digits.dropFirst(point)
            if random.integer(below: 2) == 0 { text += "e\(random.integer(below: 90) - 45)" }
            #expect(read(String(text)) == Double(text), "\(text)")
        }
    }

    @Test("reads back what doubles of all sizes are written as")
    func roundTrip() {
        var random = RandomStream(seed: 6)
        for _ in 0..<5_000 {
            let bits = UInt64(random.nextWord()) << 32 | UInt64(random.nextWord())
            let number = Double(bitPattern: bits)
            guard number.isFinite else { continue }
            #expect(read(number.shortestDescription)?.bitPattern == bits)
        }
    }
}
