extension Double {
    /// The number as Python's `repr` writes it: the shortest decimal that reads back to the same double.
    ///
    /// A whole number ends in `.0`; below 1e-4 and from 1e16 on there is an exponent of at least two digits.
    package var pythonDescription: String {
        if let plainDescription { return plainDescription }
        return nonFiniteDescription ?? shortest(wholeFractionDigits: 1)
    }

    /// The shortest decimal that reads back to the same double, a whole number without `.0` (but `-0.0`).
    package var shortestDescription: String {
        if let whole = Int(exactly: self), whole != 0, whole.magnitude < 1 << 53 { return String(whole) }
        if let plainDescription { return plainDescription }
        return nonFiniteDescription ?? shortest(wholeFractionDigits: self == 0 && sign == .minus ? 1 : 0)
    }

    /// The number with `digits` places behind the point, as `%.4f` writes it.
    ///
    /// - Parameter keepsZeros: Whether zeros at the end stand behind the point: `2.5000`, or else `2.5`.
    package func fixed(_ digits: Int, keepsZeros: Bool = true) -> String {
        if let nonFiniteDescription { return nonFiniteDescription }
        if let text = fixedInWords(digits, keepsZeros) { return text }
        var decimal = DecimalDigits(exact: self)
        decimal.round(fractionDigits: digits)
        return decimal.positional(fractionDigits: keepsZeros ? digits : 0)
    }

    /// The same by arithmetic on 128 bits; nil where the number does not fit.
    private func fixedInWords(_ digits: Int, _ keepsZeros: Bool) -> String? {
        guard digits >= 0, digits < Double.powersOfTen.count else { return nil }
        let exponent = Int(exponentBitPattern) - 1075
        // Below 2^-67, which is 7e-21, 17 digits are zeros.
        guard exponent > -120 else { return fixed(units: 0, digits, keepsZeros) }
        guard exponent < 0 else { return nil }
        // significand · 10^digits / 2^-exponent, rounded to the nearest, a tie to the even.
        let scaled = UInt128(significandBitPattern | 1 << 52) * UInt128(Double.powersOfTen[digits])
        let shift = UInt128(-exponent)
        var quotient = scaled >> shift
        let rest = scaled - quotient << shift
        let half = UInt128(1) << (shift - 1)
        if rest > half || (rest == half && quotient % 2 == 1) { quotient += 1 }
        return UInt64(exactly: quotient).map { fixed(units: $0, digits, keepsZeros) }
    }

    /// So many units of the last of the digits behind the point, with the sign of the number.
    private func fixed(units: UInt64, _ digits: Int, _ keepsZeros: Bool) -> String {
        var (rest, fraction) = (units, digits)
        while !keepsZeros, fraction > 0, rest % 10 == 0 {
            rest /= 10
            fraction -= 1
        }
        // From the last digit to the first.
        var text: [UInt8] = []
        text.reserveCapacity(24)
        func add() {
            text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        }
        for _ in 0..<fraction { add() }
        if fraction > 0 { text.append(UInt8(ascii: ".")) }
        repeat { add() } while rest > 0
        if sign == .minus { text.append(UInt8(ascii: "-")) }
        text.reverse()
        return String(decoding: text, as: UTF8.self)
    }

    /// Up to 10^17, the most digits that a text is asked for.
    private static let powersOfTen: [UInt64] = (0...17).map { power in
        (0..<power).reduce(1) { product, _ in product * 10 }
    }

    /// The number with one digit before the point, `digits` behind it and an exponent, as `%.4e` writes it.
    package func scientific(_ digits: Int) -> String {
        if let nonFiniteDescription { return nonFiniteDescription }
        return DecimalDigits(self, significantDigits: digits + 1).scientific(fractionDigits: digits)
    }

    /// `nan`, `inf` or `-inf`, as Python writes them; nil for a finite number.
    package var nonFiniteDescription: String? {
        if isNaN { return "nan" }
        if isInfinite { return self < 0 ? "-inf" : "inf" }
        return nil
    }

    /// What the standard library writes, where that is the shortest decimal without an exponent; else nil.
    private var plainDescription: String? {
        magnitude >= 1e-4 && magnitude < 0x1p53 ? description : nil
    }

    private func shortest(wholeFractionDigits: Int) -> String {
        let decimal = DecimalDigits(shortest: self)
        return (-3...16).contains(decimal.pointPosition)
            ? decimal.positional(fractionDigits: wholeFractionDigits) : decimal.scientific()
    }
}
