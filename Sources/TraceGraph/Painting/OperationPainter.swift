/// Paints the sign of an operation, as a node or in a tab.
struct OperationPainter {
    private let sign: OperationSign

    init(_ sign: OperationSign) {
        self.sign = sign
    }

    /// An operation between operands and result.
    func paint(_ shape: OperationNode.Shape, in frame: Rectangle, on canvas: inout some Canvas) {
        let center = Point(x: frame.x + frame.width / 2, y: frame.y + frame.height / 2)
        let size = Size(width: frame.width, height: frame.height)
        switch shape {
        case .circle, .ellipse: canvas.draw(.ellipse(center: center, size), .operation(sign.family))
        case .pill:
            let radius = frame.height / 2
            canvas.draw(.rectangle(frame, left: radius, right: radius), .operation(sign.family))
        }
        paintText(around: center, isLarge: shape == .circle, on: &canvas)
    }

    /// The sign around a place.
    func paintText(around center: Point, isLarge: Bool, on canvas: inout some Canvas) {
        if let exponent = sign.exponent {
            // Word and exponent together stand in the middle.
            let width = TextMetrics.usualWidth(of: sign.text, fontSize: 11)
            let raised = TextMetrics.usualWidth(of: exponent, fontSize: 9)
            let start = center.x - (width + raised) / 2
            canvas.write(sign.text, at: Point(x: start + width / 2, y: center.y + 4), .word(sign.family))
            canvas.write(exponent, at: Point(x: start + width, y: center.y), .exponent(sign.family))
        } else if isLarge {
            canvas.write(sign.text, at: Point(x: center.x, y: center.y + 4.8), .sign(sign.family))
        } else {
            canvas.write(sign.text, at: Point(x: center.x, y: center.y + 3.9), .word(sign.family))
        }
    }
}
