internal import MicrogradSupport

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// All states that the process has made, and those of tapes that have ended, to be used again.
enum TapeStatePool {
    private struct States {
        // Addresses, because a pointer is not Sendable.
        var idle: [UInt] = []
        /// The number of the next state; 0 is that of none.
        var next: UInt64 = 1
    }

    private static let states = Locked(States())

    /// The address of each state, by number: room for all that there can be, of which the system gives memory
    /// to what is used. Written before any stamp holds the number.
    private static let addresses: UInt = {
        guard let memory = calloc(1 << (64 - Int(TapeState.Stamp.generationBits)), MemoryLayout<UInt>.stride)
        else { trap("Out of memory: no room for the list of tapes.") }
        return UInt(bitPattern: memory)
    }()

    /// Returns an idle state, or a new one.
    static func take() -> TapeState.Reference {
        let address = states.withLock { states in
            if let idle = states.idle.popLast() { return idle }
            let state = UInt(bitPattern: TapeState.allocate(number: states.next))
            place(of: states.next).pointee = state
            states.next += 1
            return state
        }
        return TapeState.Reference(bitPattern: address).unsafelyUnwrapped
    }

    static func give(_ state: TapeState.Reference) {
        let address = UInt(bitPattern: state)
        states.withLock { $0.idle.append(address) }
    }

    /// The state of a number that some stamp holds.
    static func state(_ number: UInt64) -> TapeState.Reference {
        TapeState.Reference(bitPattern: place(of: number).pointee).unsafelyUnwrapped
    }

    private static func place(of number: UInt64) -> UnsafeMutablePointer<UInt> {
        UnsafeMutablePointer<UInt>(bitPattern: addresses).unsafelyUnwrapped + Int(number)
    }
}
