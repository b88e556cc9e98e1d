internal import CMicrograd
internal import MicrogradSupport

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// The memory behind a tape: its nodes, which of its regions are open, and what names them.
///
/// A stamp holds the number of a state, and `TapeStatePool` its address, so a state is never freed. When its
/// tape ends it goes to a pool, and its next use continues the count of its regions: an old value never matches
/// again.
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
    /// While a `Recording` is made, its first node: from here on there are no numbers yet. Else beyond all nodes.
    @usableFromInline var firstStandIn: Int
    /// The nodes from here on have no gradient, and `grads` is not yet written for them.
    @usableFromInline var gradCount: Int
    /// What marks the values of the innermost open region.
    @usableFromInline var stamp: Stamp
    /// What marks the values made outside of all regions.
    @usableFromInline var baseStamp: Stamp
    // The memory that the three arrays stand in.
    private var dataBlock: UnsafeMutableRawPointer?
    private var gradBlock: UnsafeMutableRawPointer?
    private var nodeBlock: UnsafeMutableRawPointer?
    /// The number of the state among all states.
    let number: UInt64
    /// The thread whose default tape it is, which no other thread may use; else 0.
    var thread: UInt

    // MARK: Read by `backward()`

    /// No node from here on has a gradient that a sweep or a caller gave it, leaves apart.
    @usableFromInline var sweptEnd: Int
    /// All nodes before this one are leaves.
    var leafPrefix: Int
    /// Which sweeps ran, the last one last.
    var sweeps: RawStack<SweepRecord>

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
    /// How many names `scopeNames` has.
    var scopeNameCount: Int32
    var lastGeneration: UInt64
    // Never freed, as the state is.
    let scopeNames: UnsafeMutablePointer<ScopeNames>
    let labels: UnsafeMutablePointer<Labels>
    let innerGrads: UnsafeMutablePointer<InnerGradients>

    /// Which region made a value, of all regions of all tapes.
    ///
    /// The low 44 bits count the regions of a state: at 200 ns a region, they last 40 days. The high ones are
    /// the number of the state.
    @usableFromInline
    struct Stamp: BitwiseCopyable, Equatable {
        @usableFromInline let rawValue: UInt64

        @usableFromInline static let generationBits: UInt64 = 44

        init(rawValue: UInt64) { self.rawValue = rawValue }

        init(state number: UInt64, generation: UInt64) {
            guard generation < 1 << Stamp.generationBits else {
                trap(
                    "A tape can open \(UInt64(1) << Stamp.generationBits) regions in its life, and this one has: make a new Tape."
                )
            }
            rawValue = number << Stamp.generationBits | generation
        }

        /// The number of the state.
        var state: UInt64 { rawValue >> Stamp.generationBits }

        @inlinable @inline(__always)
        static func == (one: Stamp, other: Stamp) -> Bool { one.rawValue == other.rawValue }
    }

    /// A span of the tape that goes away as a whole: what one `withTape` records.
    struct Region {
        var start: Int
        var stamp: Stamp
        var scopeCount: Int
        var openScope: Int32
        var scopeNameCount: Int32
        var sweepCount: Int
        var compoundCount: Int
        var listedOperandCount: Int
        var changeCount: Int
    }
}

// MARK: - Life

extension TapeState {
    /// Returns an empty state, from the pool where it has one.
    ///
    /// - Parameter thread: The token of the only thread that may use it; nil for any.
    static func make(defaultOf thread: UInt?) -> Reference {
        let state = TapeStatePool.take()
        state.pointee.thread = thread ?? 0
        if state.pointee.capacity == 0 { state.pointee.grow() }
        state.pointee.openRegion()
        return state
    }

    /// Stands for an array of a tape that has no memory; never read or freed.
    private static func noMemory<Element>() -> UnsafeMutablePointer<Element> {
        UnsafeMutablePointer(bitPattern: MemoryLayout<Element>.alignment).unsafelyUnwrapped
    }

    /// Makes the state of a number that no other has.
    static func allocate(number: UInt64) -> Reference {
        guard number < 1 << (64 - Stamp.generationBits) else {
            trap("A process can have \(1 << (64 - Stamp.generationBits)) tapes at a time, and this one has.")
        }
        guard MemoryLayout<TapeState>.size <= MICROGRAD_NO_TAPE_SIZE else {
            trap("The memory that stands for no tape is smaller than a tape.")
        }
        let state = Reference.allocate(capacity: 1)
        let none = Stamp(rawValue: 0)
        let scopeNames = UnsafeMutablePointer<ScopeNames>.allocate(capacity: 1)
        scopeNames.initialize(to: ScopeNames())
        let labels = UnsafeMutablePointer<Labels>.allocate(capacity: 1)
        labels.initialize(to: Labels())
        let innerGrads = UnsafeMutablePointer<InnerGradients>.allocate(capacity: 1)
        innerGrads.initialize(to: InnerGradients())
        state.initialize(
            to: TapeState(
                data: noMemory(), grads: noMemory(), nodes: noMemory(), count: 0, capacity: 0,
                firstStandIn: .max, gradCount: 0,
                stamp: none, baseStamp: none, dataBlock: nil, gradBlock: nil, nodeBlock: nil, number: number,
                thread: 0, sweptEnd: 0, leafPrefix: 0,
                sweeps: RawStack(), compounds: RawStack(),
                listedOperands: RawStack(), changes: DataChanges(), regions: RawStack(),
                scopes: RawStack(), openScope: -1, scopeNameCount: 0, lastGeneration: 0,
                scopeNames: scopeNames, labels: labels, innerGrads: innerGrads))
        return state
    }

