internal import MicrogradSupport

/// Names below columns of equal width: turned where they are too wide, and numbers left out where there are many.
struct ColumnNames {
    let names: [String]
    let pitch: Double
    let isTurned: Bool

    private let width: Double
    private let areNumbers: Bool

    /// Names are cut beyond this width.
    static let limit = 110.0

    init(_ names: [String], pitch: Double) {
        self.names = names.map { PlotText.fitted($0, in: ColumnNames.limit, PlotText.small) }
        self.pitch = pitch
        width = PlotText.width(ofWidest: self.names, PlotText.small)
        areNumbers = names.indices.allSatisfy { names[$0] == String($0) }
        isTurned = !areNumbers && width > pitch - 4
    }

    var height: Double { isTurned ? width + 10 : 17 }

    /// The names that have room.
    private var shown: StrideTo<Int> {
        ColumnNames.indices(of: names, every: (isTurned ? 12 : width + 6) / pitch)
    }

    /// - Parameters:
    ///   - x: The middle of the first column.
    ///   - y: Where the columns end.
    func draw(on canvas: inout PlotCanvas, x: Double, y: Double) {
        for index in shown {
            let place = x + pitch * Double(index)
            if isTurned {
                canvas.text(names[index], x: place + 3.5, y: y + 6, "muted small end", rotated: true)
            } else {
                canvas.text(names[index], x: place, y: y + 13, "muted small middle")
            }
        }
    }

    /// Those of names that take so many columns or rows each.
    static func indices(of names: [String], every space: Double) -> StrideTo<Int> {
        let least = max(1, Int(space.rounded(.up)))
        let interval = Int(DecimalStep(atLeast: Double(least)).multiple(1))
        return stride(from: 0, to: names.count, by: least == 1 ? 1 : interval)
    }
}
