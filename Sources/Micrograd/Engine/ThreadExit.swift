internal import CMicrograd
internal import MicrogradSupport

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

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
