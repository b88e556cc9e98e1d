/// Names at the ends of lines, moved apart where they would meet.
struct EndLabels {
    struct Label {
        var text: String
        /// Those of the line that leads to it.
        var classes: String
        /// Where its line ends.
        var end: Point
    }

    let labels: [Label]
    private let texts: [String]

    /// Names are cut beyond this width.
    static let limit = 130.0
    private static let gap = 8.0

    init(_ labels: [Label]) {
        self.labels = labels
        texts = labels.map { PlotText.fitted($0.text, in: EndLabels.limit) }
    }

    /// The space that they need beside the area.
    static func space(for texts: [String]) -> Double {
        texts.isEmpty ? 0 : PlotText.width(ofWidest: texts.map { PlotText.fitted($0, in: limit) }) + gap
    }

    /// Returns where each name stands: as close to the end of its line as the others let it.
    static func places(_ wanted: [Double], from top: Double, to bottom: Double, apart: Double) -> [Double] {
        let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
        var places = wanted
        var least = top
        for index in order {
            places[index] = max(wanted[index], least)
            least = places[index] + apart
        }
        var most = bottom
        for index in order.reversed() {
            places[index] = min(places[index], most)
            most = places[index] - apart
        }
        return places
    }

    func draw(on canvas: inout PlotCanvas, beside frame: PlotFrame) {
        let places = EndLabels.places(
            labels.map(\.end.y), from: frame.area.y, to: frame.bottom, apart: PlotCanvas.lineHeight - 2)
        for (index, label) in labels.enumerated() {
            let start = frame.right + EndLabels.gap
            if label.end.x < frame.right - 0.01 || abs(places[index] - label.end.y) > 0.5 {
                let line =
                    "M\(SVGText.point(label.end))L\(SVGText.number(start - 2)),\(SVGText.number(places[index]))"
                canvas.path(line, "leader \(label.classes)")
            }
            canvas.text(texts[index], x: start, y: places[index] + 4)
        }
    }
}
