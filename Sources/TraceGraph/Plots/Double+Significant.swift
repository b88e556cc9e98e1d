internal import Micrograd
internal import MicrogradSupport

extension Double {
    /// The number with so many significant digits, or all before the point, and no zeros at its end: `0.0109`, `1019`,
    /// `3.2e-06`.
    package func significant(_ count: Int) -> String {
        if let nonFiniteDescription { return nonFiniteDescription }
        if self == 0 { return "0" }
        var decimal = DecimalDigits(exact: self)
        let isPositional = (-3...6).contains(decimal.pointPosition)
        decimal.round(significantDigits: isPositional ? max(count, decimal.pointPosition) : count)
        return isPositional ? decimal.positional() : decimal.scientific()
    }
}

extension String {
    /// A number as pictures show it: `−0.5` of `-0.5`, `3.2e−6` of `3.2e-06`.
    package var typesetNumber: String {
        let parts = split(separator: "e", omittingEmptySubsequences: false)
        let mantissa = parts[0].first == "-" ? "−" + parts[0].dropFirst() : String(parts[0])
        guard parts.count == 2, let exponent = Int(parts[1]) else { return mantissa }
        return "\(mantissa)e\(exponent < 0 ? "−" : "")\(exponent.magnitude)"
    }
}

extension Double {
    /// The number with so many significant digits, as pictures show it.
    package func shown(_ count: Int) -> String { significant(count).typesetNumber }
}
