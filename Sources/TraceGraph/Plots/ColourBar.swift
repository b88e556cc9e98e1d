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
        let width = PlotText.width(ofWidest: labels.map(\.text), PlotText.small)
        return ColourBar.gap + max(ColourBar.width + 5 + width, PlotText.width(of: title, PlotText.small))
    }

    /// Draws the bar, as high as the area or as told.
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
            let y = area.y + height * (1 - label.share) + 3.5
            canvas.text(label.text, x: left + ColourBar.width + 5, y: y, "muted small")
        }
        guard !title.isEmpty else { return }
        canvas.text(title, x: left, y: area.y - PlotFrame.titleGap, "muted small")
    }
}
