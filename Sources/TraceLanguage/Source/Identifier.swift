/// What a name is, by the rules of Python.
package enum Identifier {
    package static func isStart(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar.properties.isXIDStart
    }

    package static func isContinue(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        // Joiners that no eye sees, and two middle dots: later Unicode allows them, and Python does not.
        case "\u{200c}", "\u{200d}", "\u{30fb}", "\u{ff65}": false
        default: scalar.properties.isXIDContinue
        }
    }

    /// Returns a name in the form in which Python compares names, NFKC: `𝐱` is `x`.
    ///
    /// Composed and decomposed letters stay as they are: strings compare equal there by themselves.
    package static func normalized(_ name: String) -> String {
        guard name.utf8.contains(where: { $0 >= 128 }) else { return name }
        var result = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            if let replacement = CompatibilityTable.characters[scalar] {
                result.append(contentsOf: replacement.unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }
}
