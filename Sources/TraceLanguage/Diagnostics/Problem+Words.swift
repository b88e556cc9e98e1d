// The parts that messages share.

extension Problem {
    func describe(stray scalar: Unicode.Scalar) -> String {
        if let meant = Problem.meant[scalar] {
            return "the character '\(scalar)' is not read; write \(meant)"
        }
        let code = String(scalar.value, radix: 16, uppercase: true)
        let number = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
        switch scalar.properties.generalCategory {
        case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .privateUse,
            .unassigned,
            .surrogate:
            return "an invisible character \(number); remove it, or write a plain space"
        default:
            return "the character '\(scalar)' (\(number)) has no meaning here"
        }
    }

    private static let meant: [Unicode.Scalar: String] = [
        "×": "* to multiply", "·": "* to multiply", "⋅": "* to multiply", "÷": "/ to divide",
        "−": "- (a hyphen)",
        "–": "- (a hyphen)", "—": "- (a hyphen)", "²": "**2", "³": "**3", "“": "\" as a quote",
        "”": "\" as a quote",
        "‘": "' as a quote", "’": "' as a quote", "≤": "<=", "≥": ">=", "≠": "!=", "√": "sqrt(x)", "；": ";",
        "，": ",", "（": "(", "）": ")", "π": "math.pi",
    ]

    func meantOrListed(_ suggestion: String?, _ names: [String]) -> String {
        let verb = names.count == 1 ? "is" : "are"
        if let suggestion { return "; did you mean '\(suggestion)'? There \(verb) \(list(names))" }
        return names.isEmpty ? "; there are none" : "; there \(verb) \(list(names))"
    }

    func didYouMean(_ suggestion: String?) -> String {
        suggestion.map { "; did you mean '\($0)'?" } ?? ""
    }

    /// `a, b and c`; of many the first ten.
    func list(_ names: [String]) -> String {
        let shown = names.count > 11 ? names.prefix(10) + ["\(names.count - 10) more"] : names[...]
        guard let last = shown.last, shown.count > 1 else { return names.first ?? "" }
        return shown.dropLast().joined(separator: ", ") + " and " + last
    }
}
