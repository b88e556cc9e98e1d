/// The legend of a ramp of colours: a bar beside the area, with numbers.
struct ColourBar {
    /// The steps of the ramp that are shown, from the lowest.
    var steps: [Int]
    /// What stands beside the bar, at shares of its height from the bottom.
    var labels: [(share: Double, text: String)]
    var title: String

    private static let width = 12.0
    private static let gap = 16.0

    /// The space that the bar needs beside the area.
    var space: Double {
        let widths = labels.map { PlotCanvas.width(of: $0.text) }
        return ColourBar.gap + max(ColourBar.width + 5 + (widths.max() ?? 0), PlotCanvas.width(of: title))
    }

    func draw(on canvas: inout PlotCanvas, beside area: Rectangle, height: Double? = nil) {
        let left = area.x + area.width + ColourBar.gap
        let height = height ?? area.height
        let part = height / Double(steps.count)
        for (index, step) in steps.enumerated() {
            let top = area.y + height - part * Double(index + 1)
            canvas.rectangle(
                .init(x: left, y: top, width: ColourBar.width, height: part), PlotStyle.ramp(step))
        }
        for label in labels {
            let y = area.y + height * (1 - label.share) + 4
            canvas.text(label.text, x: left + ColourBar.width + 5, y: y, "muted")
        }
        canvas.text(title, x: left, y: area.y - 9, "muted")
    }
}
