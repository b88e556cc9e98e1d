/// An operation on two operands.
enum BinaryOperator: String {
    case add = "+", subtract = "-", multiply = "*", divide = "/", power = "**"
}

/// A question about two operands.
enum Comparison: String {
    case equal = "==", notEqual = "!=", less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">="
}
