/// Paints the size of a gradient as a bar, negative to the left and positive to the right.
struct BarPainter {
    private let bar: Card.Bar
    private let tint: Tint

    init(_ bar: Card.Bar, _ tint: Tint) {
        self.bar = bar
        self.tint = tint
    }

    /// - Parameter start: The left upper corner of the bar's place.
    func paint(at start: Point, on canvas: inout some Canvas) {
        guard bar != .absent, bar != .none else { return }
        let (width, height) = (Card.barWidth, Card.barHeight)
        let middle = Point(x: start.x + width / 2, y: start.y + height / 2)
        canvas.draw(
            .line(
                from: Point(x: start.x, y: middle.y), to: Point(x: start.x + width, y: middle.y)), .track)
        func fill(from left: Double, to right: Double, _ mark: Mark) {
            let area = Rectangle(x: left, y: start.y, width: right - left, height: height)
            canvas.draw(.rectangle(area, left: 0, right: 0), mark)
        }
        switch bar {
        case .absent, .none: return
        case .zero:
            canvas.draw(.ellipse(center: middle, Size(width: 5.2, height: 5.2)), .ring)
            return
        case .notFinite(let sign):
            fill(
                from: sign > 0 ? middle.x : start.x, to: sign < 0 ? middle.x : start.x + width, .alarmBar)
        case .length(let length, let isPastEnd):
            // At least so long that a sign can be seen.
            let reach = max(2, length.magnitude * width / 2)
            fill(
                from: length < 0 ? middle.x - reach : middle.x, to: length < 0 ? middle.x : middle.x + reach,
                .bar(tint))
            if isPastEnd { paintSlashes(length < 0 ? start.x + 9 : start.x + width, start.y, on: &canvas) }
        }
        canvas.draw(
            .line(
                from: Point(x: middle.x, y: start.y - 1.5),
                to: Point(x: middle.x, y: start.y + height + 1.5)), .zeroLine)
    }

    /// Two of them, before `end`: the bar would go on.
    private func paintSlashes(_ end: Double, _ top: Double, on canvas: inout some Canvas) {
        for distance in [5.0, 8] {
            canvas.draw(
                .line(
                    from: Point(x: end - distance, y: top - 1),
                    to: Point(x: end - distance + 2, y: top + Card.barHeight + 1)), .slash)
        }
    }
}
