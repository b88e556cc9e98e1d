internal import Micrograd

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// What Python raises an error for.
struct ArithmeticProblem: Error {
    var problem: Problem
}

/// Python's arithmetic of numbers, and the operations on Values.
enum Arithmetic {
    enum Result {
        case integer(Int128)
        case float(Double)
    }

    // MARK: - Values

    /// nil where the operation is none of Values.
    static func apply(_ operation: BinaryOperator, _ x: Value, _ y: Value) -> Value? {
        switch operation {
        case .add: x + y
        case .subtract: x - y
        case .multiply: x * y
        case .divide: x / y
        case .power: x ** y
        case .floorDivide, .remainder: nil
        }
    }

    static func apply(_ operation: BinaryOperator, _ x: Value, _ y: Double) -> Value? {
        switch operation {
        case .add: x + y
        case .subtract: x - y
        case .multiply: x * y
        case .divide: x / y
        case .power: x ** y
        case .floorDivide, .remainder: nil
        }
    }

    static func apply(_ operation: BinaryOperator, _ x: Double, _ y: Value) -> Value? {
        switch operation {
        case .add: x + y
        case .subtract: x - y
        case .multiply: x * y
        case .divide: x / y
        case .power: x ** y
        case .floorDivide, .remainder: nil
        }
    }

    // MARK: - Floats

    static func apply(
        _ operation: BinaryOperator, _ x: Double, _ y: Double
    ) throws(ArithmeticProblem) -> Double {
        switch operation {
        case .add: return x + y
        case .subtract: return x - y
        case .multiply: return x * y
        case .divide:
            guard y != 0 else { throw ArithmeticProblem(problem: .divisionByZero) }
            return x / y
        case .floorDivide:
            guard y != 0 else { throw ArithmeticProblem(problem: .divisionByZero) }
            return floorQuotient(x, y)
        case .remainder:
            guard y != 0 else { throw ArithmeticProblem(problem: .divisionByZero) }
            return remainder(x, y)
        case .power:
            guard x != 0 || !(y < 0) || y.isInfinite else {
                throw ArithmeticProblem(problem: .zeroToNegativePower)
            }
            let isWhole = y == y.rounded(.towardZero)
            guard !(x < 0) || isWhole || !x.isFinite || y.isNaN else {
                throw ArithmeticProblem(problem: .complexPower)
            }
            let result = pow(x, y)
            guard !result.isInfinite || !x.isFinite || !y.isFinite else {
                throw ArithmeticProblem(problem: .floatOverflow)
            }
            return result
        }
    }

    /// The remainder with the sign of the divisor.
    private static func remainder(_ x: Double, _ y: Double) -> Double {
        let rest = fmod(x, y)
        guard rest != 0 else { return rest.isNaN ? rest : (y < 0 ? -0.0 : 0.0) }
        return (rest < 0) != (y < 0) ? rest + y : rest
    }

    private static func floorQuotient(_ x: Double, _ y: Double) -> Double {
        // As CPython computes it: from the remainder, so that both fit together.
        var rest = fmod(x, y)
        var quotient = (x - rest) / y
        if rest != 0, (y < 0) != (rest < 0) {
            rest += y
            quotient -= 1
        }
        guard quotient != 0 else { return (x / y).sign == .minus ? -0.0 : 0.0 }
        let whole = quotient.rounded(.down)
        return quotient - whole > 0.5 ? whole + 1 : whole
    }

    // MARK: - Integers

    static func apply(
        _ operation: BinaryOperator, _ x: Int128, _ y: Int128
    ) throws(ArithmeticProblem) -> Result {
        let result: (partialValue: Int128, overflow: Bool)
        switch operation {
        case .add: result = x.addingReportingOverflow(y)
        case .subtract: result = x.subtractingReportingOverflow(y)
        case .multiply: result = x.multipliedReportingOverflow(by: y)
        case .divide:
            guard y != 0 else { throw ArithmeticProblem(problem: .divisionByZero) }
            return .float(IntegerMath.quotient(x, y))
        case .floorDivide:
            guard y != 0 else { throw ArithmeticProblem(problem: .divisionByZero) }
            result = x.dividedReportingOverflow(by: y)
            if !result.overflow, x % y != 0, (x < 0) != (y < 0) { return .integer(result.partialValue - 1) }
        case .remainder:
            guard y != 0 else { throw ArithmeticProblem(problem: .divisionByZero) }
            let rest = y == -1 ? 0 : x % y
            return .integer(rest != 0 && (rest < 0) != (y < 0) ? rest + y : rest)
        case .power:
            guard y >= 0 else { return .float(try apply(.power, Double(x), Double(y))) }
            guard let power = IntegerMath.power(x, y) else {
                throw ArithmeticProblem(problem: .integerOverflow)
            }
            return .integer(power)
        }
        guard !result.overflow else { throw ArithmeticProblem(problem: .integerOverflow) }
        return .integer(result.partialValue)
    }
}
