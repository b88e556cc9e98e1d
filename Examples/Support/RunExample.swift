#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Runs an example with the folder for its pictures, if its command line names one.
///
/// An error ends the program with its message and exit code 1, wrong usage with 64.
public func runExample(_ name: String, _ body: (_ folder: String?) throws -> Void) {
    let words = CommandLine.arguments.dropFirst()
    let usage =
        "usage: swift run -c release \(name) [FOLDER]\n\nFOLDER: where to write its pictures; none by default\n"
    if words.contains("--help") || words.contains("-h") {
        print(usage, terminator: "")
        return
    }
    guard words.count <= 1, words.first?.hasPrefix("-") != true else {
        end("unexpected '\(words.dropFirst().first ?? words.first ?? "")'\n\(usage)", code: 64)
    }
    guard isFolder("Examples/Data") else {
        end(
            "there is no folder 'Examples/Data' here; run the example in the folder of the package\n", code: 1
        )
    }
    if let folder = words.first, !isFolder(folder) {
        end("there is no folder '\(folder)'; make it first, with mkdir\n", code: 1)
    }
    do {
        try body(words.first)
    } catch {
        end("\(error)\n", code: 1)
    }
}

private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

private func end(_ message: String, code: Int32) -> Never {
    let bytes = Array("error: \(message)".utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
    exit(code)
}
