/// A folded scope: its name and sizes, data and gradient of what leaves it, and the norm of its parameters' gradients.
struct FoldCard: Sendable {
    /// The id of the scope.
    var scope: Int
    var name: String
    /// `2 in · 16 out · 16 neurons · 48 parameters`.
    var sizes: String
    var rows: [Row]
    /// Every digit of what leaves it, for the tooltip.
    var title: String

    struct Row: Sendable {
        var key: String
        var text: String
        var tint: Tint
        var isBold: Bool
    }

    static let padding = 8.0
    /// How far the sheet behind stands out.
    static let sheet = 3.0
    private static let nameSize = 11.0
    static let sizesSize = 9.0

    /// Of the card, without the sheet behind it.
    private var cardSize: Size {
        func width(_ text: String, _ size: Double) -> Double {
            TextMetrics.usualWidth(of: text, fontSize: size)
        }
        let rows = rows.map { width($0.key, 11) + 9 + width($0.text, 11) }
        let content = max(
            width(name, FoldCard.nameSize), width(sizes, FoldCard.sizesSize), rows.max() ?? 0)
        return Size(
            width: ((content + 2 * FoldCard.padding) / 3).rounded(.up) * 3,
            height: FoldCard.firstBaseline + 13 + Card.rowStep * Double(self.rows.count) + 6)
    }

    static let firstBaseline = 15.0

    /// All that it says, for forms that have plain text.
    var lines: [String] { [name, sizes] + rows.map { "\($0.key) \($0.text)" } }

    var size: Size {
        Size(width: cardSize.width + FoldCard.sheet, height: cardSize.height + FoldCard.sheet)
    }
}
