extension Unicode.Scalar {
    /// Whether a terminal would act on the scalar instead of showing it: C0 and C1 controls, line separators, and
    /// what turns the direction of text.
    package var isControl: Bool {
        if value < 0x7f { return value < 0x20 }
        // Joiners are format characters too, and belong to emoji and to scripts such as Devanagari.
        return switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        case .format: self != "\u{200c}" && self != "\u{200d}" && !properties.isEmoji
        default: false
        }
    }
}

extension Character {
    /// Whether a terminal would act on the character instead of showing it.
    package var isControl: Bool { unicodeScalars.contains(where: \.isControl) }
}
