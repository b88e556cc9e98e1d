/// Paints a value in a table.
struct CellPainter {
    let cell: Cell
    private let frame: Rectangle

    init(_ cell: Cell, in frame: Rectangle) {
        self.cell = cell
        self.frame = frame
    }

    func paint(on canvas: inout some Canvas) {
        paintContent(on: &canvas)
        // The result that is drawn, as in cards.
        if cell.role == .output { canvas.draw(.rectangle(frame, left: 0, right: 0), .resultCell) }
    }

    private func paintContent(on canvas: inout some Canvas) {
        switch cell.style {
        case .tile:
            paintGround(frame, on: &canvas)
        case .stacked:
            let half = frame.height / 2
            canvas.draw(.rectangle(frame, left: 0, right: 0), cell.isCopy ? .copiedGround : .ground)
            var (upper, lower) = (frame, frame)
            if !cell.data.isEmpty, !cell.grad.isEmpty {
                upper.height = half
                lower.y += half
                lower.height = half
            }
            paint(cell.data, .cellData(isBold: cell.isBold), in: upper, on: &canvas)
            paintGradient(in: lower, on: &canvas)
        case .line:
            canvas.draw(.rectangle(frame, left: 0, right: 0), cell.isCopy ? .copiedGround : .ground)
            var (left, right) = (frame, frame)
            if !cell.data.isEmpty, !cell.grad.isEmpty {
                left.width /= 2
                right.x += left.width
                right.width = left.width
            }
            paint(cell.data, .cellData(isBold: cell.isBold), in: left, on: &canvas)
            paintGradient(in: right, on: &canvas)
        }
    }

    private func paintGradient(in area: Rectangle, on canvas: inout some Canvas) {
        guard !cell.grad.isEmpty else { return }
        switch cell.tint {
        case .zero:
            paint(cell.grad, .cellGrad(.muted), in: area, on: &canvas)
        case .notFinite:
            canvas.draw(.rectangle(area, left: 0, right: 0), .alarm)
            paint(cell.grad, .cellGrad(.alarm), in: area, on: &canvas)
        case .none:
            paint(cell.grad, .cellGrad(cell.grad == NumberText.none ? .muted : .ink), in: area, on: &canvas)
        case .negative, .positive:
            canvas.draw(.rectangle(area, left: 0, right: 0), .cellTint(cell.tint))
            paint(cell.grad, .cellGrad(.ink), in: area, on: &canvas)
        }
    }

    /// The gradient's tint alone: a dash where there is none, and nothing where it is zero.
    private func paintGround(_ area: Rectangle, on canvas: inout some Canvas) {
        switch cell.tint {
        case .negative, .positive: canvas.draw(.rectangle(area, left: 0, right: 0), .cellTint(cell.tint))
        case .notFinite: canvas.draw(.rectangle(area, left: 0, right: 0), .alarm)
        case .zero: canvas.draw(.rectangle(area, left: 0, right: 0), .ground)
        case .none:
            canvas.draw(.rectangle(area, left: 0, right: 0), .ground)
            let half = Point(x: area.width / 5, y: 0)
            canvas.draw(.line(from: area.middle - half, to: area.middle + half), .track)
        }
    }

    /// In the middle, and squeezed where it is wide.
    private func paint(_ text: String, _ mark: Mark, in area: Rectangle, on canvas: inout some Canvas) {
        guard !text.isEmpty else { return }
        let width = TextMetrics.usualWidth(of: text, fontSize: Cell.fontSize)
        let place = Point(x: area.middle.x, y: area.middle.y + 3.5)
        canvas.write(
            text, at: place, mark, fitting: width > area.width - 7 ? min(width, area.width - 3) : nil)
    }
}
