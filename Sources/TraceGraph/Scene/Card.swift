internal import Micrograd

/// A value in the modern look: name and data, below them the gradient, at the foot its bar.
struct Card: Sendable {
    /// The id of the value.
    var node: Int
    var role: ValueRole
    /// The operation, at the side where the operands come in.
    var tab: Tab?
    /// Cut where it is long.
    var name: Fitted?
    var data: Fitted?
    var grad: Fitted?
    var tint: Tint = .none
    var bar: Bar = .absent
    /// Whether backward began here.
    var isSeed = false
    /// Whether it shows a value that stands elsewhere too.
    var isCopy = false
    /// The ids of the partial sums that are drawn as one with it.
    var joined: [Int] = []

    struct Tab: Sendable {
        var sign: OperationSign
        var width: Double
    }

    /// Text, and the width that no font may make it pass; nil where there is room enough.
    struct Fitted: Sendable {
        var text: String
        var width: Double?
    }

    /// The gradient's size, from the middle to the left or right.
    enum Bar: Sendable, Equatable {
        /// No place for a bar in any card.
        case absent
        /// A place without a bar, where there is no gradient.
        case none
        case zero
        /// -1 to 1, and whether the gradient is past the end of the scale.
        case length(Double, isPastEnd: Bool)
        /// 0 for NaN, else the sign.
        case notFinite(sign: Int)
    }

    // MARK: - Measures, in points

    static let padding = 7.0
    static let tabWidth = 22.0
    static let seedWidth = 11.0
    static let barWidth = 52.0
    static let barHeight = 5.0
    /// Baselines of the rows, and the top of the bar below none, one or two rows.
    static let firstBaseline = 14.2
    static let rowStep = 14.4
    /// The room for a gradient of the usual number of digits, so that most cards are equally wide.
    static let leastContent = 53.0
    private static let gap = 9.0
    private static let keyWidth = 13.0
    private static let longestName = 80.0

    var rowCount: Int { (name != nil || data != nil ? 1 : 0) + (grad == nil ? 0 : 1) }

    var height: Double {
        let rows = Card.rowStep * Double(rowCount)
        switch (rowCount, bar == .absent) {
        case (0, true), (1, true): return 22
        case (0, false): return 14
        case (_, true): return rows + 7.2
        case (_, false): return rows + 14.2
        }
    }

    /// The distance of the bar from the top.
    var barTop: Double { height - 10 }

    /// The width of all but the tabs at its sides.
    private var contentWidth: Double {
        let first = (name.map { Card.width(of: $0.text) } ?? 0)
        let second = data.map { Card.width(of: $0.text) } ?? 0
        let row = first + second + (first > 0 && second > 0 ? Card.gap : 0)
        let gradient = grad.map { Card.keyWidth + Card.width(of: $0.text) } ?? 0
        let least = data == nil && grad == nil && bar == .absent ? 8 : Card.leastContent
        return max(row, gradient, least)
    }

    var width: Double {
        let content = ((contentWidth + 2 * Card.padding) / 3).rounded(.up) * 3
        return content + (tab?.width ?? 0) + (isSeed ? Card.seedWidth : 0)
    }

    private static func width(of text: String) -> Double {
        TextMetrics.usualWidth(of: text, fontSize: Theme.modern.fontSize)
    }

    /// Cuts the name where it is long, and fits the texts that stand side by side, so that no font makes them meet.
    mutating func fit() {
        if let text = name?.text {
            let cut = Card.cut(text)
            name = Fitted(text: cut, width: Card.width(of: cut))
            if let text = data?.text { data?.width = Card.width(of: text) }
        }
        if let text = grad?.text, Card.width(of: text) + Card.keyWidth > 0.87 * contentWidth {
            grad?.width = Card.width(of: text)
        }
    }

    private static func cut(_ name: String) -> String {
        cut(name, to: longestName, fontSize: Theme.modern.fontSize)
    }

    /// A text with its end left out where it is wider than a number of points.
    static func cut(_ text: String, to limit: Double, fontSize: Double) -> String {
        func width(_ text: String) -> Double { TextMetrics.usualWidth(of: text, fontSize: fontSize) }
        guard width(text) > limit else { return text }
        var result = ""
        for character in text {
            guard width(result + "\(character)…") <= limit else { break }
            result.append(character)
        }
        return result + "…"
    }
}
