/// The look of a picture: shapes, sizes and colours.
public struct Theme: Sendable, Equatable {
    /// The name by which the command line knows it.
    public let name: String

    // MARK: Shapes

    /// Whether the name stands above data and gradient, or in a row with them.
    var stacksName: Bool
    /// Whether numbers have room for a sign also where they have none, so that most boxes are equally wide.
    var alignsBoxes: Bool
    /// What the widths of numbers are multiples of.
    var widthStep: Double
    var cornerRadius: Double
    var fontSize: Double
    /// The fonts, in the order of preference, as CSS and Graphviz both read them.
    var fontFamily: String
    /// The height of one row of text, and the space on each side of a cell's text.
    var rowHeight: Double
    var cellPadding: Double
    var operationShape: OperationShape
    /// The diameter of a circle, or the least width of an ellipse or pill.
    var operationSize: Double
    var arrow: Arrow
    /// Whether an arrow also points from an operation to its result.
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

    var light: Palette
    var dark: Palette

    enum OperationShape {
        /// A circle for a sign, a pill for a name.
        case circleOrPill
        case ellipse
    }

    enum Arrow: String {
        case vee, normal
    }

    /// How much larger a single sign such as × is than other text.
    static let signScale = 1.3

    /// All themes, the default first.
    public static let all: [Theme] = [.modern, .classic]

    /// Themes are told apart by their names.
    public static func == (one: Theme, other: Theme) -> Bool { one.name == other.name }
}
