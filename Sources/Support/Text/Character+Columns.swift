extension Character {
    /// The columns that a terminal gives the character: 2 for East Asian wide ones and emoji, else 1.
    package var columnCount: Int {
        guard let first = unicodeScalars.first else { return 0 }
        if first.value < 0x300 { return 1 }
        if isShownAsEmoji { return 2 }
        switch first.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return unicodeScalars.count == 1 ? 0 : 1
        default: return Character.wideRanges.contains { $0.contains(first.value) } ? 2 : 1
        }
    }

    /// Whether the character is drawn as a coloured picture.
    package var isShownAsEmoji: Bool {
        unicodeScalars.contains { $0.properties.isEmojiPresentation || $0 == "\u{fe0f}" }
    }

    /// The blocks of Unicode's East Asian Width W and F (Standard Annex 11).
    private static let wideRanges: [ClosedRange<UInt32>] = [
        0x1100...0x115f, 0x2e80...0x303e, 0x3041...0x33ff, 0x3400...0x4dbf, 0x4e00...0x9fff,
        0xa000...0xa4cf, 0xa960...0xa97f, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f,
        0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1f64f, 0x1f900...0x1f9ff, 0x20000...0x3fffd,
    ]
}

extension String {
    /// The columns that a terminal gives the text.
    package var columnCount: Int {
        // A character each, but for the two of a line's end.
        if utf8.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "\r") }) { return utf8.count }
        return reduce(0) { $0 + $1.columnCount }
    }
}
