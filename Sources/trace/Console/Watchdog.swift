internal import Synchronization

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// Ends the process if a layout takes too long: Graphviz cannot be asked to stop.
struct Watchdog {
    private static let isArmed = Atomic<Bool>(false)

    /// Runs `body`; prints the message and exits with the code for failure if that takes longer than `seconds`.
    static func watch<Result, Failure: Error>(
        seconds: Double, console: Console, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        isArmed.store(true, ordering: .sequentiallyConsistent)
        start(seconds: seconds, console: console)
        defer { isArmed.store(false, ordering: .sequentiallyConsistent) }
        return try body()
    }

    private static func start(seconds: Double, console: Console) {
        let wait = Wait(seconds: seconds, console: console)
        #if canImport(Darwin)
            var thread: pthread_t?
        #else
            var thread = pthread_t()
        #endif
        let failed = pthread_create(
            &thread, nil,
            { argument in
                #if canImport(Darwin)
                    let wait = Unmanaged<Wait>.fromOpaque(argument).takeRetainedValue()
                #else
                    guard let argument else { return nil }
                    let wait = Unmanaged<Wait>.fromOpaque(argument).takeRetainedValue()
                #endif
                wait.run()
                return nil
            }, Unmanaged.passRetained(wait).toOpaque())
        if failed != 0 {
            console.warn("the system has no thread for --timeout; the layout may take any time")
        }
    }

    private final class Wait: Sendable {
        let seconds: Double
        let console: Console

        init(seconds: Double, console: Console) {
            self.seconds = seconds
            self.console = console
        }

        func run() {
            var time = timespec()
            time.tv_sec = Int(seconds)
            time.tv_nsec = Int((seconds - seconds.rounded(.down)) * 1e9)
            var rest = timespec()
            while nanosleep(&time, &rest) != 0 { time = rest }
            // Whoever takes the flag decides: either the drawing is done, or it never will be.
            guard isArmed.exchange(false, ordering: .sequentiallyConsistent) else { return }
            console.report(
                error: "the layout took longer than \(shortest(seconds)) s; draw a part of the graph, "
                    + "write json, txt or dot, which need no layout, or allow more time (--timeout)")
            _exit(ExitCode.failed.rawValue)
        }

        private func shortest(_ seconds: Double) -> String {
            seconds == seconds.rounded() ? String(Int(seconds)) : String(seconds)
        }
    }
}
