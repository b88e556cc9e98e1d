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

    /// The columns that a terminal gives the character: 2 for East Asian wide ones and emoji, else 1.
    var columnCount: Int {
        guard let first = unicodeScalars.first else { return 0 }
        if first.properties.isEmojiPresentation || unicodeScalars.contains("\u{fe0f}") { return 2 }
        if first.properties.generalCategory == .nonspacingMark { return unicodeScalars.count == 1 ? 0 : 1 }
        return Character.wideRanges.contains { $0.contains(first.value) } ? 2 : 1
    }

    /// Unicode's East Asian Width W and F, in blocks.
    private static let wideRanges: [ClosedRange<UInt32>] = [
        0x1100...0x115f, 0x2e80...0x303e, 0x3041...0x33ff, 0x3400...0x4dbf, 0x4e00...0x9fff,
        0xa000...0xa4cf, 0xa960...0xa97f, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f,
        0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1f64f, 0x1f900...0x1f9ff, 0x20000...0x3fffd,
    ]
}
