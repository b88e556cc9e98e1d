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
        var decimal = DecimalDigits(exact: self)
        decimal.round(fractionDigits: digits)
        return decimal.positional(fractionDigits: digits)
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
