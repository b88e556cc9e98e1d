extension Double {
    /// The number as Python's `repr` writes it: the shortest decimal that reads back to the same double.
    ///
    /// A whole number ends in `.0`; below 1e-4 and from 1e16 on there is an exponent of at least two digits.
    package var pythonDescription: String {
        nonFiniteDescription ?? shortest(wholeFractionDigits: 1)
    }

    /// The shortest decimal that reads back to the same double, a whole number without `.0` (but `-0.0`).
    package var shortestDescription: String {
        nonFiniteDescription ?? shortest(wholeFractionDigits: self == 0 && sign == .minus ? 1 : 0)
    }

    /// The number with `digits` places behind the point, as `%.4f` writes it.
    package func fixed(_ digits: Int) -> String {
        if let nonFiniteDescription { return nonFiniteDescription }
        if self == 0 {
            let fraction = digits > 0 ? "." + String(repeating: "0", count: digits) : ""
            return (sign == .minus ? "-0" : "0") + fraction
        }
        if let text = fixedInWords(digits) { return text }
        var decimal = DecimalDigits(exact: self)
        decimal.round(fractionDigits: digits)
        return decimal.positional(fractionDigits: digits)
    }

    /// The same by arithmetic on 128 bits; nil where the number does not fit.
    private func fixedInWords(_ digits: Int) -> String? {
        let exponent = Int(exponentBitPattern) - 1075
        guard (0...17).contains(digits), exponentBitPattern != 0, exponent < 0, exponent > -120 else {
            return nil
        }
        // significand · 10^digits / 2^-exponent, rounded to the nearest, a tie to the even.
        var scaled = UInt128(significandBitPattern | 1 << 52)
        for _ in 0..<digits { scaled *= 10 }
        let shift = UInt128(-exponent)
        var quotient = scaled >> shift
        let rest = scaled - quotient << shift
        let half = UInt128(1) << (shift - 1)
        if rest > half || (rest == half && quotient % 2 == 1) { quotient += 1 }
        guard let units = UInt64(exactly: quotient) else { return nil }

        var text = String(units)
        let missing = digits + 1 - text.utf8.count
        if missing > 0 { text = String(repeating: "0", count: missing) + text }
        if digits > 0 { text.insert(".", at: text.utf8.index(text.endIndex, offsetBy: -digits)) }
        return sign == .minus ? "-" + text : text
    }

    /// The number with one digit before the point, `digits` behind it and an exponent, as `%.4e` writes it.
    package func scientific(_ digits: Int) -> String {
        if let nonFiniteDescription { return nonFiniteDescription }
        var decimal = DecimalDigits(exact: self)
        decimal.round(significantDigits: digits + 1)
        return decimal.scientific(fractionDigits: digits)
    }

    /// `nan`, `inf` or `-inf`, as Python writes them; nil for a finite number.
    package var nonFiniteDescription: String? {
        if isNaN { return "nan" }
        if isInfinite { return self < 0 ? "-inf" : "inf" }
        return nil
    }

    private func shortest(wholeFractionDigits: Int) -> String {
        let decimal = DecimalDigits(shortest: self)
        return (-3...16).contains(decimal.pointPosition)
            ? decimal.positional(fractionDigits: wholeFractionDigits) : decimal.scientific()
    }
}
