internal import CMicrograd

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// The memory behind a tape: its nodes, which of its regions are open, and what names them.
///
/// A value holds the address of a state, so a state is never freed. When its tape ends it goes to a
/// pool, and its next use continues the count of its generations: an old value never matches again.
@usableFromInline
struct TapeState: BitwiseCopyable {
    @usableFromInline typealias Reference = UnsafeMutablePointer<TapeState>

    // MARK: Read by every operation

    // Data and gradients in arrays of their own: what stands side by side is read side by side.
    @usableFromInline var data: UnsafeMutablePointer<Double>
    /// The gradients, or `Gradient.none` where no backward has reached the node.
    @usableFromInline var grads: UnsafeMutablePointer<Double>
    @usableFromInline var nodes: UnsafeMutablePointer<Node>
    @usableFromInline var count: Int
    @usableFromInline var capacity: Int
    /// The thread whose use needs no closer look: that of a default tape, or that of `Tape.use`; else 0.
    @usableFromInline var thread: UInt
    /// What marks the values of the innermost open region.
    @usableFromInline var stamp: Stamp
    /// The generation of the values made outside of all regions, where the rest of their stamp is that of
    /// `stamp`; else the generation of `stamp`.
    @usableFromInline var baseGeneration: UInt32
    /// Whether the tape is the default tape of `thread`, which no other thread may use.
    var isDefault: Bool

    // MARK: Read by `backward()`

    /// No node from here on has a gradient that a sweep or a caller gave it, leaves apart.
    @usableFromInline var sweptEnd: Int
    /// All nodes before this one are leaves.
    var leafPrefix: Int
    /// Which sweeps ran, the last one last.
    var sweeps: RawStack<Sweep>

    // MARK: Compounds

    @usableFromInline var compounds: RawStack<Compound>
    /// The indices of operands that do not stand side by side.
    var listedOperands: RawStack<UInt32>
    var changes: DataChanges

    // MARK: Regions and names

    var regions: RawStack<Region>
    var scopes: RawStack<ScopeRecord>
    /// The innermost open scope, or -1.
    var openScope: Int32
    var lastGeneration: UInt64
    /// Never freed, as the state is.
    let labels: UnsafeMutablePointer<Labels>

    /// Which region made a value: the address of its state, with a number of 44 bits in two parts.
    ///
    /// A state lies on a boundary of 4,096 bytes, so the low 12 bits of its address are free.
    /// At 200 ns a region, 44 bits last 40 days.
    @usableFromInline
    struct Stamp: BitwiseCopyable {
        @usableFromInline var tape: UInt
        @usableFromInline var generation: UInt32

        init(tape: UInt, generation: UInt32) {
            self.tape = tape
            self.generation = generation
        }

        init(state: Reference, generation: UInt64) {
            guard generation < 1 << 44 else {
                trap(
                    "A tape can open \(UInt64(1) << 44) regions in its life, and this one has: make a new Tape."
                )
            }
            tape = UInt(bitPattern: state) | UInt(generation >> 32)
            self.generation = UInt32(truncatingIfNeeded: generation)
        }

        static func == (one: Stamp, other: Stamp) -> Bool {
            one.tape == other.tape && one.generation == other.generation
        }
    }

    /// `calls` sweeps in a row from one root.
    struct Sweep {
        var root: Int
        var calls: Int
        /// Whether the root is gone: it stood after `root` and before what follows that now.
        var isRootGone = false
    }

    /// A span of the tape that goes away as a whole: what one `withTape` records.
    struct Region {
        var start: Int
        var stamp: Stamp
        var scopeCount: Int
        var openScope: Int32
        var labelCount: Int
        var sweepCount: Int
        var compoundCount: Int
        var listedOperandCount: Int
        var changeCount: Int
    }
}

// MARK: - Life

extension TapeState {
    @usableFromInline static let alignment: UInt = 4096

    @inlinable @inline(__always)
    static func reference(_ tape: UInt) -> Reference {
        // A stamp always holds the address of a state.
        Reference(bitPattern: tape & ~(alignment - 1)).unsafelyUnwrapped
    }

    /// Returns an empty state, from the pool where it has one.
    ///
    /// - Parameter thread: The token of the only thread that may use it; nil for any.
    static func make(defaultOf thread: UInt?) -> Reference {
        let state = TapeStatePool.take() ?? allocate()
        state.pointee.thread = thread ?? 0
        state.pointee.isDefault = thread != nil
        if state.pointee.capacity == 0 { state.pointee.grow() }
        state.pointee.openRegion(of: state)
        return state
    }

    /// Stands for an array of a tape that has no memory; never read or freed.
    private static func noMemory<Element>() -> UnsafeMutablePointer<Element> {
        UnsafeMutablePointer(bitPattern: MemoryLayout<Element>.alignment).unsafelyUnwrapped
    }

