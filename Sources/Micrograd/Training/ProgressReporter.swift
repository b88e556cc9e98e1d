internal import MicrogradSupport

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// Writes how far a training is.
package struct ProgressReporter {
    private let epochs: Int
    private let firstEpoch: Int
    private let columns: Int
    private let style: Style
    private let now: () -> ContinuousClock.Instant
    private let write: (String) -> Void
    private let start: ContinuousClock.Instant
    private var lastBar: ContinuousClock.Instant?

    private enum Style { case bar, lines, none }

    /// Shorter work says nothing.
    private static let patience = Duration.seconds(2)
    /// Often enough to look alive, seldom enough to cost nothing.
    private static let interval = Duration.milliseconds(100)

    init(_ progress: TrainingProgress, epochs: Int, from firstEpoch: Int) {
        var size = winsize()
        let isTerminal = isatty(STDERR_FILENO) == 1
        let isKnown = isTerminal && ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        self.init(
            progress, epochs: epochs, from: firstEpoch, isTerminal: isTerminal,
            columns: isKnown ? Int(size.ws_col) : 80, now: { .now },
            // What cannot be shown is not shown: a training does not end for it.
            write: { _ = File.writeAll(Array($0.utf8), to: STDERR_FILENO) })
    }

    /// - Parameters:
    ///   - firstEpoch: That of which the start is the start of the work.
    ///   - isTerminal: Whether what is written goes to a terminal.
    ///   - columns: How wide that is.
    ///   - now: The clock.
    ///   - write: Takes what is said.
    package init(
        _ progress: TrainingProgress, epochs: Int, from firstEpoch: Int = 0, isTerminal: Bool,
        columns: Int = 80, now: @escaping () -> ContinuousClock.Instant, write: @escaping (String) -> Void
    ) {
        self.epochs = epochs
        self.firstEpoch = firstEpoch
        self.columns = columns
        self.now = now
        self.write = write
        start = now()
        style =
            switch progress {
            case .silent: .none
            case .automatic: isTerminal ? .bar : .lines
            }
    }

    /// Draws the bar anew, if it is time.
    ///
    /// - Parameters:
    ///   - done: How many epochs, with a fraction for the one under way.
    ///   - last: The last complete one.
    package mutating func update(done: Double, last: TrainingEpoch?) {
        guard style == .bar else { return }
        let now = now()
        guard now - start > ProgressReporter.patience,
            lastBar.map({ now - $0 > ProgressReporter.interval }) ?? true
        else { return }
        lastBar = now
        let secondsLeft =
            (now - start) / .seconds(1) / (done - Double(firstEpoch)) * (Double(epochs) - done)
        let bar = ProgressReporter.bar(
            done: done, epochs: epochs, last: last, secondsLeft: secondsLeft, columns: columns)
        write("\r\(bar)\u{1b}[K")
    }

    /// Says a line where another tenth of the epochs is done.
    package func finish(_ epoch: TrainingEpoch) {
        guard style == .lines, now() - start > ProgressReporter.patience else { return }
        let done = epoch.number + 1
        guard done == epochs || done * 10 / epochs > (done - 1) * 10 / epochs else { return }
        let parts = [ProgressReporter.loss(epoch), ProgressReporter.accuracy(epoch)].compactMap { $0 }
        write("epoch \(done)/\(epochs)  \(parts.joined(separator: "  "))\n")
    }

    /// Takes the bar away: at the end, and before others write.
    package func hide() {
        if lastBar != nil { write("\r\u{1b}[K") }
    }

    /// Says why a training ended that should not have.
    package func warn(_ text: String) {
        hide()
        if style != .none { write("\(text)\n") }
    }

    /// Shorter than a line of the terminal, such as `epoch 12/50 [===>            ]  23 %  loss 0.1234  0:42 left`.
    package static func bar(
        done: Double, epochs: Int, last: TrainingEpoch?, secondsLeft: Double, columns: Int = 80
    ) -> String {
        let width = 16
        let share = min(max(done / Double(epochs), 0), 1)
        let filled = Int(share * Double(width))
        let bar =
            String(repeating: "=", count: filled) + (filled < width ? ">" : "")
            + String(repeating: " ", count: max(width - filled - 1, 0))
        let percent = "\(Int(share * 100))"
        let start =
            "epoch \(min(Int(done) + 1, epochs))/\(epochs) [\(bar)] "
            + String(repeating: " ", count: 3 - percent.count) + "\(percent) %"
        // The last ones are left out where there is no room.
        let rest = [last.map(loss), "\(time(secondsLeft)) left", last.flatMap(accuracy)].compactMap { $0 }
        let text = rest.reduce(start) { $0.count + 2 + $1.count >= columns ? $0 : "\($0)  \($1)" }
        return String(text.prefix(max(columns - 1, 0)))
    }

    private static func time(_ seconds: Double) -> String {
        let seconds = seconds.isNaN ? 0 : Int(min(max(seconds, 0), 359_999))
        func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let (hours, minutes) = (seconds / 3600, seconds % 3600 / 60)
        return (hours > 0 ? "\(hours):\(twoDigits(minutes))" : "\(minutes)") + ":\(twoDigits(seconds % 60))"
    }

    private static func loss(_ epoch: TrainingEpoch) -> String {
        "loss \(epoch.measuredLoss.fixed(4))"
    }

    private static func accuracy(_ epoch: TrainingEpoch) -> String? {
        (epoch.validation?.accuracy ?? epoch.accuracy).map { "accuracy \(($0 * 100).fixed(1)) %" }
    }
}
