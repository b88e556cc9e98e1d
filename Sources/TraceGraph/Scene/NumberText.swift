internal import Micrograd
internal import MicrogradSupport

/// How pictures and tables write a number.
struct NumberText: Sendable {
    let precision: Int
    let style: Style

    enum Style: Sendable {
        /// `2.0000`, `3.2000e-06`: zeros at the end stay, so that points align.
        case table
        /// `2`, `3.2e−6`: no zeros at the end, and the sign of a minus.
        case picture
        /// `2.0000`, `0.0000`: as `%.4f` writes them, without an exponent.
        case fixed
    }

    init(precision: Int, style: Style = .table) {
        guard (0...17).contains(precision) else {
            trap("A number has 0 to 17 digits behind the point (got a precision of \(precision)).")
        }
        self.precision = precision
        self.style = style
    }

    /// As the pictures of a theme have it.
    init(picture options: DrawingOptions) {
        self.init(precision: options.precision, style: options.theme.keepsFixedNotation ? .fixed : .picture)
    }

    /// Stands for a gradient that does not exist.
    static let none = "–"

    /// The digits asked for; with an exponent where these would be all zeros or stand behind more than 8 others.
    ///
    /// What is written as zeros has no sign.
    func text(_ number: Double) -> String {
        guard number.isFinite else { return nonFinite(number) }
        if style == .picture, let whole = Int(exactly: number), whole.magnitude < 100_000_000 {
            return NumberText.signed(String(whole))
        }
        // More than 8 digits before the point.
        if style != .fixed, number.magnitude >= 1e8 { return exponential(number) }
        let fixed = number.fixed(precision, keepsZeros: style != .picture)
        let isAllZeros = NumberText.isAllZeros(fixed)
        if number == 0 || style == .fixed {
            let text = isAllZeros && fixed.utf8.first == UInt8(ascii: "-") ? String(fixed.dropFirst()) : fixed
            return style == .picture ? "0" : text
        }
        let wholeDigits = fixed.utf8.prefix { $0 != UInt8(ascii: ".") }.count - (number < 0 ? 1 : 0)
        if isAllZeros || wholeDigits > 8 { return exponential(number) }
        return style == .picture ? NumberText.signed(fixed) : fixed
    }

    /// Every digit, as the shortest decimal that reads back to the number; zero has no sign.
    static func exact(_ number: Double) -> String {
        number == 0 ? "0" : number.shortestDescription
    }

    func text(_ number: Double?) -> String {
        number.map(text) ?? NumberText.none
    }

    /// A number with few digits for the end of a scale, such as `0.002` or `5e−7`.
    static func scaleEnd(_ number: Double) -> String {
        let exponent = DecimalDigits(shortest: number).pointPosition - 1
        if (-4..<5).contains(exponent) { return signed(number.fixed(max(0, -exponent), keepsZeros: false)) }
        var decimal = DecimalDigits(shortest: number)
        decimal.round(significantDigits: 1)
        return shortExponent(decimal.scientific())
    }

    /// Whether the digits of a number are zeros alone.
    static func isAllZeros(_ fixed: String) -> Bool {
        !fixed.utf8.contains { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
    }

    private func nonFinite(_ number: Double) -> String {
        guard style == .picture else { return number.fixed(precision) }
        return number.isNaN ? "NaN" : number < 0 ? "−∞" : "∞"
    }

    /// At most `precision` digits behind the point, and no zeros at its end: `3.2e-06`, or `3.2e−6` in a picture.
    private func exponential(_ number: Double) -> String {
        let text = DecimalDigits(number, significantDigits: precision + 1).scientific()
        return style == .picture ? NumberText.shortExponent(text) : text
    }

    /// With the sign of a minus.
    private static func signed(_ text: String) -> String {
        text.utf8.first == UInt8(ascii: "-") ? "−" + text.dropFirst() : text
    }

    /// `3.2e−6` of `3.2e-06`.
    private static func shortExponent(_ scientific: String) -> String {
        let parts = scientific.split(separator: "e")
        guard parts.count == 2, let exponent = Int(parts[1]) else { return signed(scientific) }
        return signed(String(parts[0])) + "e" + (exponent < 0 ? "−" : "") + "\(exponent.magnitude)"
    }
}
