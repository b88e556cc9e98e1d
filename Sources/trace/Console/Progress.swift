internal import MicrogradSupport

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// A line on a terminal that says what goes on, where that takes more than a second.
///
/// It is written over in place, and gone before anything else is written.
final class Progress: Sendable {
    private let line = Locked(Line())

    private struct Line {
        /// What goes on; nil before all work and after it.
        var stage: String?
        var hasThread = false
        var isShown = false
        /// Whether others have begun a line that is not at its end.
        var isBehindText = false
    }

    /// Says what goes on from here on.
    func begin(_ stage: String) {
        let needsThread = line.withLock { line in
            line.stage = stage
            defer { line.hasThread = true }
            return !line.hasThread
        }
        guard needsThread else { return }
        let start = SuspendingClock.now
        // Without a thread there is no line, and nothing else is amiss.
        _ = DetachedThread.start {
            repeat { usleep(200_000) } while self.show(since: start)
        }
    }

    /// Takes the line away, and brings it back no more.
    func end() {
        line.withLock { line in
            line.stage = nil
            Progress.hide(&line)
        }
    }

    /// Lets others write something that ends in `last` while the line is away.
    func giveWay<Result>(last: UInt8?, _ write: () -> Result) -> Result {
        line.withLock { line in
            Progress.hide(&line)
            if let last { line.isBehindText = last != UInt8(ascii: "\n") }
            return write()
        }
    }

    /// Draws the line anew, once it is time; false where all work is done.
    private func show(since start: SuspendingClock.Instant) -> Bool {
        let seconds = Int((SuspendingClock.now - start) / .seconds(1))
        return line.withLock { line in
            guard let stage = line.stage else { return false }
            if seconds >= 1, !line.isBehindText {
                line.isShown = true
                Progress.write("\r\u{1b}[Ktrace: \(stage), \(seconds) s")
            }
            return true
        }
    }

    private static func hide(_ line: inout Line) {
        if line.isShown { write("\r\u{1b}[K") }
        line.isShown = false
    }

    private static func write(_ text: String) {
        _ = File.writeAll(Array(text.utf8), to: STDERR_FILENO)
    }
}
