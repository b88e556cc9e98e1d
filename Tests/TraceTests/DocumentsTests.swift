import Foundation
import TestSupport
import Testing

@Suite("The documents")
struct DocumentsTests {
    /// A command of a `console` block, and what it prints there.
    struct Session: Sendable, CustomTestStringConvertible {
        var document: String
        var command: String
        var output: String

        var testDescription: String { "\(document): \(command)" }
    }

    private static let names = [
        "README.md", "docs/tour.md", "docs/language.md", "docs/command-line.md", "docs/library.md",
        "docs/threads.md", "docs/training.md", "docs/coming-from-micrograd.md",
    ]

    /// All commands that run trace.
    private static let sessions: [Session] = names.flatMap { name in
        let text = (try? String(contentsOf: repository.appending(path: name), encoding: .utf8)) ?? ""
        var sessions: [Session] = []
        var isInside = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                isInside = line == "```console"
            } else if isInside, line.hasPrefix("$ ") {
                sessions.append(Session(document: name, command: String(line.dropFirst(2)), output: ""))
            } else if isInside, !sessions.isEmpty {
                sessions[sessions.count - 1].output += line + "\n"
            }
        }
        return sessions.filter { $0.command.contains("swift run trace") && !$0.command.contains("doctor") }
    }

    @Test("show what their commands print", arguments: sessions)
    func output(session: Session) throws {
        try withTemporaryFolder { (folder: URL) throws in
            // In a copy, because a command may write files.
            for name in ["Examples", "docs"] {
                try FileManager.default.copyItem(
                    at: repository.appending(path: name), to: folder.appending(path: name))
            }
            let trace = try TraceProcess.executable().path
            let shell = Process()
            shell.executableURL = URL(filePath: "/bin/sh")
            shell.arguments = [
                "-c",
                "{ \(session.command.replacing("swift run trace", with: "'\(trace)'")); } > output 2>&1",
            ]
            shell.currentDirectoryURL = folder
            try shell.run()
            shell.waitUntilExit()
            let output = try String(contentsOf: folder.appending(path: "output"), encoding: .utf8)
            #expect(output == session.output)
        }
    }

    @Test("have commands to check, in each guide for readers of the command line")
    func count() {
        #expect(DocumentsTests.sessions.count >= 8)
        #expect(Set(DocumentsTests.sessions.map(\.document)).isSuperset(of: ["README.md", "docs/tour.md"]))
    }

    @Test("show code that the tests run")
    func code() throws {
        func lines(_ path: String) throws -> [Substring] {
            try String(contentsOf: repository.appending(path: path), encoding: .utf8)
                .split(separator: "\n", omittingEmptySubsequences: false)
        }
        // Without the indentation, which is another where the code stands in a test.
        let tested = try lines("Tests/MicrogradTests/Engine/ThreadsTests.swift").map(unindented)
        let snippets = try lines("docs/threads.md").split { $0 == "```swift" }.dropFirst()
        #expect(snippets.count == 4)
        for snippet in snippets {
            let code = snippet.prefix { $0 != "```" }.map(unindented)
            #expect(tested.contains(code), "\(code.joined(separator: "\n"))")
        }
    }

    private func unindented(_ line: Substring) -> Substring { line.drop { $0 == " " } }

    @Test(
        "link to files that are there",
        arguments: names + ["ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/performance.md"])
    func links(name: String) throws {
        let document = repository.appending(path: name)
        // What stands in code is no link.
        let text = try String(contentsOf: document, encoding: .utf8).replacing(/`[^`\n]*`/, with: "")
        for match in text.matches(of: /\]\(([^)#:]+)(#[^)]*)?\)/) {
            let target = document.deletingLastPathComponent().appending(path: String(match.1))
            #expect(FileManager.default.fileExists(atPath: target.path), "\(name) links to \(match.1)")
        }
    }
}
