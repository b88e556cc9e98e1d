internal import Micrograd
internal import MicrogradSupport
internal import Synchronization

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// Ends the process if a picture takes too long: Graphviz cannot be asked to stop.
struct Watchdog {
    private static let isArmed = Atomic<Bool>(false)

    /// Runs `body`; prints the message and exits with the code for failure if that takes longer than `seconds`.
    ///
    /// - Parameter advice: What else to do than to allow more time.
    static func watch<Result, Failure: Error>(
        seconds: Double, advice: String, console: Console, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        isArmed.store(true, ordering: .sequentiallyConsistent)
        // Stands still while the machine sleeps, as the other thread's sleep does.
        let deadline = SuspendingClock.now + .seconds(seconds)
        start(seconds: seconds, advice: advice, console: console)
        defer {
            // On a busy machine the other thread may be late.
            if SuspendingClock.now > deadline { giveUp(seconds: seconds, advice: advice, console: console) }
            // Too late: the process is about to end, and nothing may be written any more.
            if !isArmed.exchange(false, ordering: .sequentiallyConsistent) { while true { pause() } }
        }
        return try body()
    }

    private static func start(seconds: Double, advice: String, console: Console) {
        let hasStarted = DetachedThread.start { wait(seconds: seconds, advice: advice, console: console) }
        guard hasStarted else {
            return console.warn(
                "the system has no thread for --timeout; a picture that takes longer is given up only once it is done"
            )
        }
    }

    private static func wait(seconds: Double, advice: String, console: Console) {
        var time = timespec()
        time.tv_sec = Int(seconds)
        time.tv_nsec = Int((seconds - seconds.rounded(.down)) * 1e9)
        var rest = timespec()
        while nanosleep(&time, &rest) != 0 { time = rest }
        giveUp(seconds: seconds, advice: advice, console: console)
    }

    /// Ends the process, unless the drawing is done.
    private static func giveUp(seconds: Double, advice: String, console: Console) {
        // Whoever takes the flag decides: either the drawing is done, or it never will be.
        guard isArmed.exchange(false, ordering: .sequentiallyConsistent) else { return }
        console.report(
            error: "the picture took longer than \(seconds.shortestDescription) s; \(advice), "
                + "or allow more time (--timeout)")
        _exit(ExitCode.failed.rawValue)
    }
}
