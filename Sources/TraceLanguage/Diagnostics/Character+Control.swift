extension Character {
    /// Whether a terminal would act on the character instead of showing it.
    var isControl: Bool {
        // Joiners are format characters too, and belong to emoji and to scripts such as Devanagari.
        unicodeScalars.contains { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: true
            case .format: scalar != "\u{200c}" && scalar != "\u{200d}" && !scalar.properties.isEmoji
            default: false
            }
        }
    }
}

extension String {
    /// The text on one line that a terminal shows as it stands: control characters are escapes such as `\x1b`.
    package var visible: String {
        guard contains(where: \.isControl) else { return self }
        return reduce(into: "") { text, character in
            guard character.isControl else { return text.append(character) }
            for scalar in character.unicodeScalars {
                let digits = String(scalar.value, radix: 16)
                let (sign, count) =
                    scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
                text += "\\\(sign)" + String(repeating: "0", count: count - digits.count) + digits
            }
        }
    }
}
