internal import Micrograd
internal import MicrogradSupport

/// How wide text is.
///
/// A picture is laid out without a look at any font, so that it is the same on every machine. The widths are the
/// advance widths of the fonts (Liberation Sans for Arial, which has its metrics).
enum TextMetrics {
    /// Returns the width of `text` in Helvetica or Arial, the first fonts that cards ask for.
    ///
    /// Characters beyond ASCII, and a few signs, count as in the widest font.
    static func usualWidth(of text: String, fontSize: Double) -> Double {
        var thousandths = 0
        for character in text {
            if let byte = character.asciiValue, byte >= 0x20, byte < 0x7f {
                thousandths += Int(helvetica[Int(byte) - 0x20])
            } else if "−×÷∞–Σ·".contains(character) {
                thousandths += 640
            } else {
                thousandths += width(of: character)
            }
        }
        return Double(thousandths) * fontSize / 1000
    }

    /// Returns the width of `text` in DejaVu Sans, DejaVu Serif or Arial, whichever is widest: the most it takes
    /// whichever of these the reader's machine has.
    static func width(of text: String, fontSize: Double) -> Double {
        var thousandths = 0
        for character in text { thousandths += width(of: character) }
        return Double(thousandths) * fontSize / 1000
    }

    /// In thousandths of the font size.
    private static func width(of character: Character) -> Int {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return 0 }
        // Where it is one scalar of a table: most of all text.
        if scalars.count == 1, let known = width(of: first) { return known }
        if character.isShownAsEmoji { return 1400 }
        return width(of: first) ?? 1100
    }

    private static func width(of scalar: Unicode.Scalar) -> Int? {
        for table in tables {
            if let width = table.width(of: scalar) { return width }
        }
        return nil
    }

    private struct Table: Sendable {
        var first: UInt32
        var widths: [UInt16]

        func width(of scalar: Unicode.Scalar) -> Int? {
            guard scalar.value >= first, scalar.value - first < UInt32(widths.count) else { return nil }
            return Int(widths[Int(scalar.value - first)])
        }
    }

    private static let tables = [
        Table(first: 0x20, widths: ascii), Table(first: 0xa0, widths: latin),
        Table(first: 0x370, widths: greek), Table(first: 0x400, widths: cyrillic),
        Table(first: 0x2070, widths: scripts),
    ]

    private static let ascii: [UInt16] = [
        318, 402, 460, 838, 637, 951, 891, 275, 391, 391, 500, 838, 318, 361, 318, 337, 637, 637,
        637, 637, 637, 637, 637, 637, 637, 637, 337, 337, 838, 838, 838, 557, 1016, 723, 735, 766,
        802, 730, 694, 799, 873, 396, 500, 748, 665, 1024, 875, 820, 673, 820, 753, 686, 667, 843,
        723, 1028, 712, 667, 695, 391, 337, 391, 838, 557, 500, 613, 641, 561, 641, 616, 371, 641,
        645, 320, 311, 606, 320, 975, 645, 612, 641, 641, 479, 521, 402, 645, 592, 856, 592, 592,
        527, 637, 337, 637, 838,
    ]

    private static let latin: [UInt16] = [
        318, 402, 637, 637, 637, 637, 337, 557, 500, 1000, 476, 612, 838, 361, 1000, 553, 500, 838,
        401, 401, 500, 650, 637, 318, 500, 401, 472, 612, 970, 970, 970, 611, 723, 723, 723, 723,
        723, 723, 1001, 766, 730, 730, 730, 730, 396, 396, 396, 396, 808, 875, 820, 820, 820, 820,
        820, 838, 820, 843, 843, 843, 843, 667, 676, 668, 613, 613, 613, 613, 613, 613, 982, 561,
        616, 616, 616, 616, 320, 320, 320, 320, 612, 645, 612, 612, 612, 612, 612, 838, 612, 645,
        645, 645, 645, 592, 641, 592, 723, 613, 723, 613, 723, 613, 766, 561, 766, 561, 766, 561,
        766, 561, 802, 641, 808, 641, 730, 616, 730, 616, 730, 616, 730, 616, 730, 616, 799, 641,
        799, 641, 799, 641, 799, 641, 873, 645, 917, 695, 396, 320, 396, 320, 396, 320, 396, 320,
        396, 320, 802, 556, 500, 311, 748, 606, 606, 665, 320, 665, 320, 665, 375, 665, 342, 669,
        325, 875, 645, 875, 645, 875, 645, 867, 843, 645, 820, 612, 820, 612, 820, 612, 1138, 1023,
        753, 479, 753, 479, 753, 479, 686, 521, 686, 521, 686, 521, 686, 521, 667, 402, 667, 402,
        667, 402, 843, 645, 843, 645, 843, 645, 843, 645, 843, 645, 843, 645, 1028, 856, 667, 592,
        667, 695, 527, 695, 527, 695, 527, 371,
    ]

    private static let greek: [UInt16] = [
        741, 568, 862, 648, 279, 279, 875, 667, 1100, 1100, 500, 561, 561, 561, 337, 401, 1100,
        1100, 1100, 1100, 500, 500, 723, 318, 900, 1040, 563, 1100, 836, 1100, 898, 853, 393, 723,
        735, 694, 723, 730, 695, 873, 820, 396, 748, 723, 1024, 875, 704, 820, 873, 673, 1100, 708,
        667, 667, 820, 712, 877, 830, 396, 667, 676, 541, 634, 393, 608, 676, 639, 598, 612, 541,
        544, 634, 612, 393, 625, 634, 650, 608, 558, 612, 690, 635, 587, 683, 603, 608, 701, 606,
        785, 838, 393, 608, 612, 608, 838, 748, 615, 715, 699, 875, 699, 682, 838, 664, 820, 612,
        766, 587, 694, 463, 660, 660, 866, 628, 934, 838, 759, 660, 792, 615, 687, 607, 768, 625,
        700, 612, 611, 537, 664, 635, 561, 311, 820, 616, 616, 676, 641, 766, 1024, 709, 635, 766,
        766, 766,
    ]

    private static let cyrillic: [UInt16] = [
        730, 730, 865, 663, 766, 686, 396, 396, 500, 1094, 1119, 873, 774, 873, 723, 873, 758, 735,
        735, 663, 813, 730, 1124, 642, 873, 873, 774, 835, 1024, 873, 820, 873, 673, 766, 667, 723,
        861, 712, 873, 773, 1142, 1142, 833, 984, 687, 766, 1194, 808, 613, 617, 590, 526, 692,
        616, 920, 546, 667, 667, 625, 640, 778, 667, 612, 667, 641, 561, 583, 592, 855, 592, 681,
        662, 930, 942, 707, 796, 590, 561, 871, 631, 616, 616, 625, 526, 561, 521, 320, 320, 311,
        907, 899, 652, 625, 667, 592, 657,
    ]

    private static let scripts: [UInt16] = [
        401, 202, 1100, 1100, 401, 401, 401, 401, 401, 401, 528, 528, 528, 246, 246, 433, 401, 401,
        401, 401, 401, 401, 401, 401, 401, 401, 528, 528, 528, 246, 246, 1100, 392, 417, 414, 444,
        417, 433, 426, 243, 624, 433, 429, 374, 295,
    ]

    private static let helvetica: [UInt16] = [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556,
        556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722,
        722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722,
        667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556,
        556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,
        500, 334, 260, 334, 584,
    ]
}
