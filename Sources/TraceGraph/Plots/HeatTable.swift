/// Numbers in rows and columns, with their names.
struct HeatTable: Sendable {
    let rows: [[Double]]
    let scale: HeatScale
    let rowNames: [String]
    let columnNames: [String]
    let rowTitle: String
    let columnTitle: String

    func svg(_ title: PlotTitle, _ appearance: Appearance) -> String {
        let summary = HeatSummary(numbers: rows.flatMap { $0 }, scale: scale) { index in
            let (row, column) = index.quotientAndRemainder(dividingBy: columnNames.count)
            return "\(rowTitle) \(rowNames[row]), \(columnTitle) \(columnNames[column])"
        }
        let names = rowNames.map { PlotText.fitted($0, in: ColumnNames.limit, PlotText.small) }
        let left = PlotCanvas.left + PlotText.width(ofWidest: names, PlotText.small) + 7
        let space = PlotCanvas.right - left - scale.bar.space
        let cell = cell(in: space)

        var canvas = PlotCanvas()
        let head = PlotText.fitted(rowTitle, in: space, PlotText.small)
        let top = canvas.header(title.shown, notes: summary.notes) + (head.isEmpty ? 6 : PlotFrame.head)
        let area = Rectangle(
            x: left, y: top, width: cell.width * Double(columnNames.count),
            height: cell.height * Double(rows.count))
        draw(cell, on: &canvas, in: area)
        for index in ColumnNames.indices(of: names, every: 12 / cell.height) {
            let y = area.y + cell.height * (Double(index) + 0.5) + 3
            canvas.text(names[index], x: area.x - 7, y: y, "muted small end")
        }
        if !head.isEmpty {
            canvas.text(head, x: PlotCanvas.left, y: area.y - PlotFrame.titleGap, "muted small")
        }
        let end = drawColumnNames(cell, on: &canvas, in: area)
        let barHeight = max(area.height, 100)
        if rows.joined().contains(where: \.isFinite) {
            scale.bar.draw(on: &canvas, beside: area, height: barHeight)
        }
        let right = max(end.x, area.x + area.width + scale.bar.space, canvas.headerEnd)
        return canvas.svg(
            Caption(title: title.spoken, description: description(summary)),
            width: right + SVGPage.margin, height: max(end.y, area.y + barHeight + 4) + SVGPage.margin,
            appearance: appearance)
    }

    private func description(_ summary: HeatSummary) -> String {
        let shape =
            "\(Wording.count(rows.count, "row")) (\(rowTitle)) and "
            + "\(Wording.count(columnNames.count, "column")) (\(columnTitle))"
        return (["\(shape): \(summary.text)"] + summary.notes).joined(separator: ". ") + "."
    }

    /// The size of a cell: wide enough for the name of its column, where there is room for all.
    private func cell(in space: Double) -> Size {
        let names = columnNames.map { PlotText.fitted($0, in: ColumnNames.limit, PlotText.small) }
        let wanted = max(44, PlotText.width(ofWidest: names, PlotText.small) + 8)
        let most = space / Double(columnNames.count)
        return Size(
            width: wanted <= most ? wanted : min(44, most), height: min(24, 340 / Double(rows.count)))
    }

    private func draw(_ size: Size, on canvas: inout PlotCanvas, in area: Rectangle) {
        var cells = HeatCells(scale, size)
        let places = rows.indices.map { Point(x: area.x, y: area.y + size.height * Double($0)) }
        for (row, place) in zip(rows, places) { cells.add(row, at: place) }
        cells.draw(on: &canvas)
        guard cells.haveRoom(for: rows.flatMap { $0 }, PlotText.small) else { return }
        for (row, place) in zip(rows, places) { cells.write(row, at: place, "small", on: &canvas) }
    }

    /// Writes names and title of the columns; returns how far right and down they reach.
    private func drawColumnNames(
        _ cell: Size, on canvas: inout PlotCanvas, in area: Rectangle
    ) -> Point {
        let names = ColumnNames(columnNames, pitch: cell.width)
        names.draw(on: &canvas, x: area.x + cell.width / 2, y: area.y + area.height)
        let end = area.y + area.height + names.height
        guard !columnTitle.isEmpty else { return Point(x: area.x, y: end) }
        let title = PlotText.fitted(columnTitle, in: PlotCanvas.right - area.x, PlotText.small)
        let half = PlotText.width(of: title, PlotText.small) / 2
        let centre = max(area.x + area.width / 2, area.x + half)
        canvas.text(title, x: centre, y: end + 12, "muted small middle")
        return Point(x: centre + half, y: end + 14)
    }
}
