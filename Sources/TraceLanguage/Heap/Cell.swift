/// An object as registers and lists hold it: a tag and 64 bits, without reference counting.
///
/// What does not fit into 64 bits stands in memory of the `Heap`, and the bits are its address.
struct Cell: BitwiseCopyable {
    var tag: Tag
    var bits: UInt64

    /// What a cell holds.
    enum Tag: UInt8 {
        /// No object: a name that was not assigned yet.
        case unbound
        case none, bool, integer, float
        /// A Value, by its position on the tape.
        case value
        /// What `draw_dot` gives: the position of the value.
        case drawing
        /// A built-in function, by its row in the table.
        case builtin
        /// A module, by its place among the namespaces.
        case module
        /// A name that can be imported but not used, by its place in a list of such names.
        case unusable

        // From here on the bits are an address.
        case string, bigInteger, list, tuple, range
        case function, method, classObject, instance, superObject
        case iterator, generator
        case network, keywords, set
        /// The place of a variable that functions share.
        case box

        @inline(__always)
        var isOnHeap: Bool { rawValue >= Tag.string.rawValue }
    }

    @inline(__always)
    init(_ tag: Tag, _ bits: UInt64) {
        self.tag = tag
        self.bits = bits
    }

    static let unbound = Cell(.unbound, 0)
    static let none = Cell(.none, 0)

    @inline(__always)
    init(_ bool: Bool) { self.init(.bool, bool ? 1 : 0) }

    @inline(__always)
    init(_ integer: Int) { self.init(.integer, UInt64(bitPattern: Int64(integer))) }

    @inline(__always)
    init(_ number: Double) { self.init(.float, number.bitPattern) }

    /// A Value.
    @inline(__always)
    init(valueAt position: Int) { self.init(.value, UInt64(truncatingIfNeeded: position)) }

    @inline(__always)
    init(_ tag: Tag, _ address: UnsafeMutableRawPointer) {
        self.init(tag, UInt64(UInt(bitPattern: address)))
    }

    // MARK: - Reading

    @inline(__always)
    var isTrueBit: Bool { bits != 0 }

    @inline(__always)
    var int: Int { Int(Int64(bitPattern: bits)) }

    @inline(__always)
    var double: Double { Double(bitPattern: bits) }

    /// The position of a Value on the tape.
    @inline(__always)
    var position: Int { Int(truncatingIfNeeded: bits) }

    @inline(__always)
    var address: UnsafeMutableRawPointer {
        UnsafeMutableRawPointer(bitPattern: UInt(bits)).unsafelyUnwrapped
    }

    @inline(__always)
    var isBound: Bool { tag != .unbound }

    /// Whether both are the same object, as Python's `is` sees it.
    @inline(__always)
    func isSame(as other: Cell) -> Bool { tag == other.tag && bits == other.bits }

    // MARK: - Objects on the heap

    @inline(__always)
    var string: String { address.assumingMemoryBound(to: StringObject.self).pointee.text }

    @inline(__always)
    var sequence: UnsafeMutablePointer<SequenceObject> {
        address.assumingMemoryBound(to: SequenceObject.self)
    }

    @inline(__always)
    var range: UnsafeMutablePointer<RangeObject> { address.assumingMemoryBound(to: RangeObject.self) }

    @inline(__always)
    var function: UnsafeMutablePointer<FunctionObject> {
        address.assumingMemoryBound(to: FunctionObject.self)
    }

    @inline(__always)
    var method: UnsafeMutablePointer<MethodObject> { address.assumingMemoryBound(to: MethodObject.self) }

    @inline(__always)
    var instance: UnsafeMutablePointer<InstanceObject> {
        address.assumingMemoryBound(to: InstanceObject.self)
    }

    @inline(__always)
    var iterator: UnsafeMutablePointer<IteratorObject> {
        address.assumingMemoryBound(to: IteratorObject.self)
    }

    @inline(__always)
    var generator: UnsafeMutablePointer<GeneratorObject> {
        address.assumingMemoryBound(to: GeneratorObject.self)
    }

    @inline(__always)
    var box: UnsafeMutablePointer<BoxObject> { address.assumingMemoryBound(to: BoxObject.self) }

    /// The Swift object behind a class, a network, keywords or a set.
    @inline(__always)
    func payload<Payload: AnyObject>(_: Payload.Type) -> Payload {
        unsafeDowncast(address.assumingMemoryBound(to: ForeignObject.self).pointee.object, to: Payload.self)
    }

    var classInfo: ClassInfo { payload(ClassInfo.self) }
}
