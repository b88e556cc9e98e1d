internal import Micrograd

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// Python's arithmetic, with a number that meets a Value as a constant of the graph.
enum Arithmetic {
    static func apply(
        _ operation: BinaryOperator, _ left: Object, _ right: Object, at range: Range<Int>
    ) throws(Failure) -> Object {
        switch (left, right) {
        case (.value(let x), .value(let y)): return .value(apply(operation, x, y))
        case (.value(let x), _):
            if let y = right.number { return .value(apply(operation, x, y)) }
        case (_, .value(let y)):
            if let x = left.number { return .value(apply(operation, x, y)) }
        case (.float, _), (_, .float):
            if let x = left.number, let y = right.number {
                return .float(try apply(operation, x, y, at: range))
            }
        case (.string(let one), .string(let two)) where operation == .add:
            return .string(one + two)
        default:
            if let x = left.integer, let y = right.integer { return try apply(operation, x, y, at: range) }
        }
        throw Failure(.badOperands(operation.rawValue, left: left.typeName, right: right.typeName), at: range)
    }

    static func negate(_ operand: Object, at range: Range<Int>) throws(Failure) -> Object {
        switch operand {
        case .value(let x): return .value(-x)
        case .float(let x): return .float(-x)
        default:
            guard let x = operand.integer else {
                throw Failure(.badOperand("-", type: operand.typeName), at: range)
            }
            guard x != Int128.min else { throw Failure(.integerOverflow, at: range) }
            return .integer(-x)
        }
    }

    // MARK: - Values

    private static func apply(_ operation: BinaryOperator, _ x: Value, _ y: Value) -> Value {
        switch operation {
        case .add: x + y
        case .subtract: x - y
        case .multiply: x * y
        case .divide: x / y
        case .power: x ** y
        }
    }

    private static func apply(_ operation: BinaryOperator, _ x: Value, _ y: Double) -> Value {
        switch operation {
        case .add: x + y
        case .subtract: x - y
        case .multiply: x * y
        case .divide: x / y
        case .power: x ** y
        }
    }

    private static func apply(_ operation: BinaryOperator, _ x: Double, _ y: Value) -> Value {
        switch operation {
        case .add: x + y
        case .subtract: x - y
        case .multiply: x * y
        case .divide: x / y
        case .power: x ** y
        }
    }

    // MARK: - Floats

    private static func apply(
        _ operation: BinaryOperator, _ x: Double, _ y: Double, at range: Range<Int>
    ) throws(Failure) -> Double {
        switch operation {
        case .add: return x + y
        case .subtract: return x - y
        case .multiply: return x * y
        case .divide:
            guard y != 0 else { throw Failure(.divisionByZero, at: range) }
            return x / y
        case .power:
            guard x != 0 || !(y < 0) || y.isInfinite else { throw Failure(.zeroToNegativePower, at: range) }
            let isWhole = y == y.rounded(.towardZero)
            guard !(x < 0) || isWhole || !x.isFinite || y.isNaN else {
                throw Failure(.complexPower, at: range)
            }
            let result = pow(x, y)
            guard !result.isInfinite || !x.isFinite || !y.isFinite else {
                throw Failure(.floatOverflow, at: range)
            }
            return result
        }
    }

    // MARK: - Integers

    private static func apply(
        _ operation: BinaryOperator, _ x: Int128, _ y: Int128, at range: Range<Int>
    ) throws(Failure) -> Object {
        let result: (partialValue: Int128, overflow: Bool)
        switch operation {
        case .add: result = x.addingReportingOverflow(y)
        case .subtract: result = x.subtractingReportingOverflow(y)
        case .multiply: result = x.multipliedReportingOverflow(by: y)
        case .divide:
            guard y != 0 else { throw Failure(.divisionByZero, at: range) }
            return .float(IntegerMath.quotient(x, y))
        case .power:
            guard y >= 0 else { return .float(try apply(.power, Double(x), Double(y), at: range)) }
            guard let power = IntegerMath.power(x, y) else { throw Failure(.integerOverflow, at: range) }
            return .integer(power)
        }
        guard !result.overflow else { throw Failure(.integerOverflow, at: range) }
        return .integer(result.partialValue)
    }
}
