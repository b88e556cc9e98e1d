/// A value in the look of micrograd's `draw_dot`: one row of fields, name, data and gradient.
struct Record: Sendable {
    var role: ValueRole
    var cells: [Cell]

    /// One field.
    struct Cell: Sendable {
        /// What the number is; nil for a name.
        var field: Field?
        var text: String
        var width: Double
    }

    enum Field: String, Sendable {
        case data, grad
    }

    static let height = 36.0
    /// On each side of a cell's text.
    static let padding = 8.0

    var width: Double { max(Record.height, cells.reduce(0) { $0 + $1.width }) }
}
