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
