/// What the tape stores for a value beside its data and gradient: how it was computed, in 16 bytes.
@usableFromInline
struct Node: BitwiseCopyable {
    /// The index of the first operand that is a value.
    @usableFromInline var first: UInt32
    /// What computed the node; without meaning in a leaf.
    @usableFromInline var operation: Operation
    @usableFromInline var form: Form
    @usableFromInline var flags: Flags
    /// The index of the second operand, or the bits of the constant operand.
    @usableFromInline var second: UInt64

    @inlinable @inline(__always)
    init(operation: Operation, form: Form, first: UInt32, second: UInt64) {
        self.first = first
        self.operation = operation
        self.form = form
        self.flags = Flags(rawValue: 0)
        self.second = second
    }

    @inlinable @inline(__always)
    static var leaf: Node { Node(operation: .add, form: .leaf, first: 0, second: 0) }

    @inlinable @inline(__always)
    var isLeaf: Bool { form == .leaf }

    @inlinable @inline(__always)
    var firstIndex: Int { Int(truncatingIfNeeded: first) }

    @inlinable @inline(__always)
    var secondIndex: Int { Int(truncatingIfNeeded: second) }

    @inlinable @inline(__always)
    var constant: Double { Double(bitPattern: second) }

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
        /// Those of a compound: `first` is its number, `second` the row of this output.
        case compound
    }

    @usableFromInline
    struct Flags: OptionSet, BitwiseCopyable {
        @usableFromInline var rawValue: UInt8
        @inlinable init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Reached by the marking pass of the backward under way.
        @inlinable static var marked: Flags { Flags(rawValue: 1) }
        /// A leaf that training changes.
        @inlinable static var parameter: Flags { Flags(rawValue: 2) }
        /// Its data changed since the last compound.
        @inlinable static var changed: Flags { Flags(rawValue: 4) }
    }
}
