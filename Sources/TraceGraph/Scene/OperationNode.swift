/// An operation that is drawn between its operands and its result.
struct OperationNode: Sendable {
    var sign: OperationSign
    var shape: Shape

    enum Shape: Sendable {
        case circle, pill, ellipse
    }

    /// - Parameter theme: Decides the shape: a circle for a sign and a pill for a word, or an ellipse.
    init(_ sign: OperationSign, _ theme: Theme) {
        self.sign = sign
        shape = theme.values == .records ? .ellipse : sign.isSign ? .circle : .pill
    }

    func size(_ theme: Theme) -> Size {
        let text = sign.shownText
        switch shape {
        case .circle: return Size(width: 24, height: 24)
        case .pill:
            let width = TextMetrics.usualWidth(of: text, fontSize: theme.fontSize)
            return Size(width: max(24, (width + 20).rounded(.up)), height: 22)
        case .ellipse:
            let width = TextMetrics.width(of: text, fontSize: theme.fontSize)
            return Size(width: max(54, (width * 1.42 + Record.padding).rounded(.up)), height: 36)
        }
    }

    func outline(height: Double) -> Outline.Shape {
        shape == .pill ? .rectangle(radius: height / 2) : .ellipse
    }
}
