extension KernelTiles {
    func svg(_ title: PlotTitle, _ appearance: Appearance) -> String {
        let names = groupNames.map { PlotText.fitted($0, in: ColumnNames.limit, PlotText.small) }
        let nameWidth = PlotText.width(ofWidest: names, PlotText.small) + 7
        let layout = KernelLayout(
            groups: groups.count, tiles: groups[0].count, shape: shape,
            space: PlotCanvas.right - PlotCanvas.left - scale.bar.space, nameWidth: nameWidth)

        var canvas = PlotCanvas()
        let hasNames = groups.count > 1 || groupNames != ["0"]
        let top = canvas.header(title.shown, notes: notes) + (hasNames ? PlotFrame.head : 0)
        let left = PlotCanvas.left + (layout.isTable ? nameWidth : 0)
        let area = Rectangle(x: left, y: top, width: layout.size.width, height: layout.size.height)
        draw(layout, on: &canvas, in: area)
        if hasNames {
            canvas.text(groupTitle, x: PlotCanvas.left, y: top - PlotFrame.titleGap, "muted small")
            drawGroupNames(names, layout, on: &canvas, in: area)
        }
        let end = drawTileNames(layout, on: &canvas, in: area)
        let first = layout.place(group: 0, tile: 0).y
        let barHeight = min(max(area.height - first, 100), 240)
        if groups.joined().contains(where: { $0.rows.joined().contains(where: \.isFinite) }) {
            let beside = Rectangle(x: area.x, y: area.y + first, width: area.width, height: barHeight)
            scale.bar.draw(on: &canvas, beside: beside)
        }
        let right = max(
            area.x + area.width + scale.bar.space, canvas.headerEnd,
            PlotCanvas.left + PlotText.width(of: groupTitle, PlotText.small))
        return canvas.svg(
            Caption(title: title.spoken, description: description), width: right + SVGPage.margin,
            height: max(end, area.y + first + barHeight + 4) + SVGPage.margin, appearance: appearance)
    }

    private func draw(_ layout: KernelLayout, on canvas: inout PlotCanvas, in area: Rectangle) {
        var cells = HeatCells(scale, Size(width: layout.cell, height: layout.cell), leastWithGap: 14)
        var rows: [(numbers: [Double], place: Point)] = []
        for (group, tiles) in groups.enumerated() {
            for (index, tile) in tiles.enumerated() {
                let corner = layout.place(group: group, tile: index)
                for (row, numbers) in tile.rows.enumerated() {
                    let y = area.y + corner.y + layout.cell * Double(row)
                    rows.append((numbers, Point(x: area.x + corner.x, y: y)))
                }
            }
        }
        for row in rows { cells.add(row.numbers, at: row.place) }
        cells.draw(on: &canvas)
        guard cells.haveRoom(for: rows.flatMap(\.numbers), PlotText.tiny) else { return }
        for row in rows { cells.write(row.numbers, at: row.place, "tiny", on: &canvas) }
    }

    /// Writes the names beside the groups, or above them.
    private func drawGroupNames(
        _ names: [String], _ layout: KernelLayout, on canvas: inout PlotCanvas, in area: Rectangle
    ) {
        let tile = layout.tileSize
        if layout.isTable {
            for index in ColumnNames.indices(of: names, every: 12 / (tile.height + 1)) {
                let y = area.y + layout.place(group: index, tile: 0).y + tile.height / 2 + 3
                canvas.text(names[index], x: area.x - 7, y: y, "muted small end")
            }
            return
        }
        let pitch = layout.groupsInRow > 1 ? layout.place(group: 1, tile: 0).x : layout.size.width
        let areNumbers = names.indices.allSatisfy { names[$0] == String($0) }
        let width = areNumbers ? PlotText.width(ofWidest: names, PlotText.small) + 3 : 0
        let columns = Set(
            ColumnNames.indices(of: Array(names.prefix(layout.groupsInRow)), every: width / pitch))
        for index in names.indices where columns.contains(index % layout.groupsInRow) {
            let corner = layout.place(group: index, tile: 0)
            let name =
                areNumbers ? names[index] : PlotText.fitted(names[index], in: pitch - 2, PlotText.small)
            canvas.text(name, x: area.x + corner.x, y: area.y + corner.y - 4, "muted small")
        }
    }

    /// Writes the names below the tiles of the last row, and what they name; returns where that ends.
    private func drawTileNames(
        _ layout: KernelLayout, on canvas: inout PlotCanvas, in area: Rectangle
    ) -> Double {
        let bottom = area.y + area.height
        guard !tileNames.isEmpty else { return bottom }
        let names = ColumnNames(tileNames, pitch: layout.place(group: 0, tile: 1).x)
        for group in groups.indices.suffix(from: (layout.rowCount - 1) * layout.groupsInRow) {
            let x = area.x + layout.place(group: group, tile: 0).x + layout.tileSize.width / 2
            names.draw(on: &canvas, x: x, y: bottom)
        }
        let end = bottom + names.height
        let title = KernelTiles.tileTitle
        let lastTile = layout.place(group: 0, tile: tileNames.count - 1)
        let groupWidth = lastTile.x + layout.tileSize.width
        let centre = area.x + max(PlotText.width(of: title, PlotText.small), groupWidth) / 2
        canvas.text(title, x: centre, y: end + 12, "muted small middle")
        return end + 14
    }
}
