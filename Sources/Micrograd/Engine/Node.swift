/// What the tape stores for a value: 32 bytes.
@usableFromInline
struct Node: BitwiseCopyable {
    @usableFromInline var data: Double
    /// The gradient, or `Node.noGradient` where no backward has reached the node.
    @usableFromInline var grad: Double
    /// The index of the first operand that is a value.
    @usableFromInline var first: UInt32
    /// What computed the node; without meaning in a leaf.
    @usableFromInline var operation: Operation
    @usableFromInline var form: Form
    @usableFromInline var flags: Flags
    /// The index of the second operand, or the bits of the constant operand.
    @usableFromInline var second: UInt64

    @inlinable @inline(__always)
    init(data: Double, operation: Operation, form: Form, first: UInt32, second: UInt64) {
        self.data = data
        self.grad = Node.noGradient
        self.first = first
        self.operation = operation
        self.form = form
        self.flags = Flags(rawValue: 0)
        self.second = second
    }

    /// Makes a leaf.
    @inlinable @inline(__always)
    init(data: Double) {
        self.init(data: data, operation: .add, form: .leaf, first: 0, second: 0)
    }

    @inlinable @inline(__always)
    var isLeaf: Bool { form == .leaf }

    @inlinable @inline(__always)
    var firstIndex: Int { Int(truncatingIfNeeded: first) }

    @inlinable @inline(__always)
    var secondIndex: Int { Int(truncatingIfNeeded: second) }

    @inlinable @inline(__always)
    var constant: Double { Double(bitPattern: second) }

    /// The mark of a gradient that does not exist: negative zero, which is neutral in addition.
    ///
    /// A sweep adds each contribution as `c + 0.0`, which is never negative zero: so a gradient is
    /// negative zero exactly where nothing was added, and the sweep needs no flag to know it.
    @inlinable @inline(__always)
    static var noGradient: Double { -0.0 }

    @inlinable @inline(__always)
    var hasGradient: Bool { grad.bitPattern != Node.noGradient.bitPattern }

    /// Where the operands of a node stand.
    @usableFromInline
    enum Form: UInt8, BitwiseCopyable {
        case leaf
        /// One value.
        case unary
        /// Two values.
        case values
        /// A value, then a constant.
        case valueConstant
        /// A constant, then a value.
        case constantValue
    }

    @usableFromInline
    struct Flags: OptionSet, BitwiseCopyable {
        @usableFromInline var rawValue: UInt8
        @inlinable init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Reached by the marking pass of the backward under way.
        @inlinable static var marked: Flags { Flags(rawValue: 1) }
        /// A leaf that training changes.
        @inlinable static var parameter: Flags { Flags(rawValue: 2) }
    }
}
