internal import CMicrograd

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// The states of tapes that have ended, to be used again.
enum TapeStatePool {
    // Addresses, because a pointer is not Sendable.
    private static let idle = Locked<[UInt]>([])

    static func take() -> TapeState.Reference? {
        idle.withLock { $0.popLast() }.map(TapeState.reference)
    }

    static func give(_ state: TapeState.Reference) {
        let address = UInt(bitPattern: state)
        idle.withLock { $0.append(address) }
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
        micrograd_set_current_tape(nil)
        TapeState.end(state.assumingMemoryBound(to: TapeState.self))
    }
#else
    private func endDefaultTape(_ state: UnsafeMutableRawPointer?) {
        micrograd_set_current_tape(nil)
        guard let state else { return }
        TapeState.end(state.assumingMemoryBound(to: TapeState.self))
    }
#endif
