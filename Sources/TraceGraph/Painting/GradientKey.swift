/// The key of the gradients' bars and tints, in one line; or two where the picture is narrow.
struct GradientKey {
    private let scale: GradientScale
    /// Whether a gradient is zero, or there is none.
    private let hasZero: Bool
    private let hasNone: Bool
    /// What cells show; nil where there are none.
    private let cellForm: CellForm?
    private var isWrapped = false

    private enum CellForm: String {
        case numbers = "cells: data above, or before, its gradient"
        case tints = "cells: the tint of the gradient, and no number where there is no room"
    }

    /// Whether a cell shows a value that stands elsewhere too.
    private let hasCopies: Bool
    private var cellText: String {
        (cellForm?.rawValue ?? "") + (hasCopies ? "; dashed: stands elsewhere too" : "")
    }

    /// The space between picture and key.
    static let distance = 9.0
    private static let lineHeight = 16.0
    private static let barWidth = 120.0

    init(_ scale: GradientScale, _ scene: Scene) {
        self.scale = scale
        let cards = scene.parts.lazy.compactMap { part in
            if case .card(let card) = part.face { card } else { nil }
        }
        let cells = scene.parts.compactMap { part in
            if case .cell(let cell) = part.face { cell } else { nil }
        }
        let tints = cells.lazy.filter { !$0.grad.isEmpty }.map(\.tint)
        hasCopies = cells.contains(where: \.isCopy)
        hasZero = cards.contains { $0.bar == .zero } || tints.contains(.zero)
        hasNone = cards.contains { $0.bar == .none } || tints.contains(.none)
        cellForm = cells.isEmpty ? nil : cells.contains { $0.style == .tile } ? .tints : .numbers
    }

    /// The key as it fits a picture of this width.
    func fitting(_ width: Double) -> GradientKey {
        var key = self
        key.isWrapped = self.width > max(width, 200)
        return key
    }

    private var end: String { NumberText.scaleEnd(scale.end) + (scale.isExceeded ? "+" : "") }
    private var title: String { "∂ gradient, log" }
    private var middle: String { "centre \(NumberText.scaleEnd(scale.start)) and less" }

    private static func width(_ text: String, _ size: Double = 9) -> Double {
        TextMetrics.usualWidth(of: text, fontSize: size)
    }

    private var scaleWidth: Double {
        GradientKey.width(title, 10) + 12 + GradientKey.width("−\(end)") + 5 + GradientKey.barWidth + 5
            + GradientKey.width(end)
    }

    private var noteWidth: Double {
        GradientKey.width(middle) + (hasZero ? 12 + 6 + GradientKey.width("zero") : 0)
            + (hasNone ? 12 + GradientKey.width("– none") : 0)
    }

    var width: Double {
        let cellWidth = cellForm == nil ? 0 : scaleWidth + 14 + GradientKey.width(cellText)
        return max(cellWidth, isWrapped ? max(scaleWidth, noteWidth) : scaleWidth + 14 + noteWidth)
    }

    var height: Double {
        GradientKey.lineHeight * ((isWrapped ? 2 : 1) + (cellForm == nil ? 0 : 1))
    }

    func paint(on canvas: inout some Canvas, at place: Point) {
        let baseline = place.y + 10
        canvas.open(.key, title: "")
        var x = place.x
        canvas.write(title, at: Point(x: x, y: baseline), .keyTitle)
        x += GradientKey.width(title, 10) + 12
        canvas.write("−\(end)", at: Point(x: x, y: baseline), .keyEnd(.negative(4)))
        x += GradientKey.width("−\(end)") + 5
        paintScale(from: x, baseline, on: &canvas)
        if cellForm != nil {
            let line = baseline + GradientKey.lineHeight * (isWrapped ? 2 : 1)
            paintTints(from: x, line, on: &canvas)
            let text = Point(
                x: x + GradientKey.barWidth + 5 + GradientKey.width(end) + 14, y: line)
            canvas.write(cellText, at: text, .keyText)
        }
        x += GradientKey.barWidth + 5
        canvas.write(end, at: Point(x: x, y: baseline), .keyEnd(.positive(4)))
        x += GradientKey.width(end) + 14

        if isWrapped { x = place.x }
        let noteLine = isWrapped ? baseline + GradientKey.lineHeight : baseline
        canvas.write(middle, at: Point(x: x, y: noteLine), .keyText)
        x += GradientKey.width(middle) + 12
        if hasZero {
            canvas.draw(
                .ellipse(center: Point(x: x + 2.6, y: noteLine - 3.2), Size(width: 5.2, height: 5.2)), .ring)
            canvas.write("zero", at: Point(x: x + 8, y: noteLine), .keyText)
            x += 8 + GradientKey.width("zero") + 12
        }
        if hasNone { canvas.write("– none", at: Point(x: x, y: noteLine), .keyText) }
        canvas.close()
    }

    /// Four steps on each side, one a decade.
    private func paintScale(from x: Double, _ baseline: Double, on canvas: inout some Canvas) {
        for (tint, left, width) in steps(from: x) {
            let area = Rectangle(x: left, y: baseline - 5.5, width: width, height: 4)
            canvas.draw(.rectangle(area, left: 0, right: 0), .bar(tint))
        }
        let middle = x + GradientKey.barWidth / 2
        canvas.draw(
            .line(
                from: Point(x: middle, y: baseline - 8), to: Point(x: middle, y: baseline + 1)), .zeroLine)
    }

    /// The same steps as grounds of cells.
    private func paintTints(from x: Double, _ baseline: Double, on canvas: inout some Canvas) {
        for (tint, left, width) in steps(from: x) {
            let area = Rectangle(x: left, y: baseline - 8, width: width, height: 9)
            canvas.draw(.rectangle(area, left: 0, right: 0), .cellTint(tint))
        }
    }

    private func steps(from x: Double) -> [(tint: Tint, x: Double, width: Double)] {
        let step = GradientKey.barWidth / 8
        let width = step - 0.8
        let middle = x + GradientKey.barWidth / 2
        var steps: [(tint: Tint, x: Double, width: Double)] = []
        for index in 0..<4 {
            steps.append((.negative(index + 1), middle - Double(index + 1) * step, width))
            steps.append((.positive(index + 1), middle + Double(index) * step + 0.8, width))
        }
        return steps
    }
}
