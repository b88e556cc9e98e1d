internal import Micrograd
internal import MicrogradSupport

extension HeatMap {
    /// Draws the cells, their names and the bar of colours.
    public func svg(appearance: Appearance) -> String {
        let bar = bar
        let names = rowNames.map { PlotCanvas.fitted($0, in: 110) }
        let left = PlotCanvas.left + (names.map { PlotCanvas.width(of: $0) }.max() ?? 0) + 7
        let space = PlotCanvas.right - left - bar.space
        let cell = Size(
            width: min(64, space / Double(columnNames.count)), height: min(26, 340 / Double(rows.count)))

        var canvas = PlotCanvas()
        let top = canvas.header(title, notes: notes) + PlotFrame.head
        let area = Rectangle(
            x: left, y: top, width: cell.width * Double(columnNames.count),
            height: cell.height * Double(rows.count))
        draw(cell, on: &canvas, in: area)
        write(cell, on: &canvas, in: area)
        for index in HeatMap.shown(names.count, every: 12 / cell.height) {
            let y = area.y + cell.height * (Double(index) + 0.5) + 4
            canvas.text(names[index], x: area.x - 7, y: y, "muted end")
        }
        let bottom = drawColumnNames(cell, on: &canvas, in: area)
        canvas.text(PlotCanvas.fitted(rowTitle, in: space), x: PlotCanvas.left, y: area.y - 9, "muted")
        let barHeight = max(area.height, 100)
        bar.draw(on: &canvas, beside: area, height: barHeight)
        let end = max(bottom, area.y + barHeight + 4) + SVGPage.margin
        return canvas.svg(
            Caption(title: title, description: description), height: end, appearance: appearance)
    }

    private var bar: ColourBar {
        let length = PlotPalette.rampLength
        let labels = [(0.0, -reach), (0.25, -reach / 2), (0.5, 0), (0.75, reach / 2), (1, reach)]
        return ColourBar(
            steps: Array(-length...length), labels: labels.map { ($0, $1.significant(3)) }, title: "")
    }

    /// Fills the cells, one path for each colour.
    private func draw(_ cell: Size, on canvas: inout PlotCanvas, in area: Rectangle) {
        // Neighbours of a colour are one rectangle where no line can stand between them.
        let gap = min(cell.width, cell.height) >= 8 ? 1.0 : 0
        var paths = [String](repeating: "", count: 2 * PlotPalette.rampLength + 1)
        var crosses = ""
        for (row, numbers) in rows.enumerated() {
            let y = area.y + cell.height * Double(row)
            var column = 0
            while column < numbers.count {
                let x = area.x + cell.width * Double(column)
                guard let step = step(of: numbers[column]) else {
                    crosses += HeatMap.cross(x: x, y: y, cell)
                    column += 1
                    continue
                }
                var end = column + 1
                while gap == 0, end < numbers.count, self.step(of: numbers[end]) == step { end += 1 }
                let width = SVGText.number(cell.width * Double(end - column) - gap)
                paths[step + PlotPalette.rampLength] +=
                    "M\(SVGText.number(x)),\(SVGText.number(y))h\(width)v\(SVGText.number(cell.height - gap))h-\(width)z"
                column = end
            }
        }
        for (index, path) in paths.enumerated() {
            // Edges that blur would let the page shine through between neighbours.
            let crisp = gap == 0 ? " crisp" : ""
            canvas.path(path, PlotStyle.ramp(index - PlotPalette.rampLength) + crisp)
        }
        canvas.path(crosses, "missing")
    }

    private static func cross(x: Double, y: Double, _ cell: Size) -> String {
        let (left, right) = (SVGText.number(x + cell.width * 0.3), SVGText.number(x + cell.width * 0.7))
        let (top, bottom) = (SVGText.number(y + cell.height * 0.3), SVGText.number(y + cell.height * 0.7))
        return "M\(left),\(top)L\(right),\(bottom)M\(right),\(top)L\(left),\(bottom)"
    }

    /// Writes the numbers into the cells, if all of them fit.
    private func write(_ cell: Size, on canvas: inout PlotCanvas, in area: Rectangle) {
        guard rows.count * columnNames.count <= 200, cell.height >= 14 else { return }
        let hasPlaces = reach >= 0.1 && reach < 1000
        let texts = rows.map { row in
            row.map { hasPlaces && $0.isFinite ? $0.fixed(2) : $0.significant(2) }
        }
        guard texts.joined().allSatisfy({ PlotCanvas.width(of: $0) <= cell.width - 3 }) else { return }
        for (row, numbers) in rows.enumerated() {
            for (column, number) in numbers.enumerated() {
                guard let step = step(of: number) else { continue }
                canvas.text(
                    texts[row][column], x: area.x + cell.width * (Double(column) + 0.5) - 0.5,
                    y: area.y + cell.height * (Double(row) + 0.5) + 3.5, "middle \(PlotStyle.ramp(step))t")
            }
        }
    }

    /// Writes names and title of the columns; returns where they end.
    private func drawColumnNames(
        _ cell: Size, on canvas: inout PlotCanvas, in area: Rectangle
    ) -> Double {
        let names = columnNames.map { PlotCanvas.fitted($0, in: 110) }
        let width = names.map { PlotCanvas.width(of: $0) }.max() ?? 0
        let bottom = area.y + area.height
        // Numbers may be left out in a row of them, names not: they turn where they are too wide.
        let areNumbers = names.indices.allSatisfy { names[$0] == String($0) }
        let isTurned = !areNumbers && width > cell.width - 4
        for index in HeatMap.shown(names.count, every: (isTurned ? 12 : width + 6) / cell.width) {
            let x = area.x + cell.width * (Double(index) + 0.5)
            if isTurned {
                canvas.text(names[index], x: x + 3.5, y: bottom + 6, "muted end", rotated: true)
            } else {
                canvas.text(names[index], x: x, y: bottom + 15, "muted middle")
            }
        }
        let end = bottom + (isTurned ? width + 10 : 18)
        guard !columnTitle.isEmpty else { return end }
        let title = PlotCanvas.fitted(columnTitle, in: PlotCanvas.right - area.x)
        let centre = max(area.x + area.width / 2, area.x + PlotCanvas.width(of: title) / 2)
        canvas.text(title, x: centre, y: end + 13, "muted middle")
        return end + 15
    }

    /// The places whose names have room, so many cells apart.
    private static func shown(_ count: Int, every space: Double) -> StrideTo<Int> {
        let least = max(1, Int(space.rounded(.up)))
        let interval = Int(DecimalStep(atLeast: Double(least)).multiple(1))
        return stride(from: 0, to: count, by: least == 1 ? 1 : interval)
    }
}
