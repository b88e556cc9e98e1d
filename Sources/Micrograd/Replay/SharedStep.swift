/// One operation of a recording on numbers that a batch shares, told by their slots.
enum SharedStep {
    case unary(Value.Operation, x: Int, result: Int)
    case binary(Value.Operation, x: Int, y: Int, result: Int)
    /// `x₀·y₀ + x₁·y₁ + …`, of at least one product.
    case dot(x: [Int], y: [Int], result: Int)

    var operands: [Int] {
        switch self {
        case .unary(_, let x, _): [x]
        case .binary(_, let x, let y, _): [x, y]
        case .dot(let x, let y, _): x + y
        }
    }

    var result: Int {
        switch self {
        case .unary(_, _, let result), .binary(_, _, _, let result), .dot(_, _, let result): result
        }
    }
}
