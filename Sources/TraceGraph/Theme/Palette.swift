/// The colours of a theme in one appearance, as `#rrggbb`.
struct Palette: Sendable {
    var background: String
    var text: String
    /// The words `data` and `grad`.
    var mutedText: String
    var edge: String
    var input: Paint
    var parameter: Paint
    var constant: Paint
    var intermediate: Paint
    var output: Paint
    var sum: Paint
    var product: Paint
    var function: Paint
    var scope: Paint

    struct Paint {
        var fill: String
        var stroke: String
        /// The palette's own text colour where there is none.
        var text: String?
    }

    func paint(of role: ValueRole) -> Paint {
        switch role {
        case .input: input
        case .parameter: parameter
        case .constant: constant
        case .intermediate: intermediate
        case .output: output
        }
    }

    func paint(of family: OperationFamily) -> Paint {
        switch family {
        case .sum: sum
        case .product: product
        case .function: function
        }
    }
}
