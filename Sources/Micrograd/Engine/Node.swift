/// What the tape stores for a value beside its data and gradient: how it was computed, in 16 bytes.
@usableFromInline
struct Node: BitwiseCopyable {
    /// The index of the first operand that is a value.
    @usableFromInline var first: UInt32
    /// Form and operation in one, to be compared at once.
    @usableFromInline let kind: UInt16
    @usableFromInline var flags: Flags
    /// The index of the second operand, or the bits of the constant operand.
    @usableFromInline var second: UInt64

    @inlinable @inline(__always)
    init(operation: Value.Operation, form: Form, first: UInt32, second: UInt64) {
        self.first = first
        kind = Node.kind(operation, form)
        self.flags = Flags(rawValue: 0)
        self.second = second
    }

    @inlinable @inline(__always)
    static var leaf: Node { Node(operation: .add, form: .leaf, first: 0, second: 0) }

    @inline(__always)
    var isLeaf: Bool { form == .leaf }

    @inlinable @inline(__always)
    static func kind(_ operation: Value.Operation, _ form: Form) -> UInt16 {
        UInt16(form.rawValue) << 8 | UInt16(operation.rawValue)
    }

    // Each raw value is the one that the byte of the case holds.

    /// What computed the node; without meaning in a leaf.
    @inline(__always)
    var operation: Value.Operation {
        unsafeBitCast(UInt8(truncatingIfNeeded: kind), to: Value.Operation.self)
    }

    @inline(__always)
    var form: Form { unsafeBitCast(UInt8(truncatingIfNeeded: kind >> 8), to: Form.self) }

    @inlinable @inline(__always)
    var isCompound: Bool { kind >> 8 == UInt16(Form.compound.rawValue) }

    /// Whether the node is no leaf and no compound.
    @inline(__always)
    var isSingleOperation: Bool { (kind >> 8) &- 1 < UInt16(Form.compound.rawValue) &- 1 }

    @inline(__always)
    var isSum: Bool { kind == Node.kind(.add, .values) }

    @inline(__always)
    var isProduct: Bool { kind == Node.kind(.multiply, .values) }

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
        // As wide as it can be: a node without padding is written in two stores.
        @usableFromInline var rawValue: UInt16
        @inlinable init(rawValue: UInt16) { self.rawValue = rawValue }

        /// Reached by the marking pass of the backward under way.
        @inlinable static var marked: Flags { Flags(rawValue: 1) }
        /// A leaf that training changes.
        @inlinable static var parameter: Flags { Flags(rawValue: 2) }
        /// Its data changed since the last compound.
        @inlinable static var changed: Flags { Flags(rawValue: 4) }
        /// An input of the recording that is being made.
        @inlinable static var standIn: Flags { Flags(rawValue: 8) }
    }
}
