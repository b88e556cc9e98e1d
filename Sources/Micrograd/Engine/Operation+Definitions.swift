#if canImport(Darwin)
    public import Darwin
#elseif canImport(Musl)
    public import Musl
#else
    public import Glibc
#endif

// Each operation stands here once: its symbol, its value z, and its local derivatives.
// At kinks they are PyTorch's choices, which the tests hold them to.

/// An operation on one operand: `z = f(x)`.
@usableFromInline
protocol UnaryOperation {
    static var symbol: String { get }
    static var operation: Value.Operation { get }
    static func value(_ x: Double) -> Double
    /// ∂z/∂x.
    static func dx(_ x: Double, _ z: Double) -> Double
    /// Whether z does not depend on x here: then x gets 0, even of an infinite or NaN gradient of z.
    static func ignoresX(_ x: Double, _ z: Double) -> Bool
}

/// An operation on two operands: `z = f(x, y)`.
@usableFromInline
protocol BinaryOperation {
    static var symbol: String { get }
    static var operation: Value.Operation { get }
    static func value(_ x: Double, _ y: Double) -> Double
    /// ∂z/∂x.
    static func dx(_ x: Double, _ y: Double, _ z: Double) -> Double
    /// ∂z/∂y.
    static func dy(_ x: Double, _ y: Double, _ z: Double) -> Double
    /// Whether z does not depend on x here: then x gets 0, even of an infinite or NaN gradient of z.
    static func ignoresX(_ x: Double, _ y: Double) -> Bool
    /// Whether z does not depend on y here: then y gets 0, even of an infinite or NaN gradient of z.
    static func ignoresY(_ x: Double, _ y: Double) -> Bool
}

// MARK: - The chain rule

extension UnaryOperation {
    @inlinable @inline(__always)
    static func ignoresX(_ x: Double, _ z: Double) -> Bool { false }

    /// What a gradient of z gives to x.
    @inline(__always)
    static func gradX(_ grad: Double, _ x: Double, _ z: Double) -> Double {
        ignoresX(x, z) ? 0 : grad * dx(x, z)
    }
}

extension BinaryOperation {
    @inlinable @inline(__always)
    static func ignoresX(_ x: Double, _ y: Double) -> Bool { false }

    @inlinable @inline(__always)
    static func ignoresY(_ x: Double, _ y: Double) -> Bool { false }

    /// What a gradient of z gives to x.
    @inline(__always)
    static func gradX(_ grad: Double, _ x: Double, _ y: Double, _ z: Double) -> Double {
        ignoresX(x, y) ? 0 : grad * dx(x, y, z)
    }

    /// What a gradient of z gives to y.
    @inline(__always)
    static func gradY(_ grad: Double, _ x: Double, _ y: Double, _ z: Double) -> Double {
        ignoresY(x, y) ? 0 : grad * dy(x, y, z)
    }
}

// MARK: - Arithmetic

@usableFromInline
enum Add: BinaryOperation {
    @usableFromInline static let symbol = "+"
    @inlinable @inline(__always) static var operation: Value.Operation { .add }
    @inlinable @inline(__always) static func value(_ x: Double, _ y: Double) -> Double { x + y }
    @inlinable @inline(__always) static func dx(_ x: Double, _ y: Double, _ z: Double) -> Double { 1 }
    @inlinable @inline(__always) static func dy(_ x: Double, _ y: Double, _ z: Double) -> Double { 1 }
}

@usableFromInline
enum Subtract: BinaryOperation {
    @usableFromInline static let symbol = "-"
    @inlinable @inline(__always) static var operation: Value.Operation { .subtract }
    @inlinable @inline(__always) static func value(_ x: Double, _ y: Double) -> Double { x - y }
    @inlinable @inline(__always) static func dx(_ x: Double, _ y: Double, _ z: Double) -> Double { 1 }
    @inlinable @inline(__always) static func dy(_ x: Double, _ y: Double, _ z: Double) -> Double { -1 }
}

@usableFromInline
enum Multiply: BinaryOperation {
    @usableFromInline static let symbol = "*"
    @inlinable @inline(__always) static var operation: Value.Operation { .multiply }
    @inlinable @inline(__always) static func value(_ x: Double, _ y: Double) -> Double { x * y }
    @inlinable @inline(__always) static func dx(_ x: Double, _ y: Double, _ z: Double) -> Double { y }
    @inlinable @inline(__always) static func dy(_ x: Double, _ y: Double, _ z: Double) -> Double { x }
}

@usableFromInline
enum Divide: BinaryOperation {
    @usableFromInline static let symbol = "/"
    @inlinable @inline(__always) static var operation: Value.Operation { .divide }
    @inlinable @inline(__always) static func value(_ x: Double, _ y: Double) -> Double { x / y }
    @inlinable @inline(__always) static func dx(_ x: Double, _ y: Double, _ z: Double) -> Double { 1 / y }
    @inlinable @inline(__always) static func dy(_ x: Double, _ y: Double, _ z: Double) -> Double { -z / y }
}

