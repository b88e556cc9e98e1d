/// One step of the machine: what to do, and up to three registers.
///
/// An operand of which the highest bit is set is a constant of the code instead of a register.
struct Instruction: BitwiseCopyable {
    var operation: Opcode
    /// Flags, where the operation has some.
    var flags: UInt8 = 0
    var a: UInt16 = 0
    var b: UInt16 = 0
    var c: UInt16 = 0

    static let constantBit: UInt16 = 0x8000
    /// The flag of an operator of which a plain number beside a Value has been noted.
    static let seen: UInt8 = 1

    init(_ operation: Opcode, flags: UInt8 = 0, _ a: UInt16 = 0, _ b: UInt16 = 0, _ c: UInt16 = 0) {
        self.operation = operation
        self.flags = flags
        self.a = a
        self.b = b
        self.c = c
    }

    /// An instruction with one register and a number of 32 bits.
    init(_ operation: Opcode, flags: UInt8 = 0, _ a: UInt16, wide: Int) {
        let bits = UInt32(truncatingIfNeeded: wide)
        self.init(
            operation, flags: flags, a, UInt16(truncatingIfNeeded: bits),
            UInt16(truncatingIfNeeded: bits >> 16))
    }

    /// The number that `b` and `c` are together.
    @inline(__always)
    var wide: Int { Int(Int32(bitPattern: UInt32(b) | UInt32(c) << 16)) }
}

/// What an instruction does; `a`, `b` and `c` are registers where nothing else is said.
enum Opcode: UInt8 {
    case nop
    // MARK: Moving
    /// a = b.
    case move
    /// Refuses a name that has no object yet.
    case check
    /// a = constant `wide`.
    case loadConstant
    /// a = global `wide`; and back.
    case loadGlobal, storeGlobal
    /// a = what the box b holds; the box a holds b; a is a new box around what it held.
    case loadBox, storeBox, makeBox
    /// a = what the captured box number b holds; a = the box itself.
    case loadCaptured, loadCapturedBox

    // MARK: Operators
    /// a = b + c, ….
    case add, subtract, multiply, divide, power, floorDivide, remainder
    /// a = b += c, where a list grows in place.
    case addInPlace, multiplyInPlace
    /// a = -b, +b, not b.
    case negate, plus, not
    /// a = b < c, ….
    case less, lessOrEqual, greater, greaterOrEqual, equal, notEqual
    case isIn, isNotIn, isSame, isNotSame
    /// a = a + b, where a may have no object yet: a step of `sum`.
    case addToSum

    // MARK: Jumps, by `wide` instructions from the next one
    case jump, jumpIf, jumpIfNot
    /// A jump back, where memory may be tidied.
    case loop
    /// Prepares a loop over a: its state stands in a and the two registers after it.
    case prepareLoop
    /// The c registers from b = the next elements of the loop a, and the next instruction is left out; at the end it
    /// is not.
    case nextElements
    /// b = the next element of the loop a, and the next instruction is left out; at the end it is not.
    case next
    /// Leaves the next instruction out where a is the built-in function number b.
    case unlessBuiltin

    // MARK: Objects
    /// a = b.site; a.site = b.
    case getAttribute, setAttribute
    /// The same where the name is that of a Value's number or gradient.
    case getData, getGrad, setData, setGrad
    /// a = b[c]; a[b] = c.
    case getItem, setItem
    /// a = b[c : c+1 : c+2].
    case getSlice
    /// a = an empty list with room for b; the list a gets b at its end.
    case newList, append
    /// a = a tuple of c registers from b; a = a tuple of the list b.
    case makeTuple, tupleOfList
    /// The c registers from b = the elements of a.
    case unpack
    /// a = b as text, by the format in c where it is not `noOperand`; `flags` is the conversion.
    case format
    /// a = c texts from register b, joined.
    case join

    // MARK: Calls
    /// a = a(b arguments behind it).
    case call
    /// The same, the last of them by name: keyword site c.
    case callKeywords
    /// a = a(*list in a+1, **keywords in a+2).
    case callSpread
    /// a = (a+1).site(b arguments behind it).
    case callMethod
    /// a = the keywords of site b with the values of the registers from c; a takes over the keywords b.
    case makeKeywords, mergeKeywords
    /// Puts all elements of b behind those of the list a.
    case extend
    case result, resultNone, yield
    /// a = function b of the code, its defaults in the registers from c.
    case makeFunction
    /// a = class b of the code, of the base in c.
    case makeClass
    /// The class a has an attribute b (a name of the code), c.
    case setClassAttribute
    /// a = super() of the first parameter.
    case makeSuper

    // MARK: Statements
    /// a gets the name `wide`, as a global one.
    case bindGlobal
    /// a gets the name c of the code, counted in register b.
    case bindLocal
    /// a has a line of its own; a is what a cell of a notebook ends with.
    case keep, show
    /// Binds all of the module `wide`.
    case importAll
    /// Ends with failure `wide` of the code, or notes it.
    case fail, note
    /// Ends because an assertion did not hold, with a as its message.
    case failAssertion
    /// The end of the text.
    case end

    static let noOperand: UInt16 = 0xffff
}

/// The flags of `bindGlobal` and `bindLocal`.
enum BindFlags {
    /// The elements of the list are named after it.
    static let elements: UInt8 = 1
    /// A number becomes an input of the graph.
    static let lifts: UInt8 = 2
}
