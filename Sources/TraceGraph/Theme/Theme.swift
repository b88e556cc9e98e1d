/// The look of a picture: shapes, sizes and colours.
public struct Theme: Sendable, Equatable {
    /// The name by which the command line knows it.
    public let name: String

    // MARK: Shapes

    /// How a value looks.
    var values: ValueStyle
    /// In points.
    var fontSize: Double
    /// The fonts, in the order of preference, as CSS reads them.
    var fontFamily: String
    /// The font that Graphviz is told to use, as fontconfig knows it.
    var graphvizFont: String
    var arrow: Arrow
    /// Whether an arrow also points from an operation node to its result.
    var pointsToResults: Bool
    var lineWidth: Double
    var drawsScopes: Bool
    /// The sign that stands for an operation; its symbol where there is none.
    var signs: [String: String]
    /// Whether numbers are always written as `%.4f` writes them.
    var keepsFixedNotation: Bool
    /// Graphviz's nodesep and ranksep, in inches.
    var separation: (node: Double, rank: Double)

    // MARK: Colours

    package var light: Palette
    package var dark: Palette

    /// How values, and with them operations, are drawn.
    enum ValueStyle {
        /// A card with name and data above the gradient and its bar; the operation is a tab of its result.
        case cards
        /// One row of fields, as a record of Graphviz has it; the operation is an ellipse of its own.
        case records
    }

    enum Arrow: String {
        case vee, normal
    }

    /// How much larger a single sign such as × is than other text.
    static let signScale = 14.0 / 11

    /// All themes, the default first.
    public static let all: [Theme] = [.modern, .classic]

    /// Themes are told apart by their names.
    public static func == (one: Theme, other: Theme) -> Bool { one.name == other.name }
}
