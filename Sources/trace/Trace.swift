internal import TraceGraph
internal import TraceLanguage

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

/// The program: words in, files out, an exit code.
@main
struct Trace {
    static let version = "0.1.0"

    static func main() {
        exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
    }

    private static func run(_ words: [String]) -> ExitCode {
        var console = Console()
        do throws(UsageError) {
            switch try Command(words) {
            case .help(let topic): console.print(HelpText.text(for: topic))
            case .version: console.print("trace \(version)\n")
            case .doctor: return Doctor.examine(console)
            case .draw(let arguments):
                console.apply(arguments)
                return try DrawCommand(arguments, console).run()
            case .check(let arguments):
                console.apply(arguments)
                return try CheckCommand(arguments, console).run()
            }
            return .done
        } catch {
            console.report(error: error.description)
            console.hint(error.topic == .draw ? "trace --help" : "trace help \(error.topic.rawValue)")
            return .usage
        }
    }
}

/// What the process tells its caller.
enum ExitCode: Int32 {
    case done = 0
    /// Bad input, or rendering failed.
    case failed = 1
    /// A gradient is wrong.
    case difference = 2
    case usage = 64
}