    /// Frees what the tape holds, ends all its values and gives the state back to the pool.
    static func end(_ state: Reference) {
        while state.pointee.regions.count > 0 { closeRegion(of: state) }
        // A new thread may get the token of one that ended: no old value may pass for valid there.
        state.pointee.thread = 0
        free(state.pointee.dataBlock)
        free(state.pointee.gradBlock)
        free(state.pointee.nodeBlock)
        state.pointee.dataBlock = nil
        state.pointee.gradBlock = nil
        state.pointee.nodeBlock = nil
        state.pointee.data = noMemory()
        state.pointee.grads = noMemory()
        state.pointee.nodes = noMemory()
        state.pointee.capacity = 0
        state.pointee.compounds.removeAll()
        state.pointee.listedOperands.removeAll()
        state.pointee.changes.log.removeAll()
        state.pointee.sweeps.removeAll()
        state.pointee.scopes.removeAll()
        state.pointee.regions.removeAll()
        state.pointee.labels.pointee = Labels()
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

    /// Writes into `grads` that the newest nodes have none.
    @usableFromInline @inline(never)
    mutating func prepareGrads() {
        var index = gradCount
        while index &+ 8 <= count {
            UnsafeMutableRawPointer(grads + index).storeBytes(
                of: SIMD8(repeating: Gradient.none), as: SIMD8<Double>.self)
            index &+= 8
        }
        while index < count {
            grads[index] = Gradient.none
            index &+= 1
        }
        gradCount = index
    }

    @usableFromInline @inline(never)
    mutating func grow() {
        guard capacity < 1 << 31 else {
            trap(
                "A tape holds at most 2,147,483,648 values, and this one is full: wrap each step in `withTape { }`, which frees what it recorded."
            )
        }
        let wanted = min(max(capacity * 2, 256), 1 << 31)
        grow(&data, in: &dataBlock, to: wanted, offset: 0)
        grow(&grads, in: &gradBlock, to: wanted, offset: 1408)
        grow(&nodes, in: &nodeBlock, to: wanted, offset: 2752)
        capacity = wanted
    }

    /// Grows an array, which begins `offset` bytes after the start of a page.
    ///
    /// Data and gradient of one node would else have the same low 12 bits in their addresses, which is all that
    /// a processor looks at before it takes a store for one that a load has to wait for: a fifth more time.
    private func grow<Element>(
        _ elements: inout UnsafeMutablePointer<Element>, in block: inout UnsafeMutableRawPointer?,
        to wanted: Int, offset: Int
    ) {
        let oldShift = block.map { UnsafeMutableRawPointer(elements) - $0 } ?? 0
        guard let memory = realloc(block, wanted * MemoryLayout<Element>.stride + TapeState.pageSize) else {
            trap("Out of memory: a tape of \(count) values could not grow.")
        }
        let shift = (offset - Int(bitPattern: memory)) & (TapeState.pageSize - 1)
        if block != nil, shift != oldShift {
            memmove(memory + shift, memory + oldShift, count * MemoryLayout<Element>.stride)
        }
        block = memory
        elements = (memory + shift).bindMemory(to: Element.self, capacity: wanted)
    }

    private static let pageSize = 4096
}

// MARK: - Regions

extension TapeState {
    @usableFromInline
    mutating func openRegion() {
        lastGeneration &+= 1
        stamp = Stamp(state: number, generation: lastGeneration)
        regions.push(
            Region(
                start: count, stamp: stamp, scopeCount: scopes.count, openScope: openScope,
                scopeNameCount: scopeNameCount, sweepCount: sweeps.count, compoundCount: compounds.count,
                listedOperandCount: listedOperands.count, changeCount: changes.log.count))
        if regions.count == 1 { baseStamp = stamp }
    }

    /// Makes the values of the innermost region invalid, and marks those to come anew.
    mutating func renewStamp() {
        lastGeneration += 1
        stamp = Stamp(state: number, generation: lastGeneration)
        regions[regions.count - 1].stamp = stamp
        if regions.count == 1 { baseStamp = stamp }
    }

    /// Ends the innermost region, and gives what it recorded to the one around it.
    mutating func joinRegion() {
        regions.count -= 1
        stamp = regions.last.stamp
        if regions.count == 1 { baseStamp = stamp }
    }

    /// Ends the innermost region: its values, scopes and labels go away.
    @usableFromInline
    static func closeRegion(of state: Reference) {
        let region = state.pointee.regions.last
        state.pointee.regions.count &-= 1
        state.pointee.count = region.start
        state.pointee.gradCount = min(state.pointee.gradCount, region.start)
        state.pointee.compounds.count = region.compoundCount
        state.pointee.listedOperands.count = region.listedOperandCount
        if state.pointee.changes.log.count > region.changeCount { state.pointee.endChanges(of: region) }
        if !state.pointee.innerGrads.pointee.isEmpty {
            state.pointee.innerGrads.pointee.removeAll(from: region.start)
        }
        state.pointee.scopes.count = region.scopeCount
        state.pointee.endSweeps(of: region)
        state.pointee.openScope = region.openScope
        if state.pointee.scopeNameCount > region.scopeNameCount {
            state.pointee.removeNames(from: region.scopeNameCount)
        }
        state.pointee.sweptEnd = min(state.pointee.sweptEnd, region.start)
        state.pointee.leafPrefix = min(state.pointee.leafPrefix, region.start)
        if state.pointee.labels.pointee.end > region.start {
            state.pointee.labels.pointee.removeAll(from: region.start)
        }
        guard state.pointee.regions.count > 0 else {
            state.pointee.stamp = Stamp(rawValue: 0)
            state.pointee.baseStamp = Stamp(rawValue: 0)
            return
        }
        state.pointee.stamp = state.pointee.regions.last.stamp
    }
}
