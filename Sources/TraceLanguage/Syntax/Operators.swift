/// An operation on two operands.
enum BinaryOperator: String {
    case add = "+", subtract = "-", multiply = "*", divide = "/", power = "**"
    case floorDivide = "//", remainder = "%"
}

/// A question about two operands.
enum Comparison: String {
    case equal = "==", notEqual = "!=", less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">="
    case isIn = "in", isNotIn = "not in", isSame = "is", isNotSame = "is not"
}
