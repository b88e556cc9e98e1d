/// A value in a table: data above its gradient, or beside it, or the gradient's tint alone.
struct Cell: Sendable {
    var role: ValueRole
    var style: Style
    var data: String
    /// Empty where gradients are not shown.
    var grad: String
    var tint: Tint
    /// Whether it is computed, and its data bold.
    var isBold: Bool
    /// Whether it shows a value that stands elsewhere too.
    var isCopy: Bool
    /// The ids of the values that it stands for besides its own.
    var joined: [Int]

    enum Style: Sendable {
        case stacked, line, tile
    }

    static let fontSize = 10.0
    static let height = 25.0
    /// Of one with data and gradient in a row.
    static let lineHeight = 12.5
    static let lineWidth = 68.0
}

/// What stands beside the rows and columns of a table.
struct TableHead: Sendable {
    var text: String
    var ground: Ground

    enum Ground: Sendable, Hashable {
        /// Text alone.
        case none
        case value(ValueRole)
        case operation(OperationFamily)
    }

    static let fontSize = 9.0
}
