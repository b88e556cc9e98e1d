internal import Micrograd

/// Runs the code of a text.
///
/// Objects are cells in registers; a call is a frame whose registers overlap with those of its caller, so that
/// arguments are where the function wants them. No call of the text's own functions is one of the machine's.
final class Machine {
    let source: SourceText
    let kind: ProgramKind
    let options: RunOptions
    let heap: Heap
    let builtins: [Builtin]
    let lookup: any BuiltinLookup
    let tape: TapeCursor
    private let print: (String) -> Void

    /// What the loop uses stands behind a pointer, where no access needs a check.
    let core: UnsafeMutablePointer<MachineCore>
    var stack: UnsafeMutablePointer<Cell> {
        @inline(__always) get { core.pointee.stack }
        @inline(__always) set { core.pointee.stack = newValue }
    }
    var frames: UnsafeMutablePointer<Frame> {
        @inline(__always) get { core.pointee.frames }
        @inline(__always) set { core.pointee.frames = newValue }
    }
    var top: Int {
        @inline(__always) get { core.pointee.top }
        @inline(__always) set { core.pointee.top = newValue }
    }
    var budget: Int {
        @inline(__always) get { core.pointee.budget }
        @inline(__always) set { core.pointee.budget = newValue }
    }

    /// The numbers of the names, and what they mean.
    var names = NameTable()
    /// What the compiler found out for messages.
    var assignedNames: Set<Int> = []
    var shadowedBuiltins: [Int: [Int]] = [:]
    var missingModules: [Int: String] = [:]
    var skippedNames: Set<Int> = []
    var leftOutNames: [Int: Problem] = [:]
    @inline(__always)
    var globalStart: Int { Int(Scope.moduleTemporaries) }

    var naming: Naming {
        @inline(__always) _read { yield core.pointee.naming }
        @inline(__always) _modify { yield &core.pointee.naming }
    }
    var backward: BackwardLog {
        @inline(__always) _read { yield core.pointee.backward }
        @inline(__always) _modify { yield &core.pointee.backward }
    }
    var dataChanges: DataChangeLog {
        @inline(__always) _read { yield core.pointee.dataChanges }
        @inline(__always) _modify { yield &core.pointee.dataChanges }
    }
    var notes: Notes {
        @inline(__always) _read { yield core.pointee.notes }
        @inline(__always) _modify { yield &core.pointee.notes }
    }

    var random: RandomStream
    /// The row of a network's call.
    let networkRow: Int
    private(set) var hasPrinted = false
    /// Classes of the text live as long as the run.
    var classes: [ClassInfo] = []
    var codes: [Code] = []
    var classVersion = 0
    /// What `__repr__` gave for objects that are being written.
    var representations: [UInt64: String] = [:]

    init(
        _ source: SourceText, kind: ProgramKind, options: RunOptions, heap: Heap, builtins: [Builtin],
        lookup: any BuiltinLookup, print: @escaping (String) -> Void
    ) {
        self.source = source
        self.kind = kind
        self.options = options
        self.heap = heap
        self.builtins = builtins
        self.lookup = lookup
        self.print = print
        tape = TapeCursor()
        random = RandomStream(seed: options.seed)
        networkRow = builtins.firstIndex { $0.name == "model" } ?? 0
        core = .allocate(capacity: 1)
        core.initialize(
            to: MachineCore(
                stack: .allocate(capacity: 1), stackCapacity: 0, frames: .allocate(capacity: 64),
                frameCapacity: 64, budget: options.maximumSteps,
                naming: Naming(wanted: Set(options.roots.map(Identifier.normalized)))))
    }

    deinit {
        stack.deallocate()
        frames.deallocate()
        core.deinitialize(count: 1)
        core.deallocate()
    }

    /// How objects are written: in an expression file, where nobody wrote `Value`, a value is its number.
    var writer: ObjectWriter { ObjectWriter(machine: self) }

    // MARK: - Globals

    func global(_ name: Int) -> Cell { stack[globalStart + name] }

    /// The names of the text that hold something, in order.
    var boundNames: [(name: String, cell: Cell)] {
        names.texts.enumerated().compactMap { index, text in
            let cell = global(index)
            guard cell.isBound, lookup.global(text).map({ !$0.isSame(as: cell) }) ?? true else { return nil }
            return (text, cell)
        }
    }

    // MARK: - The stack

    /// Makes room for registers up to an index.
    @inline(__always)
    func reserve(_ count: Int) {
        let old = core.pointee.stackCapacity
        if _slowPath(count > old) { grow(to: count, from: old) }
    }

    @inline(never)
    private func grow(to count: Int, from old: Int) {
        let capacity = max(count, old * 2, 4096)
        let memory = UnsafeMutablePointer<Cell>.allocate(capacity: capacity)
        memory.update(from: stack, count: old)
        (memory + old).update(repeating: .unbound, count: capacity - old)
        stack.deallocate()
        stack = memory
        core.pointee.stackCapacity = capacity
    }

    @inline(__always)
    func push(_ frame: Frame) throws(Failure) {
        guard top < Machine.deepestCall else { throw failure(.recursion(Machine.deepestCall)) }
        let capacity = core.pointee.frameCapacity
        if top + 1 == capacity {
            let memory = UnsafeMutablePointer<Frame>.allocate(capacity: capacity * 2)
            memory.update(from: frames, count: capacity)
            frames.deallocate()
            frames = memory
            core.pointee.frameCapacity = capacity * 2
        }
        top += 1
        frames[top] = frame
    }

    /// As in Python.
    static let deepestCall = 1000
    /// How deep built-in functions may call functions that call built-in functions that ….
    static let deepestNesting = 100

    // MARK: - Work

    /// Counts operations against the limit of the run.
    func step(_ count: Int = 1) throws(Failure) {
        budget -= count
        guard budget >= 0 else { throw failure(.tooManySteps(options.maximumSteps)) }
    }

    func printText(_ text: String) {
        hasPrinted = true
        print(text)
    }

    // MARK: - Values

    @inline(__always)
    func value(_ cell: Cell) -> Value { tape.value(at: cell.position) }

    @inline(__always)
    func cell(_ value: Value) -> Cell { Cell(valueAt: value.position) }
}
