internal import Micrograd
internal import MicrogradSupport

/// How the cells of a table write a number: in few digits, since they are many and narrow.
package struct CellNumber: Sendable {
    /// Behind the point, at most.
    let digits: Int

    package init(digits: Int) { self.digits = digits }

    /// `-0.53`; `9e−5` below what the digits can tell and from 10,000 on; `≈0` beyond 10⁻⁹⁹.
    package func text(_ number: Double?) -> String {
        guard let number else { return NumberText.none }
        guard number.isFinite else { return number.isNaN ? "NaN" : number < 0 ? "−∞" : "∞" }
        guard number != 0 else { return "0" }
        let least = digits == 0 ? 0.5 : digits == 1 ? 0.05 : 0.005
        guard number.magnitude >= least, number.magnitude < 9_999.5 else { return power(of: number) }
        var decimals = digits
        // Four digits and a sign are as much as the cell holds.
        if number.magnitude >= 99.95 {
            decimals = 0
        } else if number.magnitude >= 9.995 {
            decimals = min(1, digits)
        }
        let fixed = number.fixed(decimals)
        // Halves are rounded to even: 0.5 to 0.
        if NumberText.isAllZeros(fixed) { return power(of: number) }
        return fixed.first == "-" ? "−" + fixed.dropFirst() : fixed
    }

    private func power(of number: Double) -> String {
        guard number.magnitude >= 1e-99 else { return "≈0" }
        var decimal = DecimalDigits(shortest: number)
        decimal.round(significantDigits: 1)
        let parts = decimal.scientific().split(separator: "e")
        guard parts.count == 2, let exponent = Int(parts[1]) else { return "≈0" }
        let sign = number < 0 ? "−" : ""
        let digit = parts[0].first { $0 != "-" } ?? "0"
        return "\(sign)\(digit)e\(exponent < 0 ? "−" : "")\(exponent.magnitude)"
    }
}
