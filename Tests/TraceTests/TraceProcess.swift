import Foundation
import Testing

/// The built `trace`, or another program of the package, run as a process of its own.
struct TraceProcess {
    var status: Int32
    var output: String
    var error: String
    var outputData: Data

    /// - Parameters:
    ///   - arguments: Its words.
    ///   - input: What it reads from standard input.
    ///   - folder: Where it runs.
    ///   - environment: All of its environment; that of the tests, without colour settings, by default.
    @discardableResult
    static func run(
        _ arguments: String..., input: String = "", in folder: URL, environment: [String: String]? = nil
    ) throws -> TraceProcess {
        try run(arguments, input: Data(input.utf8), in: folder, environment: environment)
    }

    @discardableResult
    static func run(
        _ arguments: [String], of program: String = "trace", input: Data = Data(), in folder: URL,
        environment: [String: String]? = nil
    ) throws -> TraceProcess {
        let process = Process()
        process.executableURL = program.hasPrefix("/") ? URL(filePath: program) : try executable(program)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = environment ?? inherited
        // Files rather than pipes: whatever its length, nobody has to drain them.
        let scratch = FileManager.default.temporaryDirectory.appending(path: "trace-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        func file(_ name: String, _ content: Data = Data()) throws -> URL {
            let url = scratch.appending(path: name)
            try content.write(to: url)
            return url
        }
        let output = try file("output")
        let error = try file("error")
        process.standardInput = try FileHandle(forReadingFrom: file("input", input))
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: error)
        try process.run()
        // A trace that hangs must not hang the tests. It may have inherited a block of all signals but this.
        let limit = DispatchWorkItem { kill(process.processIdentifier, SIGKILL) }
        DispatchQueue.global().asyncAfter(deadline: .now() + 120, execute: limit)
        process.waitUntilExit()
        limit.cancel()
        let data = try Data(contentsOf: output)
        return TraceProcess(
            status: process.terminationReason == .exit
                ? process.terminationStatus : -process.terminationStatus,
            output: String(decoding: data, as: UTF8.self),
            error: String(decoding: try Data(contentsOf: error), as: UTF8.self), outputData: data)
    }

    /// What a terminal gets from a command of the shell in which `$trace` is the built program.
    static func terminalOutput(of command: String, in folder: URL) throws -> String {
        let environment = ["TERM": "xterm", "trace": try executable().path, "PATH": "/usr/bin:/bin"]
        return try run(
            ["-qec", command, "/dev/null"], of: terminalProgram, in: folder, environment: environment
        ).output
    }

    /// Runs a command in a terminal of its own, as util-linux has it.
    static let terminalProgram = "/usr/bin/script"

    /// Beside the test bundle, wherever the build put both.
    static func executable(_ program: String = "trace") throws -> URL {
        let candidates =
            Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
            + [URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()]
        let found = candidates.map { $0.appending(path: program) }.first {
            FileManager.default.isExecutableFile(atPath: $0.path)
        }
        return try #require(found, "no \(program) beside the tests in \(candidates)")
    }

    private static var inherited: [String: String] {
        ProcessInfo.processInfo.environment.filter { $0.key != "NO_COLOR" }
    }
}

/// The root of the repository.
let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
