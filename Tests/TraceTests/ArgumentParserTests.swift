import Foundation
import TestSupport
import Testing

@Suite("The command line")
struct ArgumentParserTests {
    private let text = "a = 2.0; b = a*a\n"

    private func run(_ words: String...) throws -> TraceProcess {
        try withTemporaryFolder { (folder: URL) throws in
            try TraceProcess.run(words, input: Data(text.utf8), in: folder)
        }
    }

    private func error(_ words: String...) throws -> String {
        try withTemporaryFolder { (folder: URL) throws in
            let run = try TraceProcess.run(words, input: Data(text.utf8), in: folder)
            #expect(run.status == 64 && run.output.isEmpty)
            return run.error
        }
    }

    @Test("takes words that are choices in any case")
    func anyCase() throws {
        #expect(try run("-", "-T", "DOT", "--rankdir", "tb").output.contains("rankdir=\"TB\""))
        #expect(try run("-", "-T", "Dot", "--theme", "Classic").output.contains("shape=\"record\""))
        #expect(try run("-", "-TDOT", "--appearance", "DARK").output.contains("bgcolor=\"#0d1117\""))
        #expect(try run("-", "--show", "Data,NAME").output.hasPrefix("id  name  is       data\n"))
        #expect(try run("-", "-K", "DOT", "-T", "svg").output.hasPrefix("<svg "))
    }

    @Test("names the option that is called otherwise elsewhere")
    func synonyms() throws {
        for (typed, meant) in [
            "--direction": "--rankdir", "-direction": "--rankdir", "--dir": "--rankdir",
            "--vertical": "--rankdir TB",
            "--out": "--output", "--out-file": "--output", "--dark": "--appearance dark",
            "--layout": "--engine", "--digits": "--precision", "--no-grad": "--no-backward",
            "--no-color": "--color never", "--svg": "--format svg", "-v": "--version",
        ] {
            #expect(
                try error("-", "\(typed)=x")
                    == "trace: error: unknown option '\(typed)'; did you mean '\(meant)'?\n"
                    + "Run 'trace --help' to see how it is used.\n")
        }
        // What draw alone has is no advice for check.
        #expect(try error("check", "-", "--dark").hasPrefix("trace: error: unknown option '--dark'\n"))
    }

    @Test("takes the first word that is no option as the command")
    func command() throws {
        #expect(try run("-q", "check", "-").output.hasSuffix("\n2 gradients agree\n"))
        #expect(try run("--precision", "1", "check", "-").output.contains("  2.0   4.0 "))
        #expect(
            try run("--", "check").error == "trace: error: cannot read 'check': No such file or directory\n")
        #expect(try run("version").output == run("--version").output)
    }

    @Test("suggests no command for a word after --")
    func notACommand() throws {
        #expect(
            try run("--", "drwa").error == "trace: error: cannot read 'drwa': No such file or directory\n")
    }

    @Test("takes whole numbers with commas, as the help shows them")
    func groupedNumbers() throws {
        #expect(try run("-", "-T", "svg", "--max-nodes", "20,000").status == 0)
        #expect(try run("-", "--seed", "-1,000").status == 0)
        for number in ["2,0000", ",200", "200,", "+1,000", "0,100", "1,,000"] {
            #expect(try error("-", "--seed", number).contains("'\(number)' is not what '--seed' takes"))
        }
    }

    @Test("says that a command comes before its file")
    func commandAfterFile() throws {
        #expect(
            try error("neuron.txt", "check")
                == "trace: error: the command comes first: trace check neuron.txt\n"
                + "Run 'trace help check' to see how it is used.\n")
        #expect(try error("neuron.txt", "draw").contains("trace draw neuron.txt\n"))
        #expect(try error("my neuron's.txt", "draw").contains("trace draw 'my neuron'\\''s.txt'\n"))
        // What takes no file is no such command, and after -- nothing is.
        for words in [
            ["neuron.txt", "help"], ["neuron.txt", "--", "check"], ["--", "check", "neuron.txt"],
        ] {
            let run = try withTemporaryFolder { (folder: URL) throws in
                try TraceProcess.run(words, in: folder)
            }
            #expect(run.status == 64)
            #expect(
                run.error.hasPrefix(
                    "trace: error: one file at a time; there is no place for '\(words.last ?? "")'\n"))
        }
    }

    @Test("colours wrong usage as --color says, wherever that stands")
    func color() throws {
        let bold = "\u{1b}[1m"
        for words in [["-", "--foo", "--color", "always"], ["--color=ALWAYS", "drwa", "x.txt"]] {
            let run = try withTemporaryFolder { (folder: URL) throws in
                try TraceProcess.run(words, in: folder)
            }
            #expect(run.status == 64 && run.error.hasPrefix(bold + "trace: "))
        }
        #expect(try error("-", "--foo", "--color", "never").hasPrefix("trace: error: "))
        #expect(try error("-", "--color", "alwas").hasPrefix("trace: error: 'alwas' is not what"))
    }

    @Test("says what commands that stand alone do not take")
    func alone() throws {
        #expect(
            try error("doctor", "extra")
                == "trace: error: trace doctor stands alone; there is no place for 'extra'\n"
                + "Run 'trace help doctor' to see how it is used.\n")
        #expect(
            try error("doctor", "-q").hasPrefix(
                "trace: error: '-q' is not for trace doctor, but for trace draw, check\n"))
        #expect(
            try error("help", "lint")
                == "trace: error: there is no command 'lint'; there are draw, check, doctor, help and version\n"
                + "Run 'trace help help' to see how it is used.\n")
        #expect(
            try error("help", "draw", "check").hasPrefix(
                "trace: error: one command at a time; there is no place for 'check'\n"))
    }

    @Test("takes a value that looks like an option where it is attached")
    func attached() throws {
        #expect(
            try error("-", "-o", "-q").hasPrefix("trace: error: '-o' needs an argument: -o FILE\n"))
        #expect(try run("-", "-T=txt", "-o=-q").status == 0)
    }

    @Test(
        "keeps control characters of names, labels and arguments from the terminal",
        arguments: ["auto", "always"])
    func controls(color: String) throws {
        try withTemporaryFolder { (folder: URL) throws in
            let name = "f\u{1b}]0;x\u{7}\u{202e}.txt"
            try "y = q\n".write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
            let json = try TraceProcess.run(
                "-", "-T", "json", input: "a = Value(1.0, label='\\x1b[2J\\n')\nb = a*a\n", in: folder
            ).output
            try json.write(to: folder.appending(path: "graph.json"), atomically: true, encoding: .utf8)
            try text.write(to: folder.appending(path: "expr.txt"), atomically: true, encoding: .utf8)
            let bell = "\u{7}"
            for words in [
                [name], ["no" + bell], ["graph.json", "--root", "x"], ["graph.json", "--root", bell],
                ["expr.txt", "--root", bell], ["expr.txt", "--set", bell + "=1"],
                ["--" + bell], ["graph.json", "-T", bell], ["graph.json", "-o", "x." + bell],
                ["graph.json", "-o", "\(bell)/x.svg"], ["graph.json", bell],
            ] {
                let run = try TraceProcess.run(words + ["--color", color], in: folder)
                #expect(run.status != 0)
                let error = run.error.replacing(/\u{1b}\[[0-9;]*m/, with: "")
                let isClean = error.unicodeScalars.allSatisfy {
                    $0 == "\n" || ($0.value >= 0x20 && $0.value != 0x7f && $0 != "\u{202e}")
                }
                #expect(isClean, "\(words)")
                #expect(error.contains("\\x"), "\(words)")
            }
        }
    }
}
