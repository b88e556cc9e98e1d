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
    static func main() {
        exit(run().rawValue)
    }

    private static func run() -> ExitCode {
        let table = CommandTable.trace
        let parser = ArgumentParser(table: table)
        do throws(UsageError) {
            let arguments = try parser.parse(try words())
            let console = Console(color: arguments.color, showsNotes: !arguments.isQuiet)
            defer { console.endProgress() }
            return try table.command(arguments.command).run(
                Invocation(arguments: arguments, console: console, table: table))
        } catch {
            let color = (try? words()).map { parser.understood($0).color }
            let console = Console(color: color ?? .auto)
            console.report(error: error.description)
            let command = error.command ?? table.implied.name
            console.hint(command == table.implied.name ? "trace --help" : "trace help \(command.word)")
            return .usage
        }
    }

    /// The words after the program's name. Swift repairs those that are not UTF-8, and a repaired name is the name
    /// of another file.
    private static func words() throws(UsageError) -> [String] {
        var words: [String] = []
        for place in 1..<max(Int(CommandLine.argc), 1) {
            guard let pointer = CommandLine.unsafeArgv[place] else { break }
            guard let word = String(validatingCString: pointer) else {
                throw UsageError(.notText(word: escaped(pointer)))
            }
            words.append(word)
        }
        return words
    }

    /// A name that is not UTF-8, with `\xff` for each byte beyond ASCII.
    private static func escaped(_ pointer: UnsafeMutablePointer<CChar>) -> String {
        UnsafeBufferPointer(start: pointer, count: strlen(pointer)).map { byte in
            let byte = UInt8(bitPattern: byte)
            return byte < 0x80 ? String(UnicodeScalar(byte)) : "\\x" + String(byte, radix: 16)
        }.joined()
    }
}
