internal import Micrograd

/// What stands before every object of the heap.
struct HeapHeader {
    /// The object that was made before it.
    var next: UnsafeMutableRawPointer?
    var tag: Cell.Tag
    var isMarked = false
}

struct StringObject {
    var header: HeapHeader
    var text: String
}

/// An integer that does not fit into 64 bits.
struct BigIntegerObject {
    var header: HeapHeader
    var integer: Int128
}

/// A list or a tuple.
struct SequenceObject {
    var header: HeapHeader
    var cells: UnsafeMutablePointer<Cell>
    var count: Int
    var capacity: Int
    /// The name that it was first assigned to: an index of `Naming`'s texts; -1 without one.
    var name: Int32 = -1

    @inline(__always)
    var elements: UnsafeMutableBufferPointer<Cell> { UnsafeMutableBufferPointer(start: cells, count: count) }
}

/// `range(start, stop, step)`, as its first number and how many there are.
struct RangeObject {
    var header: HeapHeader
    var start: Int
    var stop: Int
    var step: Int
    var count: Int
}

/// A variable that functions share.
struct BoxObject {
    var header: HeapHeader
    var cell: Cell
}

/// A function of the text, with what it takes from around it.
struct FunctionObject {
    var header: HeapHeader
    var code: Unmanaged<Code>
    /// The boxes of the variables that it shares with functions around, then the values of its defaults.
    var captured: UnsafeMutablePointer<Cell>
    var capturedCount: Int
    var capturedCapacity: Int
    /// Where the defaults begin in `captured`.
    var defaultStart: Int
    /// The class in whose block it stands, for `super()`; unbound elsewhere.
    var owner: Cell
}

/// A function with the object before its dot.
struct MethodObject {
    var header: HeapHeader
    var function: Cell
    var receiver: Cell
}

/// An object of a class of the text.
struct InstanceObject {
    var header: HeapHeader
    var type: Unmanaged<ClassInfo>
    /// What the class keeps for looking up.
    var cache: UnsafeMutablePointer<ClassInfo.Cache>
    /// The attributes, by the class's slots.
    var slots: UnsafeMutablePointer<Cell>
    var capacity: Int
    /// The name that it was first assigned to, as that of a list.
    var name: Int32 = -1
    /// A number of the object among all, which tells its scopes from others.
    var scope: UInt64 = 0
    /// The identity of its scopes, while the machine's scope names are those of this number.
    var identity: ScopeIdentity?
    var identityEpoch: Int32 = -1

    /// The version of the class, for caches.
    @inline(__always)
    var version: Int { cache.pointee.version }
}

/// What goes through the elements of something.
struct IteratorObject {
    enum Kind: UInt8 {
        case list, tuple, range, reversed, enumerate, zip, map
    }

    var header: HeapHeader
    var kind: Kind
    var isExhausted = false
    /// What it goes through; for `zip` a tuple of iterators, for `map` one behind its function.
    var source: Cell
    /// The function of `map`.
    var function = Cell.unbound
    var index: Int
    var count = 0
    var step = 1
}

/// A generator expression: its registers and the place where it goes on.
struct GeneratorObject {
    enum State: UInt8 {
        case waiting, running, finished
    }

    var header: HeapHeader
    var state: State
    var function: Cell
    var registers: UnsafeMutablePointer<Cell>
    var count: Int
    var capacity: Int
    /// Its next instruction.
    var position: Int
}

/// An object that is a class of Swift.
struct ForeignObject {
    var header: HeapHeader
    var object: AnyObject
}
