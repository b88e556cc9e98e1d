extension Double {
    /// Reads a finite decimal number, such as `-0.5`, `.5`, `7` or `2e-3`, in any locale; nil for anything else.
    ///
    /// Rounded to the nearest double. `nan`, `inf`, hexadecimal numbers and spaces are refused.
    package init?(decimal text: UnsafeBufferPointer<UInt8>) {
        var scanner = DecimalScanner(text: text)
        guard scanner.scan() else { return nil }
        if let number = scanner.exactNumber {
            self = number
        } else if let number = Double(String(decoding: text, as: UTF8.self)), number.isFinite {
            self = number
        } else {
            return nil
        }
    }
}

/// Checks that a text is a decimal number, and takes its digits where they are few.
private struct DecimalScanner {
    let text: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var isNegative = false
    private var significand: UInt64 = 0
    private var exponent = 0
    /// Whether the significand holds all digits.
    private var holdsAllDigits = true

    init(text: UnsafeBufferPointer<UInt8>) {
        self.text = text
    }

    mutating func scan() -> Bool {
        isNegative = skipSign()
        var digitCount = scanDigits()
        if skip(UInt8(ascii: ".")) {
            let fraction = scanDigits()
            digitCount += fraction
            exponent -= fraction
        }
        guard digitCount > 0 else { return false }
        if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
            let isNegative = skipSign()
            guard var written = nextDigit() else { return false }
            while let digit = nextDigit() { written = min(written * 10 + digit, 100_000) }
            exponent += isNegative ? -Int(written) : Int(written)
        }
        return position == text.count
    }

    /// The number, where significand and power of ten are doubles, so that one operation rounds as the decimal
    /// does (W. D. Clinger, "How to Read Floating Point Numbers Accurately", 1990).
    var exactNumber: Double? {
        guard holdsAllDigits, exponent.magnitude < DecimalScanner.exactPowersOfTen.count else { return nil }
        let power = DecimalScanner.exactPowersOfTen[Int(exponent.magnitude)]
        let number = exponent < 0 ? Double(significand) / power : Double(significand) * power
        return isNegative ? -number : number
    }

    /// Returns how many digits there were.
    private mutating func scanDigits() -> Int {
        let start = position
        while let digit = nextDigit() {
            // Below 2^53 after the digit, so that the double is exact.
            if significand < (1 << 53) / 10 {
                significand = significand * 10 + digit
            } else {
                holdsAllDigits = false
            }
        }
        return position - start
    }

    private mutating func nextDigit() -> UInt64? {
        guard position < text.count, case let digit = text[position] &- UInt8(ascii: "0"), digit < 10 else {
            return nil
        }
        position += 1
        return UInt64(digit)
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        guard position < text.count, text[position] == byte else { return false }
        position += 1
        return true
    }

    /// Returns whether it was a minus.
    private mutating func skipSign() -> Bool {
        if skip(UInt8(ascii: "-")) { return true }
        _ = skip(UInt8(ascii: "+"))
        return false
    }

    private static let exactPowersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
        1e19, 1e20, 1e21, 1e22,
    ]
}
