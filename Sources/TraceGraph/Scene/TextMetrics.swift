/// How wide text is, at most: in DejaVu Sans or in Arial, whichever is wider.
///
/// A picture is laid out without a look at any font, so that it is the same on every machine, and
/// its boxes hold their text whichever of the two the reader's machine has. The widths are the
/// advance widths of the two fonts (Liberation Sans for Arial, which has its metrics).
enum TextMetrics {
    /// Returns the width of `text` in the unit of `fontSize`.
    static func width(of text: String, fontSize: Double) -> Double {
        var thousandths = 0
        for character in text { thousandths += width(of: character) }
        return Double(thousandths) * fontSize / 1000
    }

    /// In thousandths of the font size.
    private static func width(of character: Character) -> Int {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return 0 }
        if scalars.count == 1, let known = tables.lazy.compactMap({ $0.width(of: first) }).first {
            return known
        }
        if DisplayWidth.isEmoji(character) { return 1400 }
        if scalars.count > 1, let base = tables.lazy.compactMap({ $0.width(of: first) }).first { return base }
        return 1100
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
        318, 401, 460, 838, 637, 951, 780, 275, 391, 391, 500, 838, 318, 361, 318, 337, 637, 637,
        637, 637, 637, 637, 637, 637, 637, 637, 337, 337, 838, 838, 838, 557, 1016, 685, 687, 723,
        771, 667, 611, 778, 752, 295, 500, 667, 558, 863, 749, 788, 667, 788, 723, 667, 611, 732,
        685, 989, 686, 667, 686, 391, 337, 391, 838, 557, 500, 613, 635, 550, 635, 616, 353, 635,
        634, 278, 278, 580, 278, 975, 634, 612, 635, 635, 412, 521, 393, 634, 592, 818, 592, 592,
        525, 637, 337, 637, 838,
    ]

    private static let latin: [UInt16] = [
        318, 401, 637, 637, 637, 637, 337, 557, 500, 1000, 472, 612, 838, 361, 1000, 553, 500, 838,
        401, 401, 500, 637, 637, 318, 500, 401, 472, 612, 970, 970, 970, 611, 685, 685, 685, 685,
        685, 685, 1000, 723, 667, 667, 667, 667, 295, 295, 295, 295, 775, 749, 788, 788, 788, 788,
        788, 838, 788, 732, 732, 732, 732, 667, 667, 630, 613, 613, 613, 613, 613, 613, 982, 550,
        616, 616, 616, 616, 278, 278, 278, 278, 612, 634, 612, 612, 612, 612, 612, 838, 612, 634,
        634, 634, 634, 592, 635, 592, 685, 613, 685, 613, 685, 613, 723, 550, 723, 550, 723, 550,
        723, 550, 771, 635, 775, 635, 667, 616, 667, 616, 667, 616, 667, 616, 667, 616, 778, 635,
        778, 635, 778, 635, 778, 635, 752, 634, 917, 695, 295, 278, 295, 278, 295, 278, 295, 278,
        295, 278, 735, 556, 500, 278, 667, 580, 580, 558, 278, 558, 278, 558, 375, 558, 342, 563,
        285, 749, 634, 749, 634, 749, 634, 814, 749, 634, 788, 612, 788, 612, 788, 612, 1070, 1023,
        723, 412, 723, 412, 723, 412, 667, 521, 667, 521, 667, 521, 667, 521, 611, 393, 611, 393,
        611, 393, 732, 634, 732, 634, 732, 634, 732, 634, 732, 634, 732, 634, 989, 818, 667, 592,
        667, 686, 525, 686, 525, 686, 525, 353,
    ]

    private static let greek: [UInt16] = [
        655, 568, 862, 648, 279, 279, 749, 650, 1100, 1100, 500, 550, 550, 550, 337, 295, 1100,
        1100, 1100, 1100, 500, 500, 693, 318, 785, 872, 409, 1100, 813, 1100, 856, 826, 339, 685,
        687, 558, 685, 667, 686, 752, 788, 295, 667, 685, 863, 749, 650, 788, 752, 667, 1100, 632,
        611, 667, 798, 686, 836, 765, 295, 667, 660, 541, 634, 339, 579, 660, 639, 592, 612, 541,
        544, 634, 612, 339, 590, 592, 637, 559, 558, 612, 690, 635, 587, 634, 603, 579, 660, 578,
        713, 838, 339, 579, 612, 579, 838, 656, 615, 620, 699, 843, 699, 660, 838, 664, 788, 612,
        649, 587, 576, 459, 660, 660, 866, 628, 934, 838, 759, 660, 792, 615, 687, 607, 768, 625,
        700, 612, 611, 537, 664, 635, 550, 278, 788, 616, 616, 605, 635, 699, 863, 651, 635, 704,
        699, 704,
    ]

    private static let cyrillic: [UInt16] = [
        667, 668, 865, 610, 719, 667, 295, 295, 500, 1094, 1045, 855, 710, 749, 636, 752, 685, 687,
        687, 610, 782, 667, 1078, 642, 749, 749, 710, 752, 863, 752, 788, 752, 667, 723, 611, 636,
        861, 686, 777, 686, 1070, 1094, 833, 886, 687, 719, 1080, 723, 613, 617, 590, 526, 692,
        616, 901, 532, 650, 650, 605, 640, 755, 654, 612, 654, 635, 550, 583, 592, 855, 592, 681,
        591, 916, 942, 707, 790, 590, 549, 842, 602, 616, 616, 625, 526, 549, 521, 278, 278, 278,
        907, 899, 652, 605, 650, 592, 654,
    ]

    private static let scripts: [UInt16] = [
        401, 179, 1100, 1100, 401, 401, 401, 401, 401, 401, 528, 528, 528, 246, 246, 399, 401, 401,
        401, 401, 401, 401, 401, 401, 401, 401, 528, 528, 528, 246, 246, 1100, 392, 417, 414, 444,
        417, 405, 426, 167, 624, 399, 429, 374, 295,
    ]
}
