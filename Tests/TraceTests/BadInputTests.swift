import Foundation
import TestSupport
import Testing

@Suite("On bad input, trace")
struct BadInputTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var words: [String]
        var status: Int32
        var message: String
        /// What standard input holds.
        var input = "a = 2.0\nb = a*a\n"

        var testDescription: String { words.joined(separator: " ") }

        init(_ words: String..., status: Int32, input: String? = nil, message: String) {
            self.words = words
            self.status = status
            self.message = message
            if let input { self.input = input }
        }
    }

    private static let notebook = """
        {"cells": [{"cell_type": "code", "source": "a = 2.0"},
                   {"cell_type": "markdown", "source": "text"},
                   {"cell_type": "code", "source": ["b = a*a*q\\n", "c = b"]}], "nbformat": 4}
        """

    private static let usage = "Run 'trace --help' to see how it is used.\n"

    @Test("says what is wrong, exits with its code and touches no file", arguments: cases)
    func message(test: Case) throws {
        try withTemporaryFolder { (folder: URL) throws in
            let old = folder.appending(path: "gout.svg")
            try "old".write(to: old, atomically: true, encoding: .utf8)
            try "".write(to: folder.appending(path: "empty.txt"), atomically: true, encoding: .utf8)
            try "a = 1.0\nb = a*a\n".write(
                to: folder.appending(path: "expr.txt"), atomically: true, encoding: .utf8)
            try "a = 1.0\n".write(
                to: folder.appending(path: "text.ipynb"), atomically: true, encoding: .utf8)
            try Data([0x7f, 0x45, 0x4c, 0x46, 0, 1]).write(to: folder.appending(path: "binary"))
            try Data([0x61, 0x3d, 0xff, 0xfe]).write(to: folder.appending(path: "latin1.txt"))
            try "{\"format\": 1}".write(
                to: folder.appending(path: "bad.json"), atomically: true, encoding: .utf8)
            for name in ["folder", "a folder.svg", "docter"] {
                try FileManager.default.createDirectory(
                    at: folder.appending(path: name), withIntermediateDirectories: true)
            }
            let before = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()

            let run = try TraceProcess.run(test.words, input: Data(test.input.utf8), in: folder)
            #expect(run.error == test.message + (test.status == 64 ? BadInputTests.usage : ""))
            #expect(run.status == test.status)
            #expect(run.output.isEmpty)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == before)
            #expect(try String(contentsOf: old, encoding: .utf8) == "old")
        }
    }

    private static let cases: [Case] = [
        // Files.
        Case(
            "none.txt", status: 1,
            message: "trace: error: cannot read 'none.txt': No such file or directory\n"),
        Case("folder", status: 1, message: "trace: error: cannot read 'folder': Is a directory\n"),
        Case("docter", status: 1, message: "trace: error: cannot read 'docter': Is a directory\n"),
        Case(
            "empty.txt", status: 1, message: "trace: error: 'empty.txt' is empty; there is nothing to draw\n"),
        Case(
            "-", status: 1, input: " \n\t\n",
            message: "trace: error: standard input is empty; there is nothing to draw\n"),
        Case(
            "binary", status: 1,
            message:
                "binary:1:5: error: a NUL byte, which no text has; trace reads programs in UTF-8 and saved graphs (.json)\n 1 | \u{fffd}ELF\u{fffd}\u{fffd}\n   |     ^\n"
        ),
        Case(
            "latin1.txt", status: 1,
            message:
                "latin1.txt:1:3: error: the byte 0xFF is not UTF-8 text; trace reads programs in UTF-8 and saved graphs (.json)\n 1 | a=\u{fffd}\u{fffd}\n   |   ^\n"
        ),
        Case(
            "-", status: 1, input: "{\"cells\": [], \"nbformat\": 4}",
            message: "trace: error: standard input has no code cells; there is nothing to run\n"),
        Case(
            "text.ipynb", status: 1,
            message:
                "text.ipynb:1:1: error: this cannot be read as a notebook: expected a JSON value\n 1 | a = 1.0\n   | ^\n"
        ),
        Case(
            "-", status: 1, input: notebook,
            message:
                "standard input:cell 2:1:9: error: unknown name 'q'\n 1 | b = a*a*q\n   |         ^\n"
        ),
        Case(
            "-", "--cells", "1,3-4", status: 64, input: notebook,
            message: "trace: error: there is no cell 3: standard input has 2 code cells\n"),
        Case(
            "expr.txt", "--cells", "1", status: 64,
            message:
                "trace: error: '--cells' chooses cells of a notebook (.ipynb), and 'expr.txt' is none\n"),
        Case(
            "bad.json", "--cells", "1", status: 64,
            message:
                "trace: error: '--cells' chooses cells of a notebook (.ipynb), and 'bad.json' is none\n"),
        Case(
            "text.ipynb", "--cells", "2-1", status: 64,
            message:
                "trace: error: '2-1' is not what '--cells' takes: numbers of cells with commas, such as 1-12,15\n"
        ),
        Case(
            "bad.json", status: 1, message: "bad.json:1:12: error: 'format' must be a string, not a number\n"),
        Case(
            "-", status: 1, input: "{\"format\": 1}",
            message: "standard input:1:12: error: 'format' must be a string, not a number\n"),
        Case(
            "expr.txt", "-o", "none/gout.svg", status: 1,
            message: "trace: error: cannot write 'none/gout.svg': there is no folder 'none'\n"),
        Case(
            "expr.txt", "-o", "/proc/gout.svg", status: 1,
            message: "trace: error: cannot write '/proc/gout.svg': there is no folder '/proc'\n"),
        // Wrong usage.
        Case(
            status: 64,
            message:
                "trace: error: no file is named; name a program, an expression file, a notebook (.ipynb) or a saved graph (.json), or - for standard input\n"
        ),
        Case(
            "-o", "gout.svg", status: 64,
            message:
                "trace: error: no file is named; name a program, an expression file, a notebook (.ipynb) or a saved graph (.json), or - for standard input\n"
        ),
        Case(
            "expr.txt", "other.txt", status: 64,
            message: "trace: error: one file at a time; there is no place for 'other.txt'\n"),
        Case(
            "expr.txt", "gout.svg", status: 64,
            message: "trace: error: one file at a time; to write 'gout.svg', put -o before it\n"),
        Case(
            "expr.txt", "--set", "a=1", "b=2", status: 64,
            message:
                "trace: error: one file at a time, and 'b=2' is no option; repeat --set for each name\n"
        ),
        Case(
            "expr.txt", "-set", "a=1", status: 64,
            message: "trace: error: unknown option '-set'; did you mean '--set'?\n"),
        Case(
            "expr.txt", "--out", "x", status: 64,
            message: "trace: error: unknown option '--out'; did you mean '--output'?\n"),
        Case("expr.txt", "--foo", status: 64, message: "trace: error: unknown option '--foo'\n"),
        Case(
            "-", status: 1, input: "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>",
            message:
                "trace: error: standard input is a picture; name the program it was drawn from, or its saved graph (.json)\n"
        ),
        Case(
            "drwa", "expr.txt", status: 64,
            message:
                "trace: error: there is no command 'drwa'; did you mean 'draw'? There are draw, check, doctor, help and version\n"
        ),
        Case(
            "drwa", "-", status: 64,
            message:
                "trace: error: there is no command 'drwa'; did you mean 'draw'? There are draw, check, doctor, help and version\n"
        ),
        Case(
            "drwa", status: 1,
            message:
                "trace: error: cannot read 'drwa': No such file or directory; did you mean the command 'draw'?\n"
        ),
        Case(
            "expr.txt", "-o", "folder", status: 64,
            message:
                "trace: error: 'folder' is a folder; name a file in it, such as folder/gout.svg\n"),
        // Before the text runs, which would print.
        Case(
            "-", "-o", "folder", "-T", "png", status: 64, input: "print(1)\n",
            message:
                "trace: error: 'folder' is a folder; name a file in it, such as folder/gout.png\n"),
        Case(
            "-", "-o", "a folder.svg", status: 64, input: "print(1)\n",
            message:
                "trace: error: 'a folder.svg' is a folder; name a file in it, such as 'a folder.svg/gout.svg'\n"
        ),
        Case(
            "expr.txt", "-o", "x.svg", "--output=y.svg", status: 64,
            message: "trace: error: '--output' is given twice; give it once\n"),
        Case(
            "expr.txt", "--max-nodes", "20,00", status: 64,
            message:
                "trace: error: '20,00' is not what '--max-nodes' takes: a whole number above 0\n"),
        Case(
            "expr.txt", "-output", "x.svg", status: 64,
            message: "trace: error: unknown option '-output'; did you mean '--output'?\n"),
        Case(
            "expr.txt", "-o", "--theme", "classic", status: 64,
            message: "trace: error: '-o' needs an argument: -o FILE\n"),
        Case(
            "expr.txt", "--theem", "modern", status: 64,
            message: "trace: error: unknown option '--theem'; did you mean '--theme'?\n"),
        Case("expr.txt", "--xyzzy", status: 64, message: "trace: error: unknown option '--xyzzy'\n"),
        Case("expr.txt", "-z", status: 64, message: "trace: error: unknown option '-z'\n"),
        Case("expr.txt", "-o", status: 64, message: "trace: error: '-o' needs an argument: -o FILE\n"),
        Case("expr.txt", "--quiet=yes", status: 64, message: "trace: error: '--quiet' takes no argument\n"),
        Case(
            "expr.txt", "-o", "gout", status: 64,
            message:
                "trace: error: cannot tell the format of 'gout' from its name; end it in .svg .png .pdf .dot .json .mmd or .txt, or name the format with -T\n"
        ),
        Case(
            "expr.txt", "-o", "gout.jpg", status: 64,
            message:
                "trace: error: cannot tell the format of 'gout.jpg' from its name; end it in .svg .png .pdf .dot .json .mmd or .txt, or name the format with -T\n"
        ),
        Case(
            "expr.txt", "-T", "jpg", status: 64,
            message: "trace: error: 'jpg' is not what '-T' takes: one of svg png pdf dot json mermaid txt\n"),
        Case(
            "expr.txt", "-T", "png", status: 64,
            message: "trace: error: png is not text; name a file for it with -o, or - to pipe it\n"),
        Case(
            "expr.txt", "-T", "txt", "-o", "expr.txt", status: 64,
            message: "trace: error: 'expr.txt' is the file that is drawn; writing to it would destroy it\n"),
        Case(
            "expr.txt", "-K", "spring", status: 64,
            message:
                "trace: error: 'spring' is not what '-K' takes: one of auto dot neato fdp sfdp twopi circo osage\n"
        ),
        Case(
            "expr.txt", "--rankdir", "LT", status: 64,
            message: "trace: error: 'LT' is not what '--rankdir' takes: one of auto LR TB RL BT\n"),
        Case(
            "expr.txt", "--theme", "dark", status: 64,
            message:
                "trace: error: 'dark' is not what '--theme' takes: one of modern classic; it is what --appearance takes\n"
        ),
        Case(
            "expr.txt", "--appearance=grey", status: 64,
            message: "trace: error: 'grey' is not what '--appearance' takes: one of auto light dark\n"),
        Case(
            "expr.txt", "--show", "data,bar", status: 64,
            message:
                "trace: error: 'data,bar' is not what '--show' takes: some of data grad name size, with commas\n"
        ),
        Case(
            "expr.txt", "--precision", "18", status: 64,
            message: "trace: error: '18' is not what '--precision' takes: a whole number from 0 to 17\n"),
        Case(
            "expr.txt", "--precision=-1", status: 64,
            message: "trace: error: '-1' is not what '--precision' takes: a whole number from 0 to 17\n"),
        Case(
            "expr.txt", "--seed", "x", status: 64,
            message: "trace: error: 'x' is not what '--seed' takes: a whole number\n"),
        Case(
            "expr.txt", "--set", "a", status: 64,
            message: "trace: error: 'a' is not what '--set' takes: a name, = and a number, such as x1=2.5\n"),
        Case(
            "expr.txt", "--set", "a=b", status: 64,
            message: "trace: error: 'a=b' is not what '--set' takes: a name, = and a number, such as x1=2.5\n"
        ),
        Case(
            "expr.txt", "--max-nodes", "0", status: 64,
            message: "trace: error: '0' is not what '--max-nodes' takes: a whole number above 0\n"),
        Case(
            "expr.txt", "--max-steps=none", status: 64,
            message: "trace: error: 'none' is not what '--max-steps' takes: a whole number above 0\n"),
        Case(
            "expr.txt", "--timeout", "0", status: 64,
            message:
                "trace: error: '0' is not what '--timeout' takes: a number of seconds from 0.001 to 1000000\n"
        ),
        Case(
            "expr.txt", "--color", "red", status: 64,
            message: "trace: error: 'red' is not what '--color' takes: one of auto always never\n"),
        Case(
            "bad.json", "--set", "a=1", status: 64,
            message: "trace: error: '--set' is for programs; a saved graph has its numbers already\n"),
        // Texts.
        Case(
            "-", "-o", "gout.svg", status: 1, input: "y = q\n",
            message: "standard input:1:5: error: unknown name 'q'\n 1 | y = q\n   |     ^\n"),
        Case(
            "-", "-o", "gout.svg", status: 1, input: "a = 1.0\nb = a^2\n",
            message:
                "standard input:2:6: error: '^' is not a power here; write ** for a power\n 2 | b = a^2\n   |      ^\n"
        ),
        Case(
            "-", "-o", "gout.svg", status: 1, input: "a = 1.0\nb = 2a\n",
            message:
                "standard input:2:5: error: a number cannot stand before a name; write 2*a\n 2 | b = 2a\n   |     ^~\n"
        ),
        Case(
            "-", "-o", "gout.svg", status: 1, input: "a = (1.0\nb = 2\n",
            message: "standard input:1:5: error: '(' is never closed\n 1 | a = (1.0\n   |     ^\n"),
        Case(
            "-", "-o", "gout.svg", status: 1, input: "a = 1.0\n\tb = a\n",
            message:
                "standard input:2:1: error: a tab in the indentation; indent by spaces\n 2 |     b = a\n   | ^~~~\n"
        ),
        Case(
            "-", "-o", "gout.svg", status: 1, input: "for i in 3:\n    print(i)\n",
            message:
                "standard input:1:10: error: 'for' goes through lists, not an int; write range(n) to count\n 1 | for i in 3:\n   |          ^\n"
        ),
        Case(
            "-", "-o", "gout.svg", status: 1, input: "def f(x):\nreturn x\n",
            message:
                "standard input:2:1: error: the lines that belong to the ':' above must be indented\n 2 | return x\n   | ^~~~~~\n"
        ),
        Case(
            "-", "-o", "gout.svg", status: 1, input: "a = 1.0/0\n",
            message: "standard input:1:8: error: division by zero\n 1 | a = 1.0/0\n   |        ^\n"),
        Case(
            "-", "-o", "gout.svg", status: 1, input: "a = log(-1.0)\n",
            message:
                "standard input:1:5: error: log of -1.0 does not exist\n 1 | a = log(-1.0)\n   |     ^~~~~~~~~\n"
        ),
        Case(
            "-", "-o", "gout.svg", status: 1, input: "import os\n",
            message:
                "standard input:1:8: error: no module 'os' here; micrograd, random, math and graphviz can be imported\n 1 | import os\n   |        ^~\n"
        ),
        Case(
            "-", "-o", "gout.svg", status: 1, input: "a = 'text\n",
            message:
                "standard input:1:5: error: this string is not closed on its line\n 1 | a = 'text\n   |     ^\n"
        ),
        Case(
            "-", "-o", "gout.svg", "--root", "z", status: 1, input: "a = 1.0\nb = a*a\n",
            message: "trace: error: --root: no value is named 'z'; there are a and b\n"),
        Case(
            "-", "-o", "gout.svg", "--set", "z=1", status: 1, input: "a = 1.0\nb = a*a\n",
            message: "trace: error: --set: no number is assigned to 'z'; there is a\n"),
        Case(
            "-", "-o", "gout.svg", "--max-steps", "3", status: 1, input: "a = 1.0\nb = a*a\nc = b+a\n",
            message:
                "standard input:2:1: error: stopped after 3 operations; --max-steps N lets a text run longer\n 2 | b = a*a\n   | ^\n"
        ),
        Case(
            "-", "-o", "gout.svg", status: 1, input: "a = {1: 2}\n",
            message:
                "standard input:1:5: error: trace does not read dict and set displays; use a list, or one name for each value\n 1 | a = {1: 2}\n   |     ^\n"
        ),
        Case(
            "-", "-o", "gout.svg", status: 1, input: "# nothing\n",
            message:
                "trace: error: nothing to draw: standard input has no value with a name; write, for example, a = 2.0\n"
        ),
        Case(
            "-", "-o", "gout.svg", status: 1, input: "n = [1, 2]\nlen(n)\n",
            message:
                "trace: error: nothing to draw: standard input has no value with a name; write, for example, n = [Value(1), Value(2)]\n"
        ),
        Case(
            "-", "-o", "gout.svg", status: 1, input: "a = Value('x')\n",
            message:
                "standard input:1:11: error: 'data' of Value is a number, not a string\n 1 | a = Value('x')\n   |           ^~~\n"
        ),
        Case(
            "-", "-o", "gout.svg", status: 1, input: "a = Value(1.0)\na.backwards()\n",
            message:
                "standard input:2:3: error: a Value has no 'backwards'; did you mean 'backward'?\n 2 | a.backwards()\n   |   ^~~~~~~~~\n"
        ),
        Case(
            "-", "-o", "gout.svg", status: 1, input: "n = Neuron(2)\ny = n([Value(1.0)])\n",
            message:
                "standard input:2:7: error: this Neuron takes 2 inputs, not 1\n 2 | y = n([Value(1.0)])\n   |       ^~~~~~~~~~~~\n"
        ),
        Case(
            "-", "-o", "gout.svg", status: 1, input: "x = [1.0]\ny = x[3]\n",
            message:
                "standard input:2:7: error: no element 3: there is 1, counted from 0\n 2 | y = x[3]\n   |       ^\n"
        ),
        // Limits.
        Case(
            "-", "-o", "gout.svg", "--max-nodes", "1", status: 1,
            message:
                "trace: error: the graph has 2 values, operations and frames, and at most 1 are laid out; draw a part of it, write json, txt, dot or mermaid, which have no limit, or raise the limit (--max-nodes 2)\n"
        ),
        Case(
            "-", "-o", "gout.svg", status: 1,
            input: "a = Value(1.0, label='\(String(repeating: "y", count: 100_000))')\nb = a*a\n",
            message:
                "trace: error: the label 'yyyyyyyyyyyyyyyyyyyy…' of value #0 has 100000 characters, and at most 500 can be drawn; give the value a shorter label, or draw no names (--show data,grad)\n"
        ),
        Case(
            "-", "-o", "gout.svg", "--timeout", "0.05", status: 1,
            input: "x = 1.0\ny = " + (0..<4000).map { "x*\($0)" }.joined(separator: "+") + "\n",
            message:
                "trace: error: the picture took longer than 0.05 s; draw a part of the graph, write json, txt, dot or mermaid, which need no layout, or allow more time (--timeout)\n"
        ),
    ]

    /// A text that repeats a part very often, and what the message must say of it.
    struct Hostile: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var message: String
    }

    @Test(
        "answers hostile texts within seconds, with a place",
        arguments: [
            Hostile(
                testDescription: "10,000 nested parentheses",
                text: "a = " + String(repeating: "(", count: 10_000) + "1"
                    + String(repeating: ")", count: 10_000),
                message: "too many nested parentheses"),
            Hostile(
                testDescription: "a line of 1 MB",
                text: "a = 1 + " + String(repeating: "1 + ", count: 262_144) + "1\n",
                message: "1,048,5"),
        ])
    func hostile(test: Hostile) throws {
        try withTemporaryFolder { (folder: URL) throws in
            let start = ContinuousClock.now
            let run = try TraceProcess.run(["-", "-o", "gout.svg"], input: Data(test.text.utf8), in: folder)
            #expect(run.status == 1)
            #expect(run.error.contains(": error: "))
            #expect(run.error.contains(test.message), "\(run.error.prefix(300))")
            #expect(run.error.split(separator: "\n").allSatisfy { $0.count < 250 })
            #expect(ContinuousClock.now - start < .seconds(20))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test("cannot write where the system forbids it, and leaves what is there", .enabled(if: getuid() != 0))
    func readOnlyFolder() throws {
        try withTemporaryFolder { (folder: URL) throws in
            try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.path)
            defer {
                try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path)
            }
            let run = try TraceProcess.run("-", "-o", "gout.svg", input: "a = 1.0\nb = a*a\n", in: folder)
            #expect(run.error == "trace: error: cannot write 'gout.svg': Permission denied\n")
            #expect(run.status == 1)
        }
    }

    /// Runs against a copy of the Graphviz library that has no plug-ins beside it.
    @Test("says so where Graphviz's plug-ins are missing", .enabled(if: LibraryPath.graphviz != nil))
    func missingPlugins() throws {
        try withTemporaryFolder { (folder: URL) throws in
            let library = try #require(LibraryPath.graphviz)
            let copy = folder.appending(path: library.lastPathComponent)
            try FileManager.default.copyItem(at: library.resolvingSymlinksInPath(), to: copy)
            var environment = ProcessInfo.processInfo.environment
            environment["LD_LIBRARY_PATH"] = folder.path
            let fallback = try TraceProcess.run(
                ["-", "-o", "-"], input: Data("a = 1.0\nb = a*a\n".utf8), in: folder, environment: environment
            )
            #expect(fallback.output.hasPrefix("<svg "))

            environment["GVBINDIR"] = folder.path
            for format in ["svg", "png"] {
                let run = try TraceProcess.run(
                    ["-", "-o", "gout.\(format)"], input: Data("a = 1.0\nb = a*a\n".utf8), in: folder,
                    environment: environment)
                #expect(
                    run.error
                        == "trace: error: Graphviz has no plug-in for 'dot' (it looks in \(folder.path)/graphviz); install Graphviz again: `apt-get install --reinstall libgvc6`, or `brew reinstall graphviz`\n"
                )
                #expect(run.status == 1)
            }
            let doctor = try TraceProcess.run(["doctor"], in: folder, environment: environment)
            #expect(doctor.status == 1)
            #expect(doctor.output.contains("fails: Graphviz has no plug-in for 'dot'"))
        }
    }
}

/// Where the libraries that `trace` loads stand.
private enum LibraryPath {
    static let graphviz: URL? = {
        let folders = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib"]
        return folders.map { URL(filePath: "\($0)/libgvc.so.6") }.first {
            FileManager.default.fileExists(atPath: $0.path)
        }
    }()
}