/// `z = x ** y`, with `0 ** 0 = 1`.
@usableFromInline
enum Power: BinaryOperation {
    @usableFromInline static let symbol = "**"
    @inlinable @inline(__always) static var operation: Value.Operation { .power }
    @inlinable @inline(__always)
    static func value(_ x: Double, _ y: Double) -> Double {
        if y == 2 { return x * x }
        return y == 3 && hasExactCube(x) ? x * x * x : pow(x, y)
    }
    /// Whether the products of a cube need no rounding: a number of at most 17 significant bits, such as 1.5.
    ///
    /// Then they give what `pow` gives, in a tenth of its time.
    @inlinable @inline(__always)
    static func hasExactCube(_ x: Double) -> Bool {
        x.bitPattern & 0xF_FFFF_FFFF == 0 && x.magnitude > 1e-100
    }
    /// `y · x^(y-1)`, and 0 for an exponent of 0, also at x = 0.
    @inlinable @inline(__always)
    static func dx(_ x: Double, _ y: Double, _ z: Double) -> Double {
        y == 0 ? 0 : (y == 2 ? 2 * x : y * value(x, y - 1))
    }
    /// `z · ln x`, and 0 at x = 0 for an exponent of 0 or more.
    @inlinable @inline(__always)
    static func dy(_ x: Double, _ y: Double, _ z: Double) -> Double {
        x == 0 && y >= 0 ? 0 : z * log(x)
    }
    @inlinable @inline(__always) static func ignoresX(_ x: Double, _ y: Double) -> Bool { y == 0 }
}

// MARK: - Choices: a tie gives one half to each

@usableFromInline
enum Minimum: BinaryOperation {
    @usableFromInline static let symbol = "min"
    @inlinable @inline(__always) static var operation: Value.Operation { .minimum }
    @inlinable @inline(__always)
    static func value(_ x: Double, _ y: Double) -> Double {
        x.isNaN || y.isNaN ? .nan : (y < x ? y : x)
    }
    @inlinable @inline(__always)
    static func dx(_ x: Double, _ y: Double, _ z: Double) -> Double { x == y ? 0.5 : (x > y ? 0 : 1) }
    @inlinable @inline(__always)
    static func dy(_ x: Double, _ y: Double, _ z: Double) -> Double { x == y ? 0.5 : (x < y ? 0 : 1) }
    @inlinable @inline(__always) static func ignoresX(_ x: Double, _ y: Double) -> Bool { x > y }
    @inlinable @inline(__always) static func ignoresY(_ x: Double, _ y: Double) -> Bool { x < y }
}

@usableFromInline
enum Maximum: BinaryOperation {
    @usableFromInline static let symbol = "max"
    @inlinable @inline(__always) static var operation: Value.Operation { .maximum }
    @inlinable @inline(__always)
    static func value(_ x: Double, _ y: Double) -> Double {
        x.isNaN || y.isNaN ? .nan : (y > x ? y : x)
    }
    @inlinable @inline(__always)
    static func dx(_ x: Double, _ y: Double, _ z: Double) -> Double { x == y ? 0.5 : (x < y ? 0 : 1) }
    @inlinable @inline(__always)
    static func dy(_ x: Double, _ y: Double, _ z: Double) -> Double { x == y ? 0.5 : (x > y ? 0 : 1) }
    @inlinable @inline(__always) static func ignoresX(_ x: Double, _ y: Double) -> Bool { x < y }
    @inlinable @inline(__always) static func ignoresY(_ x: Double, _ y: Double) -> Bool { x > y }
}

// MARK: - Functions of one operand

@usableFromInline
enum Negate: UnaryOperation {
    @usableFromInline static let symbol = "neg"
    @inlinable @inline(__always) static var operation: Value.Operation { .negate }
    @inlinable @inline(__always) static func value(_ x: Double) -> Double { -x }
    @inlinable @inline(__always) static func dx(_ x: Double, _ z: Double) -> Double { -1 }
}

@usableFromInline
enum Exp: UnaryOperation {
    @usableFromInline static let symbol = "exp"
    @inlinable @inline(__always) static var operation: Value.Operation { .exp }
    @inlinable @inline(__always) static func value(_ x: Double) -> Double { exp(x) }
    @inlinable @inline(__always) static func dx(_ x: Double, _ z: Double) -> Double { z }
}

@usableFromInline
enum Log: UnaryOperation {
    @usableFromInline static let symbol = "log"
    @inlinable @inline(__always) static var operation: Value.Operation { .log }
    @inlinable @inline(__always) static func value(_ x: Double) -> Double { log(x) }
    @inlinable @inline(__always) static func dx(_ x: Double, _ z: Double) -> Double { 1 / x }
}

