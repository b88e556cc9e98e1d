internal import Micrograd
internal import MicrogradSupport
internal import TraceLanguage

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// Where the program speaks: results to standard output, messages to standard error.
///
/// What a terminal would act on is escaped in messages, whatever file or label it comes from.
struct Console: Sendable {
    /// When messages have colours.
    enum Color: String, CaseIterable {
        case auto, always, never
    }

    private let hasColor: Bool
    private let showsNotes: Bool
    /// Nil where nobody watches.
    private let progress: Progress?

    init(color: Color = .auto, showsNotes: Bool = true) {
        hasColor =
            switch color {
            case .auto: Console.standardErrorHasColor
            case .always: true
            case .never: false
            }
        self.showsNotes = showsNotes
        progress = showsNotes && Console.standardErrorIsTerminal ? Progress() : nil
    }

    /// Says what goes on from here on, where somebody waits for it.
    func begin(_ stage: @autoclosure () -> String) {
        progress?.begin(stage())
    }

    /// Says no more of what goes on.
    func endProgress() {
        progress?.end()
    }

    func print(_ text: String) {
        write(Array(text.utf8))
    }

    /// Writes to standard output; where that fails, ends the process with a message.
    func write(_ bytes: [UInt8]) {
        guard writeAll(bytes, to: STDOUT_FILENO) else {
            report(error: "cannot write to standard output: \(String(cString: strerror(errno)))")
            exit(ExitCode.failed.rawValue)
        }
    }

    func printToStandardError(_ text: String) {
        _ = writeAll(Array(text.utf8), to: STDERR_FILENO)
    }

    private func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        guard let progress else { return File.writeAll(bytes, to: descriptor) }
        return progress.giveWay(last: bytes.last) { File.writeAll(bytes, to: descriptor) }
    }

    func report(_ diagnostic: Diagnostic) {
        guard showsNotes || diagnostic.severity != .note else { return }
        printToStandardError(diagnostic.rendered(color: hasColor) + "\n")
    }

    /// An error, with the program's name or a place in a file before it.
    func report(error message: String, place: String = "trace") {
        endProgress()
        let (message, place) = (message.visible, place.visible)
        guard hasColor else { return printToStandardError("\(place): error: \(message)\n") }
        printToStandardError("\u{1b}[1m\(place): \u{1b}[1;31merror: \u{1b}[0m\u{1b}[1m\(message)\u{1b}[0m\n")
    }

    func note(_ message: String) {
        if showsNotes { printToStandardError("trace: note: \(message.visible)\n") }
    }

    func warn(_ message: String) {
        printToStandardError("trace: warning: \(message.visible)\n")
    }

    func hint(_ command: String) {
        printToStandardError("Run '\(command)' to see how it is used.\n")
    }

    /// The descriptor of what `-` stands for as an input.
    static var standardInput: Int32 { STDIN_FILENO }

    static var standardOutputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Whether it is a terminal that knows colours and lines that are written over.
    private static var standardErrorIsTerminal: Bool {
        isatty(STDERR_FILENO) == 1 && variable("TERM") != "dumb"
    }

    private static var standardErrorHasColor: Bool {
        standardErrorIsTerminal && variable("NO_COLOR").isEmpty
    }

    private static func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
}
