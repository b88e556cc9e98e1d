internal import Micrograd
internal import MicrogradSupport

/// How pictures and tables write a number.
struct NumberText: Sendable {
    let precision: Int
    /// Whether the number always stands without an exponent.
    let keepsFixedNotation: Bool

    init(precision: Int, keepsFixedNotation: Bool = false) {
        guard (0...17).contains(precision) else {
            trap("A number has 0 to 17 digits behind the point (got a precision of \(precision)).")
        }
        self.precision = precision
        self.keepsFixedNotation = keepsFixedNotation
    }

    /// Stands for a gradient that does not exist.
    static let none = "–"

    /// The digits asked for; with an exponent where these would be all zeros or stand behind more than 8 others.
    ///
    /// What is written as zeros has no sign.
    func text(_ number: Double) -> String {
        let fixed = number.fixed(precision)
        if number.nonFiniteDescription != nil { return fixed }
        let isAllZeros = !fixed.utf8.contains { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
        if number == 0 || keepsFixedNotation {
            return isAllZeros && fixed.first == "-" ? String(fixed.dropFirst()) : fixed
        }
        let wholeDigits = fixed.prefix { $0 != "." }.count { $0 != "-" }
        return isAllZeros || wholeDigits > 8 ? scientific(number) : fixed
    }

    /// Every digit, as the shortest decimal that reads back to the number; zero has no sign.
    static func exact(_ number: Double) -> String {
        number == 0 ? "0" : number.shortestDescription
    }

    func text(_ number: Double?) -> String {
        number.map(text) ?? NumberText.none
    }

    /// At most `precision` digits behind the point, and no zeros at its end: `3.2e-06`.
    private func scientific(_ number: Double) -> String {
        var decimal = DecimalDigits(exact: number)
        decimal.round(significantDigits: precision + 1)
        return decimal.scientific()
    }
}
