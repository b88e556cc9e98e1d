/// The colour of a gradient: its sign, and how many decades it is below the end of the picture's scale.
enum Tint: Hashable, Sendable {
    case none, zero, notFinite
    /// 1 to 4; 4 is the decade at the end of the scale.
    case negative(Int)
    case positive(Int)

    /// All that have a colour of their own.
    static let signed: [Tint] = (1...4).map { .negative($0) } + (1...4).map { .positive($0) }

    private static let negativeInks: [Ink] = [.negative1, .negative2, .negative3, .negative4]
    private static let positiveInks: [Ink] = [.positive1, .positive2, .positive3, .positive4]

    /// What text and bars are drawn in.
    var ink: Ink {
        switch self {
        case .none: .muted
        case .zero: .zero
        case .notFinite: .alarmInk
        case .negative(let step): Tint.negativeInks[step - 1]
        case .positive(let step): Tint.positiveInks[step - 1]
        }
    }

    private static let negativeCells: [Ink] = [
        .negativeCell1, .negativeCell2, .negativeCell3, .negativeCell4,
    ]
    private static let positiveCells: [Ink] = [
        .positiveCell1, .positiveCell2, .positiveCell3, .positiveCell4,
    ]

    /// The ground of a cell.
    var cellInk: Ink {
        switch self {
        case .none, .zero: .value
        case .notFinite: .alarm
        case .negative(let step): Tint.negativeCells[step - 1]
        case .positive(let step): Tint.positiveCells[step - 1]
        }
    }

    /// The class of SVG elements: `n1` to `n4`, `p1` to `p4`, `z`; empty where there is nothing to tint.
    var className: String {
        switch self {
        case .none: ""
        case .zero: "z"
        case .notFinite: "alarm"
        case .negative(let step): "n\(step)"
        case .positive(let step): "p\(step)"
        }
    }
}
