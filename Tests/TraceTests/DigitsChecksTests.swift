import Foundation
import TestSupport
import Testing

/// What takes too long in a debug build; `make test` runs it in a release build.
@Suite("The example program Digits", .enabled(if: isReleaseBuild), .serialized)
struct DigitsChecksTests {
    @Test("recognizes test digits, and draws its pictures")
    func accuracy() throws {
        try withTemporaryFolder { (folder: URL) throws in
            let run = try TraceProcess.run([folder.path], of: "Digits", in: repository)
            #expect(run.status == 0, "\(run.error)")
            // Off a terminal, progress is lines, or nothing where a training is quick.
            for line in run.error.split(separator: "\n") {
                #expect(
                    line.wholeMatch(of: /epoch \d+\/\d+  loss [0-9.]+  accuracy [0-9.]+ %/) != nil, "\(line)")
            }
            let summaries = run.output.split(separator: "\n").compactMap {
                $0.wholeMatch(of: /\ +mean ([0-9.]+) %, least ([0-9.]+) %/)
            }
            #expect(summaries.count == 2)
            for summary in summaries {
                #expect(Double(summary.1) ?? 0 >= 97)
                #expect(Double(summary.2) ?? 0 >= 96)
            }
            // The losses of a long training may differ with another libm, and so do their pictures.
            for name in ["digits-loss.svg", "digits-kernels.svg"] {
                let picture = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
                #expect(picture.hasSuffix("</svg>\n"))
            }
        }
    }

    /// What a run of Digits writes first, how often it is ended then, and how many parameters are in it.
    struct Saved: Sendable {
        var file: String
        var moments: Int
        var parameters: Int
    }

    @Test(
        "leaves whole parameters wherever it is ended",
        arguments: [
            // 64 · 65 + 10 · 65.
            Saved(file: "digits-mlp.json", moments: 4, parameters: 4_810),
            // 8 · 10 + 16 · 73 + 10 · 65. All of the other network is trained before.
            Saved(file: "digits-conv.json", moments: 2, parameters: 3_706),
        ])
    func ended(saved: Saved) throws {
        for moment in 0..<saved.moments {
            try withTemporaryFolder { (folder: URL) throws in
                let file = folder.appending(path: saved.file)
                let signal = moment % 2 == 0 ? SIGINT : SIGKILL
                let process = try startDigits(in: folder)
                defer { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
                // On a loaded machine that takes long.
                let limit = ContinuousClock.now + .seconds(120)
                while process.isRunning, !FileManager.default.fileExists(atPath: file.path) {
                    try #require(ContinuousClock.now < limit, "there is no \(saved.file)")
                    Thread.sleep(forTimeInterval: 0.01)
                }
                Thread.sleep(forTimeInterval: Double.random(in: 0...0.5))
                kill(process.processIdentifier, signal)
                process.waitUntilExit()
                #expect(process.terminationReason == .uncaughtSignal)
                #expect(process.terminationStatus == signal)
                try expectWhole(file, parameters: saved.parameters)
                try expectNoDraft(in: folder)
            }
        }
    }

    /// Runs the program so that SIGINT ends it.
    private func startDigits(in folder: URL) throws -> Process {
        let process = Process()
        process.executableURL = try TraceProcess.executable("Digits")
        process.arguments = [folder.path]
        process.currentDirectoryURL = repository
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        // A child inherits which signals are ignored, by a job in the background, and blocked, by the threads of
        // the tests on Linux (github.com/swiftlang/swift-corelibs-foundation/issues/4772).
        let ignored = signal(SIGINT, SIG_DFL)
        var none = sigset_t()
        var blocked = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &blocked)
        defer {
            pthread_sigmask(SIG_SETMASK, &blocked, nil)
            signal(SIGINT, ignored)
        }
        try process.run()
        return process
    }

    private func expectWhole(_ file: URL, parameters: Int) throws {
        let saved = try #require(
            try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
        #expect(Set(saved.keys) == ["format", "version", "parameters"])
        #expect(saved["format"] as? String == "micrograd-parameters")
        #expect(saved["version"] as? Int == 1)
        let numbers = try #require(saved["parameters"] as? [String: Double])
        #expect(numbers.count == parameters)
        #expect(numbers.values.allSatisfy { $0.isFinite })
    }

    /// On Linux, a file that is not complete has no name.
    private func expectNoDraft(in folder: URL) throws {
        #if os(Linux)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            #expect(names.filter { $0.hasPrefix(".trace-") } == [])
        #endif
    }
}

private var isReleaseBuild: Bool {
    #if DEBUG
        false
    #else
        true
    #endif
}
