#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A thread whose end can be waited for, that of its thread-specific data included.
///
/// Foundation's has no such wait.
struct Thread {
    private let thread: pthread_t

    init(_ body: @escaping @Sendable () -> Void) {
        let job = Unmanaged.passRetained(Job(body)).toOpaque()
        #if canImport(Darwin)
            var created: pthread_t?
            let status = pthread_create(&created, nil, { Job.run($0) }, job)
            guard status == 0, let created else { fatalError("No thread: error \(status).") }
        #else
            var created = pthread_t()
            let status = pthread_create(&created, nil, { Job.run($0) }, job)
            guard status == 0 else { fatalError("No thread: error \(status).") }
        #endif
        thread = created
    }

    func join() {
        pthread_join(thread, nil)
    }

    private final class Job: Sendable {
        private let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) { self.body = body }

        static func run(_ job: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
            if let job { Unmanaged<Job>.fromOpaque(job).takeRetainedValue().body() }
            return nil
        }
    }
}

/// Runs `body` on a new thread and waits until that has ended.
func onThread(_ body: @escaping @Sendable () -> Void) {
    Thread(body).join()
}
