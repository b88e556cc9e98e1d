import Foundation
import Testing

/// What takes too long in a debug build; `make test` runs it in a release build.
@Suite("The example program Digits", .enabled(if: isReleaseBuild), .serialized)
struct DigitsChecksTests {
    @Test("recognizes test digits, and draws its pictures")
    func accuracy() throws {
        try withTemporaryFolder { (folder: URL) throws in
            let run = try TraceProcess.run([folder.path], of: "Digits", in: repository)
            #expect(run.status == 0, "\(run.error)")
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

    @Test("leaves whole parameters wherever it is ended", arguments: [SIGTERM, SIGKILL])
    func ended(signal: Int32) throws {
        try withTemporaryFolder { (folder: URL) throws in
            var sizes: Set<Int> = []
            for _ in 0..<5 {
                let process = Process()
                process.executableURL = try TraceProcess.executable("Digits")
                process.arguments = [folder.path]
                process.currentDirectoryURL = repository
                process.standardOutput = FileHandle.nullDevice
                process.standardError = FileHandle.nullDevice
                try process.run()
                Thread.sleep(forTimeInterval: Double.random(in: 0.2...1))
                kill(process.processIdentifier, signal)
                process.waitUntilExit()
                #expect(process.terminationReason == .uncaughtSignal)
                let bytes = try Data(contentsOf: folder.appending(path: "digits-mlp.json"))
                let file = try JSONSerialization.jsonObject(with: bytes) as? [String: Any]
                sizes.insert((file?["parameters"] as? [String: Double])?.count ?? 0)
            }
            // 64 · 65 + 10 · 65.
            #expect(sizes == [4_810])
        }
    }
}

private var isReleaseBuild: Bool {
    #if DEBUG
        false
    #else
        true
    #endif
}
