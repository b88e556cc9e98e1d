import Foundation
import TestSupport
import Testing

@Suite("The help")
struct HelpTextTests {
    private static let commands = ["draw", "check", "doctor", "help", "version"]

    private static func help(_ words: String...) throws -> String {
        let run = try TraceProcess.run(words, in: repository)
        #expect(run.status == 0 && run.error.isEmpty)
        return run.output
    }

    @Test("of each command is there in three ways, and fits 80 columns", arguments: commands)
    func command(name: String) throws {
        let help = try HelpTextTests.help("help", name)
        #expect(help.contains("\nusage: trace \(name == "draw" ? "[draw]" : name)"))
        #expect(help.hasSuffix("\n  64  wrong usage\n"))
        let isNarrow = help.split(separator: "\n").allSatisfy { $0.count <= 80 }
        #expect(isNarrow)
        #expect(try HelpTextTests.help(name, "--help") == help)
        #expect(try HelpTextTests.help(name, "-h") == help)
        #expect(try HelpTextTests.help(name, "--foo", "-h", "x", "y") == help)
    }

    @Test("is that of draw where no command is named, and lists all commands")
    func overview() throws {
        let help = try HelpTextTests.help("--help")
        #expect(try HelpTextTests.help("help") == help)
        #expect(try HelpTextTests.help("help", "draw") == help)
        #expect(try HelpTextTests.help("expr.txt", "-h") == help)
        for name in HelpTextTests.commands { #expect(help.contains("\n  \(name) ")) }
    }

    @Test("of check has its own words, and not the options of draw alone")
    func check() throws {
        let help = try HelpTextTests.help("help", "check")
        #expect(help.contains("--max-nodes N          refuse to check more values (default: 20,000)\n"))
        #expect(help.contains("  2   a gradient differs\n") && !help.contains("--theme"))
    }

    @Test("shows command lines that work")
    func examples() throws {
        try withTemporaryFolder { (folder: URL) throws in
            try "x1 = 2.0; y = x1*x1\n".write(
                to: folder.appending(path: "expr.txt"), atomically: true, encoding: .utf8)
            var count = 0
            for name in HelpTextTests.commands {
                let text = try HelpTextTests.help("help", name)
                guard let examples = text.split(separator: "examples:\n").dropFirst().first else { continue }
                for line in examples.split(separator: "\n").prefix(while: { $0.hasPrefix("  trace ") }) {
                    let shell = Process()
                    shell.executableURL = URL(filePath: "/bin/sh")
                    shell.arguments = [
                        "-c", "trace() { '\(try TraceProcess.executable().path)' \"$@\"; }; \(line) > output",
                    ]
                    shell.currentDirectoryURL = folder
                    try shell.run()
                    shell.waitUntilExit()
                    #expect(shell.terminationStatus == 0, "\(line)")
                    count += 1
                }
            }
            #expect(count == 8)
        }
    }

    // MARK: - Documents

    /// A row of a table of options: its names with what it takes, and its default.
    private struct Row: Hashable {
        var head: String
        var standard: String
    }

    /// The options of the help, whose entries begin with a name and may go on below it.
    private func rows(ofHelp help: String) throws -> [Row] {
        let options = try #require(help.split(separator: "\noptions:\n").last).split(separator: "\n\n")[0]
        var entries: [String] = []
        for line in options.split(separator: "\n") {
            if line.drop(while: { $0 == " " }).hasPrefix("-"), line.prefix(7).contains("-") {
                entries.append(String(line))
            } else {
                entries[entries.count - 1] += " " + line.drop { $0 == " " }
            }
        }
        return try entries.map { entry in
            // A long name has its help below it, behind one space.
            let match = try #require(
                entry.wholeMatch(
                    of:
                        /\ +(-.*?(?:-[a-z-]+)(?: (?:FILE|[A-Z]+|[A-Z]+=[A-Z]+|[a-zA-Z]+(?:[|,][a-zA-Z]+)+))?) +(.*)/
                ))
            let standard = match.2.firstMatch(of: /\(default: (.*)\)$/).map { String($0.1) } ?? ""
            return Row(head: String(match.1), standard: standard)
        }
    }

    private func rows(ofDocument name: String) throws -> [Row] {
        let text = try String(contentsOf: repository.appending(path: name), encoding: .utf8)
        let table = try #require(
            text.split(separator: "| option | meaning | default |\n|---|---|---|\n").dropFirst().first)
        return table.split(separator: "\n", omittingEmptySubsequences: false).prefix { $0.hasPrefix("|") }.map
        {
            line in
            let cells = line.replacing("\\|", with: "\u{0}").split(separator: "|").map {
                $0.replacing("\u{0}", with: "|").replacing("`", with: "").replacing(/\[(.*?)\]\(.*?\)/) {
                    $0.1
                }
                .trimmingCharacters(in: .whitespaces)
            }
            return Row(head: cells[0], standard: cells[2])
        }
    }

    @Test("and the table of the guide name the same options, values and defaults")
    func documents() throws {
        let help = try rows(ofHelp: HelpTextTests.help("--help"))
        #expect(help.count >= 19)
        #expect(try rows(ofDocument: "docs/command-line.md") == help)
    }

    @Test("and the guide list the same values")
    func values() throws {
        let help = try HelpTextTests.help("--help").replacing(/\n +/, with: " ")
        let text = try String(contentsOf: repository.appending(path: "docs/command-line.md"), encoding: .utf8)
        for option in ["what to write", "else dot"] {
            let words = try #require(help.split(separator: "\(option): ").last?.prefix { $0 != "(" })
            let row = try #require(
                text.split(separator: "\n").first {
                    $0.hasPrefix(option == "what to write" ? "| `-T`" : "| `-K`")
                })
            for word in words.split(separator: " ") { #expect(row.contains(word), "\(word)") }
        }
    }
}
