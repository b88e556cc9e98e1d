/// Collects cells, one path for each colour.
struct HeatCells {
    let scale: HeatScale
    let cell: Size
    /// What is left free between neighbours; none where cells are too small for a line between them.
    let gap: Double

    private var paths = [String](repeating: "", count: 2 * PlotPalette.rampLength + 1)
    private var missing = ""
    private var crosses = ""

    /// - Parameter least: The side of the smallest cell with a line around it.
    init(_ scale: HeatScale, _ cell: Size, leastWithGap least: Double = 8) {
        self.scale = scale
        self.cell = cell
        gap = min(cell.width, cell.height) >= least ? 1 : 0
    }

    /// Adds a row of cells that begins at a place.
    mutating func add(_ numbers: [Double], at place: Point) {
        var column = 0
        while column < numbers.count {
            let x = place.x + cell.width * Double(column)
            guard let step = scale.step(of: numbers[column]) else {
                cross(x: x, y: place.y)
                column += 1
                continue
            }
            var end = column + 1
            // Neighbours of a colour are one rectangle where no line stands between them.
            while gap == 0, end < numbers.count, scale.step(of: numbers[end]) == step { end += 1 }
            paths[step + PlotPalette.rampLength] += rectangle(
                x: x, y: place.y, width: cell.width * Double(end - column))
            column = end
        }
    }

    private func rectangle(x: Double, y: Double, width: Double) -> String {
        let (width, height) = (SVGText.number(width - gap), SVGText.number(cell.height - gap))
        return "M\(SVGText.number(x)),\(SVGText.number(y))h\(width)v\(height)h-\(width)z"
    }

    private mutating func cross(x: Double, y: Double) {
        missing += rectangle(x: x, y: y, width: cell.width)
        let (left, right) = (SVGText.number(x + cell.width * 0.3), SVGText.number(x + cell.width * 0.7))
        let (top, bottom) = (SVGText.number(y + cell.height * 0.3), SVGText.number(y + cell.height * 0.7))
        crosses += "M\(left),\(top)L\(right),\(bottom)M\(right),\(top)L\(left),\(bottom)"
    }

    func draw(on canvas: inout PlotCanvas) {
        for (index, path) in paths.enumerated() {
            // Edges that blur would let the page shine through between neighbours.
            let crisp = gap == 0 ? " crisp" : ""
            canvas.path(path, PlotStyle.ramp(index - PlotPalette.rampLength) + crisp)
        }
        canvas.path(missing, "panel")
        canvas.path(crosses, "missing")
    }

    /// Writes a row of numbers into their cells.
    func write(_ numbers: [Double], at place: Point, _ size: String, on canvas: inout PlotCanvas) {
        for (column, number) in numbers.enumerated() {
            guard let step = scale.step(of: number) else { continue }
            canvas.text(
                scale.text(number), x: place.x + cell.width * (Double(column) + 0.5) - gap / 2,
                y: place.y + cell.height / 2 + 3, "\(size) middle \(PlotStyle.ramp(step))t")
        }
    }

    /// Whether there are few enough numbers to read, and all fit into their cells.
    func haveRoom(for numbers: [Double], _ size: Double) -> Bool {
        guard numbers.count <= 200, cell.height >= size + 4 else { return false }
        return numbers.allSatisfy { PlotText.width(of: scale.text($0), size) <= cell.width - 1.4 }
    }
}
