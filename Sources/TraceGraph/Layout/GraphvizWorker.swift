#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif
internal import Micrograd
internal import MicrogradSupport

/// The one thread on which Graphviz runs: its layout has global state, and recurses deeper than an
/// ordinary thread's stack allows.
final class GraphvizWorker: @unchecked Sendable {
    // All state is guarded by `mutex`; the work handed over outlives the call that waits for it.
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let changed: UnsafeMutablePointer<pthread_cond_t>
    private var work: (() -> Void)?
    private var isBusy = false

    static let shared = GraphvizWorker()

    /// About 97 bytes a node of a chain are needed; memory is only taken where it is used.
    private static let stackSizes = [512 << 20, 64 << 20]

    private init() {
        mutex = .allocate(capacity: 1)
        changed = .allocate(capacity: 1)
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(changed, nil)
        let hasStarted = GraphvizWorker.stackSizes.contains { size in
            DetachedThread.start(stackSize: size) { self.loop() }
        }
        guard hasStarted else {
            trap("The system could not start the thread that Graphviz runs on.")
        }
    }

    private func loop() {
        pthread_mutex_lock(mutex)
        while true {
            while work == nil { pthread_cond_wait(changed, mutex) }
            let current = work
            pthread_mutex_unlock(mutex)
            current?()
            pthread_mutex_lock(mutex)
            work = nil
            pthread_cond_broadcast(changed)
        }
    }

    /// Runs `body` on the worker, one call at a time.
    func run<Result: Sendable>(
        _ body: @Sendable () throws(TraceGraphError) -> Result
    ) throws(TraceGraphError) -> Result {
        nonisolated(unsafe) var outcome: Swift.Result<Result, TraceGraphError>?
        withoutActuallyEscaping(body) { body in
            pthread_mutex_lock(mutex)
            while isBusy { pthread_cond_wait(changed, mutex) }
            isBusy = true
            work = {
                do throws(TraceGraphError) {
                    outcome = .success(try body())
                } catch {
                    outcome = .failure(error)
                }
            }
            pthread_cond_broadcast(changed)
            while work != nil { pthread_cond_wait(changed, mutex) }
            isBusy = false
            pthread_cond_broadcast(changed)
            pthread_mutex_unlock(mutex)
        }
        guard let outcome else { trap("A Graphviz job ended without a result.") }
        return try outcome.get()
    }
}
