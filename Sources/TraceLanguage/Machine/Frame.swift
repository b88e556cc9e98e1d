/// A call that is running: its code, where it is, and its registers.
struct Frame {
    enum Kind: UInt8 {
        /// Gives its result to the one who called.
        case plain
        /// Makes an object: its result is the object.
        case construction
        /// Gives elements of a generator expression.
        case generator
    }

    var code: Unmanaged<Code>
    var constants: UnsafePointer<Cell>
    var caches: UnsafeMutablePointer<AttributeCache>
    var instruction: UnsafePointer<Instruction>
    /// The first of its registers, in the stack.
    var base: Int
    /// The function or generator, for what it shares with others.
    var function: Cell
    /// The object that a construction makes.
    var object = Cell.unbound
    /// The register of the caller, in the stack, that the result goes to.
    var target: Int
    var kind: Kind
    /// Whether a built-in function waits for the result.
    var isBoundary: Bool
    /// Whether the call is a frame of the picture.
    var hasScope: Bool

    init(
        _ code: Code, base: Int, function: Cell, target: Int, kind: Kind = .plain, isBoundary: Bool = false,
        hasScope: Bool = false
    ) {
        self.code = Unmanaged.passUnretained(code)
        constants = UnsafePointer(code.constants)
        caches = code.caches
        instruction = UnsafePointer(code.instructions)
        self.base = base
        self.function = function
        self.target = target
        self.kind = kind
        self.isBoundary = isBoundary
        self.hasScope = hasScope
    }
}

/// What the loop of the machine reads and writes all the time.
struct MachineCore {
    /// The registers of all frames. Those of the text come first: what lies between, then the global names.
    var stack: UnsafeMutablePointer<Cell>
    var stackCapacity: Int
    var frames: UnsafeMutablePointer<Frame>
    var frameCapacity: Int
    /// The innermost frame.
    var top = -1
    /// How many operations are left.
    var budget: Int
    /// How many loops of the machine wait for another.
    var nesting = 0
    /// Changes when the tape forgets the names of scopes.
    var scopeEpoch: Int32 = 0
    var naming: Naming
    var backward = BackwardLog()
    var dataChanges = DataChangeLog()
    var notes = Notes()
    /// Registers before this one are in use, though no frame may have them.
    var stackHold = 0
    /// The tape's length, and the bytes of the heap, from which on memory is tidied.
    var tidyLimit = 1 << 15
    var heapLimit = 1 << 22
}
