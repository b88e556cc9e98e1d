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