    private static func allocate() -> Reference {
        var memory: UnsafeMutableRawPointer?
        guard posix_memalign(&memory, Int(alignment), MemoryLayout<TapeState>.size) == 0, let memory else {
            trap("Out of memory: no room for a new tape.")
        }
        let state = memory.bindMemory(to: TapeState.self, capacity: 1)
        let none = Stamp(tape: 0, generation: 0)
        let labels = UnsafeMutablePointer<Labels>.allocate(capacity: 1)
        labels.initialize(to: Labels())
        state.initialize(
            to: TapeState(
                data: noMemory(), grads: noMemory(), nodes: noMemory(), count: 0, capacity: 0, thread: 0,
                stamp: none, baseGeneration: 0,
                isDefault: false, sweptEnd: 0, leafPrefix: 0, sweeps: RawStack(), compounds: RawStack(),
                listedOperands: RawStack(), changes: DataChanges(), regions: RawStack(),
                scopes: RawStack(), openScope: -1, lastGeneration: 0, labels: labels))
        return state
    }

    /// Frees what the tape holds, ends all its values and gives the state back to the pool.
    static func end(_ state: Reference) {
        while state.pointee.regions.count > 0 { closeRegion(of: state) }
        // A new thread may get the token of one that ended: no old value may pass for valid there.
        state.pointee.thread = 0
        state.pointee.isDefault = false
        if state.pointee.capacity > 0 {
            free(state.pointee.data)
            free(state.pointee.grads)
            free(state.pointee.nodes)
        }
        state.pointee.data = noMemory()
        state.pointee.grads = noMemory()
        state.pointee.nodes = noMemory()
        state.pointee.capacity = 0
        TapeStatePool.give(state)
    }

    /// The state on which the calling thread records.
    @usableFromInline
    static func makeDefault() -> Reference {
        let state = make(defaultOf: micrograd_thread_token())
        micrograd_set_current_tape(state)
        ThreadExit.register(state)
        return state
    }

    @usableFromInline @inline(never)
    mutating func grow() {
        guard capacity < 1 << 31 else {
            trap(
                "A tape holds at most 2,147,483,648 values, and this one is full: wrap each step in `withTape { }`, which frees what it recorded."
            )
        }
        let wanted = min(max(capacity * 2, 256), 1 << 31)
        grow(&data, to: wanted)
        grow(&grads, to: wanted)
        grow(&nodes, to: wanted)
        capacity = wanted
    }

    private func grow<Element>(_ elements: inout UnsafeMutablePointer<Element>, to wanted: Int) {
        guard
            let memory = realloc(capacity == 0 ? nil : elements, wanted * MemoryLayout<Element>.stride)
        else {
            trap("Out of memory: a tape of \(count) values could not grow.")
        }
        elements = memory.bindMemory(to: Element.self, capacity: wanted)
    }
}

// MARK: - Regions

extension TapeState {
    @usableFromInline
    mutating func openRegion(of state: Reference) {
        lastGeneration += 1
        stamp = Stamp(state: state, generation: lastGeneration)
        regions.push(
            Region(
                start: count, stamp: stamp, scopeCount: scopes.count, openScope: openScope,
                labelCount: labels.pointee.logCount, sweepCount: sweeps.count, compoundCount: compounds.count,
                listedOperandCount: listedOperands.count, changeCount: changes.log.count))
        stampChanged()
    }

    /// Forgets the sweeps from values of a region that ends; those from older values still count.
    private mutating func endSweeps(of region: Region) {
        let end = sweeps.count
        sweeps.count = region.sweepCount
        for index in region.sweepCount..<end
        where sweeps[index].root < region.start && !sweeps[index].isRootGone {
            log(sweeps[index], after: regions.count > 0 ? regions.last.sweepCount : 0)
        }
    }

    /// Adds to the log of sweeps, in one entry with the last where that has the same root.
    ///
    /// - Parameter start: The entries before it belong to a region around this one, and stay as they are.
    mutating func log(_ sweep: Sweep, after start: Int) {
        if sweeps.count > start, sweeps.last.root == sweep.root, !sweeps.last.isRootGone {
            sweeps[sweeps.count - 1].calls += sweep.calls
        } else {
            sweeps.push(sweep)
        }
    }

    /// Makes the values of the innermost region invalid, and marks those to come anew.
    mutating func renewStamp(of state: Reference) {
        lastGeneration += 1
        stamp = Stamp(state: state, generation: lastGeneration)
        regions[regions.count - 1].stamp = stamp
        stampChanged()
    }

    private mutating func stampChanged() {
        let base = regions[0].stamp
        baseGeneration = base.tape == stamp.tape ? base.generation : stamp.generation
    }

    /// Ends the innermost region: its values, scopes and labels go away.
    @usableFromInline
    static func closeRegion(of state: Reference) {
        let region = state.pointee.regions.pop()
        state.pointee.count = region.start
        state.pointee.compounds.count = region.compoundCount
        state.pointee.listedOperands.count = region.listedOperandCount
        state.pointee.endChanges(of: region)
        state.pointee.scopes.count = region.scopeCount
        state.pointee.endSweeps(of: region)
        state.pointee.openScope = region.openScope
        state.pointee.sweptEnd = min(state.pointee.sweptEnd, region.start)
        state.pointee.leafPrefix = min(state.pointee.leafPrefix, region.start)
        state.pointee.labels.pointee.removeLabels(from: region.start, loggedAfter: region.labelCount)
        guard state.pointee.regions.count > 0 else { return }
        state.pointee.stamp = state.pointee.regions.last.stamp
        state.pointee.stampChanged()
    }
}
