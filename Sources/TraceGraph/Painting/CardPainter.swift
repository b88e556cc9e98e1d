/// Paints a value in the modern look.
struct CardPainter {
    private let card: Card
    /// Whether operands come in from the right.
    private let isMirrored: Bool

    init(_ card: Card, isMirrored: Bool) {
        self.card = card
        self.isMirrored = isMirrored
    }

    /// - Parameter operationTitle: The tooltip of the tab.
    func paint(
        in frame: Rectangle, on canvas: inout some Canvas, operationTitle: () -> String
    ) {
        let radius = card.role.cornerRadius
        canvas.draw(
            .rectangle(frame, left: radius, right: radius),
            card.isCopy ? .copy(card.role) : .box(card.role))
        // Tabs lie inside the line.
        let inset = card.role == .output ? 0.9 : 0.6
        let inner = Rectangle(
            x: frame.x + inset, y: frame.y + inset, width: frame.width - 2 * inset,
            height: frame.height - 2 * inset)
        var (left, right) = (frame.x, frame.x + frame.width)
        if let tab = card.tab {
            let strip = edge(of: inner, width: tab.width - inset, onLeft: !isMirrored)
            canvas.open(.operation(result: card.node, tab.sign.family), title: operationTitle())
            let round = radius - inset
            canvas.draw(
                .rectangle(strip, left: isMirrored ? 0 : round, right: isMirrored ? round : 0),
                .tab(tab.sign.family))
            let center = Point(x: strip.x + strip.width / 2, y: frame.y + frame.height / 2)
            OperationPainter(tab.sign).paintText(around: center, isLarge: tab.sign.isSign, on: &canvas)
            canvas.close()
            if isMirrored { right -= tab.width } else { left += tab.width }
        }
        if card.isSeed {
            let strip = edge(of: inner, width: Card.seedWidth - inset, onLeft: isMirrored)
            paintSeed(in: strip, round: max(0, radius - inset), on: &canvas)
            if isMirrored { left += Card.seedWidth } else { right -= Card.seedWidth }
        }
        paintContent(
            left: left + Card.padding, right: right - Card.padding, top: frame.y, on: &canvas)
    }

    private func edge(of frame: Rectangle, width: Double, onLeft: Bool) -> Rectangle {
        Rectangle(
            x: onLeft ? frame.x : frame.x + frame.width - width, y: frame.y, width: width,
            height: frame.height)
    }

    /// A strip at the side of the result, with an arrow back into it.
    private func paintSeed(in strip: Rectangle, round: Double, on canvas: inout some Canvas) {
        canvas.draw(
            .rectangle(strip, left: isMirrored ? round : 0, right: isMirrored ? 0 : round), .seed)
        let middle = Point(x: strip.x + strip.width / 2, y: strip.y + strip.height / 2)
        let way = isMirrored ? -2.75 : 2.75
        canvas.draw(
            .polygon([
                middle + Point(x: way, y: -4), middle + Point(x: way, y: 4), middle - Point(x: way, y: 0),
            ]), .seedArrow)
    }

    private func paintContent(left: Double, right: Double, top: Double, on canvas: inout some Canvas) {
        var baseline = top + (card.rowCount == 1 && card.bar == .absent ? 14.9 : Card.firstBaseline)
        if card.name != nil || card.data != nil {
            if let name = card.name {
                canvas.write(name.text, at: Point(x: left, y: baseline), .name, fitting: name.width)
            }
            if let data = card.data {
                canvas.write(data.text, at: Point(x: right, y: baseline), .data, fitting: data.width)
            }
            baseline += Card.rowStep
        }
        if let grad = card.grad {
            canvas.write("∂", at: Point(x: left, y: baseline), .key)
            if card.tint == .notFinite {
                let width = TextMetrics.usualWidth(of: grad.text, fontSize: 11) + 8
                let ground = Rectangle(x: right - width + 3, y: baseline - 10, width: width, height: 13)
                canvas.draw(.rectangle(ground, left: 3, right: 3), .alarm)
                canvas.write(grad.text, at: Point(x: right - 1, y: baseline), .grad(.notFinite))
            } else {
                canvas.write(
                    grad.text, at: Point(x: right, y: baseline), .grad(card.tint), fitting: grad.width)
            }
        }
        let start = Point(x: right - Card.barWidth, y: top + card.barTop)
        BarPainter(card.bar, card.tint).paint(at: start, on: &canvas)
    }
}
