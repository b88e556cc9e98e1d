/// Paints a folded scope: a card, and a second sheet behind it.
struct FoldPainter {
    private let card: FoldCard

    init(_ card: FoldCard) { self.card = card }

    func paint(in frame: Rectangle, on canvas: inout some Canvas) {
        var front = frame
        front.width -= FoldCard.sheet
        front.y += FoldCard.sheet
        front.height -= FoldCard.sheet
        var behind = front
        behind.move(by: Point(x: FoldCard.sheet, y: -FoldCard.sheet))
        canvas.draw(.rectangle(behind, left: 6, right: 6), .sheet)
        canvas.draw(.rectangle(front, left: 6, right: 6), .sheet)
        let (left, right) = (front.x + FoldCard.padding, front.x + front.width - FoldCard.padding)
        var baseline = front.y + FoldCard.firstBaseline
        canvas.write(card.name, at: Point(x: left, y: baseline), .foldName)
        baseline += 12.5
        canvas.write(card.sizes, at: Point(x: left, y: baseline), .keyText)
        for row in card.rows {
            baseline += Card.rowStep
            canvas.write(row.key, at: Point(x: left, y: baseline), .key)
            canvas.write(row.text, at: Point(x: right, y: baseline), row.isBold ? .data : .grad(row.tint))
        }
    }
}
