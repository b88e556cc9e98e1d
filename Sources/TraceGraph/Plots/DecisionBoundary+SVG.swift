internal import MicrogradSupport

extension DecisionBoundary {
    /// Draws the areas, the boundary and the data, with their legends.
    public func svg(appearance: Appearance) -> String {
        let bands = ScoreBands(field.scores, level: level)
        let lines = Contour.lines(of: field, at: level).map { $0.simplified(0.1) }
        let notes = notes(hasBoundary: !lines.isEmpty)
        var canvas = PlotCanvas()
        var top = canvas.header(title.shown, notes: notes)
        top = drawLegend(on: &canvas, below: top)
        var frame = PlotFrame(
            x: x, y: y, top: top, height: field.height,
            rightSpace: PlotCanvas.right - PlotFrame.left(of: y) - field.width)
        frame.hasGrid = false
        let origin = frame.area
        let hasScores = field.scores.contains { !$0.isNaN }
        if field.scores.contains(where: \.isNaN) { canvas.rectangle(origin, "panel") }
        draw(bands, on: &canvas, in: origin)
        canvas.path(lines.map { $0.moved(origin).path }.joined(), "boundary")
        for side in [false, true] { drawPoints(isUpper: side, on: &canvas, in: frame) }
        frame.draw(on: &canvas)
        if hasScores { bands.bar.draw(on: &canvas, beside: frame.area) }
        return canvas.svg(
            Caption(title: title.spoken, description: description(notes)), height: frame.end,
            appearance: appearance)
    }

    /// What stands below the title.
    private func notes(hasBoundary: Bool) -> [String] {
        let count = "\(correctCount) of \(Wording.count(points.count, "point"))"
        var notes = ["\(count) on their side of the boundary"]
        let known = field.scores.filter { !$0.isNaN }
        let missing = field.scores.count - known.count
        if missing > 0 { notes.append("\(missing) of \(field.scores.count) scores are nan, and left blank") }
        if !hasBoundary, let least = known.min(), let largest = known.max() {
            let reason =
                least == largest
                ? ": every score is \(least.shown(3))"
                : least > level
                    ? ": every score is above \(level.shown(3))"
                    : largest <= level ? ": no score is above \(level.shown(3))" : ""
            notes.append("no part of the boundary is in sight" + reason)
        }
        return notes
    }

    private func description(_ notes: [String]) -> String {
        let upper = isUpper.count { $0 }
        let lower = points.count - upper
        var parts: [String] = []
        if lower > 0 { parts.append("\(lower) with \(classNames.lower) as circles") }
        if upper > 0 { parts.append("\(upper) with \(classNames.upper) as squares") }
        var text = "\(Wording.count(points.count, "point")): \(parts.joined(separator: " and ")). "
        text += "\(notes[0]), where the score is \(level.significant(3))"
        let scores = field.scores.filter(\.isFinite)
        if let least = scores.min(), let largest = scores.max() {
            text += ". Scores go from \(least.significant(3)) to \(largest.significant(3)) over "
            text += "\(x.title) from \(x.lower.significant(3)) to \(x.upper.significant(3)) and "
            text += "\(y.title) from \(y.lower.significant(3)) to \(y.upper.significant(3))"
        }
        return ([text] + notes.dropFirst()).joined(separator: ". ") + "."
    }

    /// One area over the other, the farther from the boundary the later.
    private func draw(_ bands: ScoreBands, on canvas: inout PlotCanvas, in area: Rectangle) {
        for (sign, field) in [(-1.0, field.negated.fenced), (1.0, field.fenced)] {
            for (index, distance) in bands.distances.enumerated() {
                let lines = Contour.lines(of: field, at: sign * level + distance, goesAroundNaN: true)
                let path = lines.map { $0.simplified(0.1).moved(area).path }.joined()
                canvas.path(path, PlotStyle.ramp(Int(sign) * (index + 1)))
            }
        }
    }

    private func drawPoints(isUpper side: Bool, on canvas: inout PlotCanvas, in frame: PlotFrame) {
        for (point, isUpper) in zip(points, isUpper) where isUpper == side {
            draw(isUpper: isUpper, at: frame.place(point), on: &canvas)
        }
    }

    private func draw(isUpper: Bool, at place: Point, on canvas: inout PlotCanvas) {
        if isUpper {
            canvas.square(place, side: 6.4, "point upper")
        } else {
            canvas.circle(place, radius: 3.5, "point lower")
        }
    }

    /// Which shape is which class.
    private func drawLegend(on canvas: inout PlotCanvas, below top: Double) -> Double {
        var x = PlotCanvas.left
        for (side, name) in [(false, classNames.lower), (true, classNames.upper)] where isUpper.contains(side)
        {
            draw(isUpper: side, at: .init(x: x + 4, y: top + 8), on: &canvas)
            canvas.text(name, x: x + 13, y: top + 12)
            x += 13 + PlotText.width(of: name) + 16
        }
        return top + PlotCanvas.lineHeight + 4
    }
}

/// The distances from the boundary at which the colour of the area changes.
struct ScoreBands {
    let level: Double
    let step: DecimalStep
    /// How many bands each side has: those that some score reaches, at least one.
    private let count: Int

    private static let largestCount = 4

    /// Makes up to four bands on each side, of which the last begins below the distance that a tenth of all scores exceed.
    init(_ scores: [Double], level: Double) {
        self.level = level
        let distances = scores.map { ($0 - level).magnitude }.filter(\.isFinite).sorted()
        let reach = distances.isEmpty ? 0 : distances[distances.count * 9 / 10]
        let width = reach / Double(ScoreBands.largestCount)
        let step = DecimalStep(atLeast: width > 1e-300 ? width : 1)
        self.step = step
        let reached = (0..<ScoreBands.largestCount).prefix { step.multiple($0) < distances.last ?? 0 }
        count = max(reached.count, 1)
    }

    /// Of the lower end of each band, from the boundary outwards.
    var distances: [Double] { (0..<count).map(step.multiple) }

    var bar: ColourBar {
        let steps = Array(-count...count).filter { $0 != 0 }
        let labels = (1 - count..<count).map { index in
            (
                share: Double(index + count) / Double(2 * count),
                text: (level + (index < 0 ? -1 : 1) * step.multiple(abs(index))).shown(3)
            )
        }
        return ColourBar(steps: steps, labels: labels, title: "score")
    }
}

extension Contour.Line {
    /// The line in a picture in which the field begins at the corner of an area.
    func moved(_ area: Rectangle) -> Contour.Line {
        Contour.Line(points: points.map { .init(x: $0.x + area.x, y: $0.y + area.y) }, isClosed: isClosed)
    }
}