/// `z = √x`, whose derivative at 0 is infinite.
@usableFromInline
enum Sqrt: UnaryOperation {
    @usableFromInline static let symbol = "sqrt"
    @inlinable @inline(__always) static var operation: Value.Operation { .sqrt }
    @inlinable @inline(__always) static func value(_ x: Double) -> Double { x.squareRoot() }
    @inlinable @inline(__always) static func dx(_ x: Double, _ z: Double) -> Double { 0.5 / z }
}

@usableFromInline
enum Sin: UnaryOperation {
    @usableFromInline static let symbol = "sin"
    @inlinable @inline(__always) static var operation: Value.Operation { .sin }
    @inlinable @inline(__always) static func value(_ x: Double) -> Double { sin(x) }
    @inlinable @inline(__always) static func dx(_ x: Double, _ z: Double) -> Double { cos(x) }
}

@usableFromInline
enum Cos: UnaryOperation {
    @usableFromInline static let symbol = "cos"
    @inlinable @inline(__always) static var operation: Value.Operation { .cos }
    @inlinable @inline(__always) static func value(_ x: Double) -> Double { cos(x) }
    @inlinable @inline(__always) static func dx(_ x: Double, _ z: Double) -> Double { -sin(x) }
}

@usableFromInline
enum Tanh: UnaryOperation {
    @usableFromInline static let symbol = "tanh"
    @inlinable @inline(__always) static var operation: Value.Operation { .tanh }
    @inlinable @inline(__always) static func value(_ x: Double) -> Double { tanh(x) }
    @inlinable @inline(__always) static func dx(_ x: Double, _ z: Double) -> Double { 1 - z * z }
}

/// `z = 1 / (1 + e⁻ˣ)`, computed without overflow on either side.
@usableFromInline
enum Sigmoid: UnaryOperation {
    @usableFromInline static let symbol = "sigmoid"
    @inlinable @inline(__always) static var operation: Value.Operation { .sigmoid }
    @inlinable @inline(__always)
    static func value(_ x: Double) -> Double {
        if x >= 0 { return 1 / (1 + exp(-x)) }
        let small = exp(x)
        return small / (1 + small)
    }
    @inlinable @inline(__always) static func dx(_ x: Double, _ z: Double) -> Double { z * (1 - z) }
}

/// `z = max(0, x)`, whose derivative at 0 is 0.
@usableFromInline
enum Relu: UnaryOperation {
    @usableFromInline static let symbol = "relu"
    @inlinable @inline(__always) static var operation: Value.Operation { .relu }
    @inlinable @inline(__always) static func value(_ x: Double) -> Double { x < 0 ? 0 : x }
    @inlinable @inline(__always) static func dx(_ x: Double, _ z: Double) -> Double { z <= 0 ? 0 : 1 }
    @inlinable @inline(__always) static func ignoresX(_ x: Double, _ z: Double) -> Bool { z <= 0 }
}

/// `z = |x|`, whose derivative at 0 and NaN is 0.
@usableFromInline
enum Abs: UnaryOperation {
    @usableFromInline static let symbol = "abs"
    @inlinable @inline(__always) static var operation: Value.Operation { .abs }
    @inlinable @inline(__always) static func value(_ x: Double) -> Double { x.magnitude }
    @inlinable @inline(__always)
    static func dx(_ x: Double, _ z: Double) -> Double { x > 0 ? 1 : (x < 0 ? -1 : 0) }
}

// MARK: - From the operation to its definition

@usableFromInline
protocol OperationVisitor {
    mutating func visit<O: UnaryOperation>(_: O.Type)
    mutating func visit<O: BinaryOperation>(_: O.Type)
}

extension Value.Operation {
    @inlinable @inline(__always)
    func dispatch(_ visitor: inout some OperationVisitor) {
        switch self {
        case .add: visitor.visit(Add.self)
        case .subtract: visitor.visit(Subtract.self)
        case .multiply: visitor.visit(Multiply.self)
        case .divide: visitor.visit(Divide.self)
        case .power: visitor.visit(Power.self)
        case .minimum: visitor.visit(Minimum.self)
        case .maximum: visitor.visit(Maximum.self)
        case .negate: visitor.visit(Negate.self)
        case .exp: visitor.visit(Exp.self)
        case .log: visitor.visit(Log.self)
        case .sqrt: visitor.visit(Sqrt.self)
        case .sin: visitor.visit(Sin.self)
        case .cos: visitor.visit(Cos.self)
        case .tanh: visitor.visit(Tanh.self)
        case .sigmoid: visitor.visit(Sigmoid.self)
        case .relu: visitor.visit(Relu.self)
        case .abs: visitor.visit(Abs.self)
        }
    }
}
