internal import CMicrograd
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
    private struct Content {
        // Addresses, because a pointer is not Sendable.
        var idle: [UInt] = []
        /// The number of the next state; 0 is that of none.
        var next: UInt64 = 1
    }

    private static let content = Locked(Content())

    /// The address of each state, by number: room for all that there can be, of which the system gives memory
    /// to what is used. Written before any stamp holds the number.
    private static let addresses: UInt = {
        guard let memory = calloc(1 << (64 - Int(TapeState.Stamp.generationBits)), MemoryLayout<UInt>.stride)
        else { trap("Out of memory: no room for the list of tapes.") }
        return UInt(bitPattern: memory)
    }()

    /// Returns an idle state, or a new one.
    static func take() -> TapeState.Reference {
        let address = content.withLock { content in
            if let idle = content.idle.popLast() { return idle }
            let state = UInt(bitPattern: TapeState.allocate(number: content.next))
            place(of: content.next).pointee = state
            content.next += 1
            return state
        }
        return TapeState.Reference(bitPattern: address).unsafelyUnwrapped
    }

    static func give(_ state: TapeState.Reference) {
        let address = UInt(bitPattern: state)
        content.withLock { $0.idle.append(address) }
    }

    /// The state of a number that some stamp holds.
    static func state(_ number: UInt64) -> TapeState.Reference {
        TapeState.Reference(bitPattern: place(of: number).pointee).unsafelyUnwrapped
    }

    private static func place(of number: UInt64) -> UnsafeMutablePointer<UInt> {
        UnsafeMutablePointer<UInt>(bitPattern: addresses).unsafelyUnwrapped + Int(number)
    }
}

/// Ends a thread's default tape when the thread ends.
enum ThreadExit {
    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        guard pthread_key_create(&key, endDefaultTape) == 0 else {
            trap("The system has no thread-specific key left for the default tape.")
        }
        return key
    }()

    static func register(_ state: TapeState.Reference) {
        pthread_setspecific(key, state)
    }
}

#if canImport(Darwin)
    private func endDefaultTape(_ state: UnsafeMutableRawPointer) {
        micrograd_clear_current_tape()
        TapeState.end(state.assumingMemoryBound(to: TapeState.self))
    }
#else
    private func endDefaultTape(_ state: UnsafeMutableRawPointer?) {
        micrograd_clear_current_tape()
        guard let state else { return }
        TapeState.end(state.assumingMemoryBound(to: TapeState.self))
    }
#endif
