/// A short text on an edge: how many values it stands for, or what backward multiplies along it.
struct EdgeLabel: Sendable {
    var text: String

    static let fontSize = 9.0

    var size: Size {
        let width = TextMetrics.usualWidth(of: text, fontSize: EdgeLabel.fontSize)
        return Size(width: (width + 4).rounded(.up), height: 11)
    }
}
