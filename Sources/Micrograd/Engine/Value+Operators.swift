#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

// The operators are concrete overloads, without literal conformance: an expression of 20 operators
// type-checks in milliseconds.

precedencegroup ExponentiationPrecedence {
    associativity: right
    higherThan: MultiplicationPrecedence
}

/// The power operator: right-associative, and above `*` and `/`.
///
/// Unlike in Python a prefix minus binds tighter: `-a ** 2` is `(-a) ** 2`.
infix operator ** : ExponentiationPrecedence

/// The compound assignment of `**`.
infix operator **= : AssignmentPrecedence

extension Value {
    // MARK: +

    /// Returns the sum `x + y`.
    @inlinable @inline(__always)
    public static func + (x: Value, y: Value) -> Value { TapeState.record(Add.self, x, y) }

    /// Returns the sum `x + y`, one of them a constant of the graph.
    @inlinable @inline(__always)
    public static func + (x: Value, y: Double) -> Value { TapeState.record(Add.self, x, y) }

    /// Returns the sum `x + y`, one of them a constant of the graph.
    @inlinable @inline(__always)
    public static func + (x: Double, y: Value) -> Value { TapeState.record(Add.self, x, y) }

    /// Replaces `x` by `x + y`: a new value, the old one stays in the graph.
    @inlinable @inline(__always)
    public static func += (x: inout Value, y: Value) { x = x + y }

    /// Replaces `x` by `x + y`: a new value, the old one stays in the graph.
    @inlinable @inline(__always)
    public static func += (x: inout Value, y: Double) { x = x + y }

    // MARK: -

    /// Returns the difference `x - y`, one operation.
    @inlinable @inline(__always)
    public static func - (x: Value, y: Value) -> Value { TapeState.record(Subtract.self, x, y) }

    /// Returns the difference `x - y`, one of them a constant of the graph.
    @inlinable @inline(__always)
    public static func - (x: Value, y: Double) -> Value { TapeState.record(Subtract.self, x, y) }

    /// Returns the difference `x - y`, one of them a constant of the graph.
    @inlinable @inline(__always)
    public static func - (x: Double, y: Value) -> Value { TapeState.record(Subtract.self, x, y) }

    /// Replaces `x` by `x - y`: a new value, the old one stays in the graph.
    @inlinable @inline(__always)
    public static func -= (x: inout Value, y: Value) { x = x - y }

    /// Replaces `x` by `x - y`: a new value, the old one stays in the graph.
    @inlinable @inline(__always)
    public static func -= (x: inout Value, y: Double) { x = x - y }

    // MARK: *

    /// Returns the product `x · y`.
    @inlinable @inline(__always)
    public static func * (x: Value, y: Value) -> Value { TapeState.record(Multiply.self, x, y) }

    /// Returns the product `x · y`, one of them a constant of the graph.
    @inlinable @inline(__always)
    public static func * (x: Value, y: Double) -> Value { TapeState.record(Multiply.self, x, y) }

    /// Returns the product `x · y`, one of them a constant of the graph.
    @inlinable @inline(__always)
    public static func * (x: Double, y: Value) -> Value { TapeState.record(Multiply.self, x, y) }

    /// Replaces `x` by `x * y`: a new value, the old one stays in the graph.
    @inlinable @inline(__always)
    public static func *= (x: inout Value, y: Value) { x = x * y }

    /// Replaces `x` by `x * y`: a new value, the old one stays in the graph.
    @inlinable @inline(__always)
    public static func *= (x: inout Value, y: Double) { x = x * y }

    // MARK: /

    /// Returns the quotient `x / y`, one operation; division by zero is infinite or NaN.
    @inlinable @inline(__always)
    public static func / (x: Value, y: Value) -> Value { TapeState.record(Divide.self, x, y) }

    /// Returns the quotient `x / y`, one of them a constant of the graph.
    @inlinable @inline(__always)
    public static func / (x: Value, y: Double) -> Value { TapeState.record(Divide.self, x, y) }

    /// Returns the quotient `x / y`, one of them a constant of the graph.
    @inlinable @inline(__always)
    public static func / (x: Double, y: Value) -> Value { TapeState.record(Divide.self, x, y) }

    /// Replaces `x` by `x / y`: a new value, the old one stays in the graph.
    @inlinable @inline(__always)
    public static func /= (x: inout Value, y: Value) { x = x / y }

    /// Replaces `x` by `x / y`: a new value, the old one stays in the graph.
    @inlinable @inline(__always)
    public static func /= (x: inout Value, y: Double) { x = x / y }

    // MARK: **

    /// Returns `x` to the power of `y`; `0 ** 0` is 1.
    @inlinable @inline(__always)
    public static func ** (x: Value, y: Value) -> Value { TapeState.record(Power.self, x, y) }

    /// Returns `x` to the power of the number `y`, an operation on one operand.
    @inlinable @inline(__always)
    public static func ** (x: Value, y: Double) -> Value { TapeState.record(Power.self, x, y) }

    /// Returns the number `x` to the power of `y`; `x` is a constant of the graph.
    @inlinable @inline(__always)
    public static func ** (x: Double, y: Value) -> Value { TapeState.record(Power.self, x, y) }

    /// Replaces `x` by `x ** y`: a new value, the old one stays in the graph.
    @inlinable @inline(__always)
    public static func **= (x: inout Value, y: Value) { x = x ** y }

    /// Replaces `x` by `x ** y`: a new value, the old one stays in the graph.
    @inlinable @inline(__always)
    public static func **= (x: inout Value, y: Double) { x = x ** y }

    // MARK: Sign

    /// Returns the negative of `x`.
    @inlinable @inline(__always)
    public static prefix func - (x: Value) -> Value { TapeState.record(Negate.self, x) }

    /// Returns `x` itself: no operation.
    @inlinable @inline(__always)
    public static prefix func + (x: Value) -> Value { x }
}

/// Returns `x` to the power of `y`.
@inlinable
public func ** (x: Double, y: Double) -> Double { Power.value(x, y) }
