import Foundation
import TestSupport
import Testing

@Suite("trace")
struct DrawCommandTests {
    private let text = "a = 2.0; b = -3.0; c = 10.0; f = -2.0\ne = a*b\nd = e + c\nL = d*f\n"

    private let table = """
        id  name  is        data     grad
        #0  a     input   2.0000   6.0000
        #1  b     input  -3.0000  -4.0000
        #2  c     input  10.0000  -2.0000
        #3  f     input  -2.0000   4.0000
        #4  e     a * b  -6.0000  -2.0000
        #5  d     e + c   4.0000  -2.0000
        #6  L     d * f  -8.0000   1.0000

        """

    @Test("prints a table where no output is named")
    func tableByDefault() throws {
        try withTemporaryFolder { (folder: URL) throws in
            try text.write(to: folder.appending(path: "expr.txt"), atomically: true, encoding: .utf8)
            for words in [
                ["expr.txt"], ["draw", "expr.txt"], ["expr.txt", "-T", "txt", "-o", "-"], ["--", "expr.txt"],
            ] {
                let run = try TraceProcess.run(words, in: folder)
                #expect(run.status == 0)
                #expect(run.output == table)
                #expect(run.error.isEmpty)
            }
        }
    }

    @Test(
        "writes each format by the name of its output, silently",
        arguments: ["svg", "png", "pdf", "dot", "gv", "json", "mmd", "txt"])
    func formats(ending: String) throws {
        try withTemporaryFolder { (folder: URL) throws in
            try text.write(to: folder.appending(path: "expr.txt"), atomically: true, encoding: .utf8)
            let run = try TraceProcess.run("expr.txt", "-o", "gout.\(ending)", in: folder)
            #expect(run.status == 0)
            #expect(run.output.isEmpty && run.error.isEmpty)
            #expect(try !Data(contentsOf: folder.appending(path: "gout.\(ending)")).isEmpty)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
        }
    }

    @Test("runs the cells of a notebook, or those that are chosen, by its name or its content")
    func notebook() throws {
        let notebook = """
            {"cells": [{"cell_type": "code", "source": "a = 2.0; b = -3.0; c = 10.0; f = -2.0"},
                       {"cell_type": "markdown", "source": "# Text"},
                       {"cell_type": "code", "source": ["e = a*b\\n", "d = e + c"]},
                       {"cell_type": "code", "source": "L = d*f"}],
             "metadata": {"language_info": {"name": "python"}}, "nbformat": 4, "nbformat_minor": 5}
            """
        try withTemporaryFolder { (folder: URL) throws in
            for name in ["lecture.ipynb", "LECTURE.IPYNB", "lecture.txt"] {
                try notebook.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
                #expect(try TraceProcess.run(name, in: folder).output == table)
            }
            let run = try TraceProcess.run("-", "-q", input: notebook, in: folder)
            #expect(run.output == table && run.error.isEmpty)
            let part = try TraceProcess.run("lecture.ipynb", "--cells", "1,2", in: folder)
            #expect(part.output.hasSuffix("\n#4  d     e + c   4.0000   1.0000\n"))
            #expect(
                part.error
                    == "trace: note: f is left out, because d does not depend on it; --root NAME draws another value\n"
            )
            let check = try TraceProcess.run("check", "lecture.ipynb", "--cells=1-3", in: folder)
            #expect(check.output.hasSuffix("\n7 gradients agree\n"))
        }
    }

    @Test("says with an error which cells above it are left out, but for -q")
    func leftOutCells() throws {
        let notebook = """
            {"cells": [{"cell_type": "code", "source": "xs = np.arange(3)"},
                       {"cell_type": "code", "source": "a = Value(2.0)\\nb = a*xs"}], "nbformat": 4}
            """
        try withTemporaryFolder { (folder: URL) throws in
            let note = """
                standard input:cell 1:1:6: note: cell 1 is left out, because it uses numpy (np.arange)
                 1 | xs = np.arange(3)
                   |      ^~~~~~~~~

                """
            let error = """
                standard input:cell 2:2:7: error: 'xs' was to be made in cell 1, which is left out because it uses numpy; write that cell without numpy
                 2 | b = a*xs
                   |       ^~

                """
            let run = try TraceProcess.run("-", input: notebook, in: folder)
            #expect(run.error == note + error && run.status == 1)
            #expect(try TraceProcess.run("-", "-q", input: notebook, in: folder).error == error)
        }
    }

    @Test("reads standard input and writes standard output")
    func pipes() throws {
        try withTemporaryFolder { (folder: URL) throws in
            let svg = try TraceProcess.run("-", "-o", "-", input: text, in: folder)
            #expect(svg.output.hasPrefix("<svg "))
            let json = try TraceProcess.run("-", "-T", "json", input: text, in: folder)
            let again = try TraceProcess.run("-", "-T", "json", input: json.output, in: folder)
            #expect(json.output.hasPrefix("{\n  \"format\": \"trace-graph\""))
            #expect(again.output == json.output)
            let png = try TraceProcess.run("-", "-T", "png", "-o", "-", input: json.output, in: folder)
            #expect(png.outputData.starts(with: [0x89, 0x50, 0x4e, 0x47]))
        }
    }

    @Test("runs a program that only prints, unless a graph is asked for")
    func onlyPrinting() throws {
        try withTemporaryFolder { (folder: URL) throws in
            func run(_ words: [String]) throws -> TraceProcess {
                try TraceProcess.run(["-"] + words, input: Data("print(6*7)\n".utf8), in: folder)
            }
            let plain = try run([])
            #expect(plain.output == "42\n")
            #expect(plain.error == "trace: note: nothing is drawn: standard input only prints\n")
            #expect(plain.status == 0)
            for words in [["-o", "a.svg"], ["-T", "txt"], ["--root", "y"]] {
                let asked = try run(words)
                #expect(asked.error.hasPrefix("trace: error: nothing to draw: standard input has no value"))
                #expect(asked.status == 1)
            }
        }
    }

    @Test("prints before the table, but never into a picture")
    func printing() throws {
        try withTemporaryFolder { (folder: URL) throws in
            let program = "a = Value(2.0)\nprint('two is', a.data)\nb = a*a\n"
            let table = try TraceProcess.run("-", input: program, in: folder)
            #expect(table.output.hasPrefix("two is 2.0\nid  name"))
            let picture = try TraceProcess.run("-", "-o", "-", input: program, in: folder)
            #expect(picture.output.hasPrefix("<svg "))
            #expect(picture.error == "two is 2.0\n")
            let file = try TraceProcess.run("-", "-o", "gout.svg", input: program, in: folder)
            #expect(file.output == "two is 2.0\n")
        }
    }

    @Test("draws from a saved graph what it draws from the program")
    func savedGraph() throws {
        try withTemporaryFolder { (folder: URL) throws in
            try text.write(to: folder.appending(path: "expr.txt"), atomically: true, encoding: .utf8)
            try TraceProcess.run("expr.txt", "-o", "graph.json", in: folder)
            let fromProgram = try TraceProcess.run("expr.txt", "-o", "-", in: folder)
            let fromGraph = try TraceProcess.run("graph.json", "-o", "-", in: folder)
            #expect(fromGraph.output == fromProgram.output)
            for root in ["d", "#5"] {
                let part = try TraceProcess.run("graph.json", "--root", root, "-T", "txt", in: folder)
                #expect(part.output.split(separator: "\n").count == 6)
            }
        }
    }

    @Test(
        "says so where standard output takes nothing",
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func fullOutput() throws {
        try withTemporaryFolder { (folder: URL) throws in
            try text.write(to: folder.appending(path: "expr.txt"), atomically: true, encoding: .utf8)
            for format in ["txt", "svg"] {
                let shell = Process()
                shell.executableURL = URL(filePath: "/bin/sh")
                shell.arguments = [
                    "-c", "\"$0\" expr.txt -T \(format) > /dev/full 2> message",
                    try TraceProcess.executable().path,
                ]
                shell.currentDirectoryURL = folder
                try shell.run()
                shell.waitUntilExit()
                #expect(shell.terminationStatus == 1)
                let message = try String(contentsOf: folder.appending(path: "message"), encoding: .utf8)
                #expect(message == "trace: error: cannot write to standard output: No space left on device\n")
            }
        }
    }

    @Test("gives up on each format after the time allowed", arguments: ["json", "txt", "dot", "mermaid"])
    func timeout(format: String) throws {
        try withTemporaryFolder { (folder: URL) throws in
            let inputs = Array(repeating: "1.0", count: 100).joined(separator: ",")
            let run = try TraceProcess.run(
                "-", "-q", "-T", format, "--timeout", "0.001",
                input: "m = MLP(100, [100])\ny = m([\(inputs)])\n", in: folder)
            #expect(run.status == 1 && run.output.isEmpty)
            #expect(
                run.error == "trace: error: the picture took longer than 0.001 s; draw a part of the graph, "
                    + "or allow more time (--timeout)\n")
        }
    }

    @Test(
        "does not write over its input",
        arguments: [
            "- -T txt -o input.txt < input.txt", "- -T txt -o link < input.txt",
            "- -T txt -o hard < input.txt", "link -T txt -o input.txt", "input.txt -T txt -o ./link",
        ])
    func outputIsInput(words: String) throws {
        try withTemporaryFolder { (folder: URL) throws in
            let run = try shell(
                "echo 'a = 2.0; b = a*a' > input.txt; ln -s input.txt between; ln -s between link; "
                    + "ln input.txt hard; \"$0\" \(words); code=$?; cat input.txt; ls; exit $code", in: folder
            )
            #expect(run.status == 64)
            #expect(run.output == "a = 2.0; b = a*a\nbetween\nerror\nhard\ninput.txt\nlink\noutput\n")
            #expect(run.error.contains("is the file that is drawn; writing to it would destroy it\n"))
        }
    }

    /// Runs a command of a shell, in which `$0` is trace.
    private func shell(
        _ command: String, in folder: URL
    ) throws -> (status: Int32, output: String, error: String) {
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = ["-c", "{ \(command); } > output 2> error", try TraceProcess.executable().path]
        shell.currentDirectoryURL = folder
        try shell.run()
        shell.waitUntilExit()
        func text(_ name: String) throws -> String {
            try String(decoding: Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
        }
        return (shell.terminationStatus, try text("output"), try text("error"))
    }

    @Test("refuses names that are not UTF-8, whose bytes could not be kept")
    func namesInBytes() throws {
        try withTemporaryFolder { (folder: URL) throws in
            for words in ["- -T txt -o \"$name\" < /dev/null", "\"$name\""] {
                let run = try shell(
                    "name=$(printf 'gr\\374n.txt'); \"$0\" \(words); code=$?; ls; exit $code", in: folder)
                #expect(run.status == 64)
                #expect(run.output == "error\noutput\n")
                #expect(
                    run.error.hasPrefix(
                        "trace: error: 'gr\\xfcn.txt' is not UTF-8 text; if it names a file, rename that, or write - for it"
                    ))
            }
        }
    }

    @Test("draws a value once that is asked for twice")
    func repeatedRoot() throws {
        try withTemporaryFolder { (folder: URL) throws in
            let json = try TraceProcess.run("-", "-T", "json", input: text, in: folder).output
            for input in [text, json] {
                let run = try TraceProcess.run(
                    "-", "--root", "L", "--root", "L", "-T", "json", input: input, in: folder)
                #expect(run.output.contains("\"roots\": [6],"))
            }
        }
    }

    @Test("takes its options")
    func options() throws {
        try withTemporaryFolder { (folder: URL) throws in
            func output(_ words: String...) throws -> String {
                try TraceProcess.run(["-"] + words, input: Data(text.utf8), in: folder).output
            }
            #expect(try output("--set", "a=3", "--set=b=1").contains("#6  L     d * f  -26.0000"))
            #expect(try output("--no-backward").contains("#6  L     d * f  -8.0000     –"))
            #expect(try output("--root", "e").split(separator: "\n").count == 4)
            #expect(try output("--precision", "1").contains("#6  L     d * f  -8.0   1.0"))
            #expect(try output("--show", "data,name").hasPrefix("id  name  is        data\n"))
            #expect(try output("-T", "dot", "--rankdir=TB").contains("rankdir=\"TB\""))
            #expect(try output("-Tdot", "--theme", "classic").contains("shape=\"record\""))
            #expect(try output("-T=dot", "--appearance", "dark").contains("bgcolor=\"#0d1117\""))
            #expect(try output("-o-", "-Kneato").hasPrefix("<svg"))
            #expect(try output("-o", "-", "--engine", "circo", "--timeout", "30").hasPrefix("<svg"))
        }
    }

    @Test("draws weights from the seed given where the text sets none")
    func seed() throws {
        try withTemporaryFolder { (folder: URL) throws in
            func output(_ seed: String, _ text: String) throws -> String {
                try TraceProcess.run("-", "--seed", seed, input: text, in: folder).output
            }
            let unseeded = "n = Neuron(1)\ny = n([Value(1.0)])\n"
            let seeded = "random.seed(7)\n" + unseeded
            #expect(try output("0", unseeded) == TraceProcess.run("-", input: unseeded, in: folder).output)
            #expect(try output("1", unseeded) != output("0", unseeded))
            #expect(try output("1", seeded) == output("2", seeded))
            #expect(try output("7", unseeded) == output("1", seeded))
        }
    }

    @Test("keeps quiet about notes where asked, not about errors")
    func quiet() throws {
        try withTemporaryFolder { (folder: URL) throws in
            let noting = "h = 2.0\na = Value(1.0)\nb = a*h\n"
            #expect(try TraceProcess.run("-", input: noting, in: folder).error.contains("note: "))
            #expect(try TraceProcess.run("-", "-q", input: noting, in: folder).error.isEmpty)
            #expect(try TraceProcess.run("-", "-q", input: "a = q", in: folder).error.contains("error: "))
        }
    }

    @Test("colours messages where asked, and not in a file or pipe")
    func colour() throws {
        try withTemporaryFolder { (folder: URL) throws in
            #expect(try !TraceProcess.run("-", input: "a = q", in: folder).error.contains("\u{1b}["))
            #expect(
                try TraceProcess.run("-", "--color=always", input: "a = q", in: folder).error.contains(
                    "\u{1b}["))
            let usage = try TraceProcess.run("nothing.txt", "--color", "always", in: folder).error
            #expect(usage.contains("\u{1b}[1;31merror: "))
        }
    }

    @Test("gives the same SVG without fonts and without an environment")
    func independence() throws {
        try withTemporaryFolder { (folder: URL) throws in
            let expected = try TraceProcess.run("-", "-o", "-", input: text, in: folder).output
            let fonts = folder.appending(path: "fonts.conf")
            try "<?xml version=\"1.0\"?><fontconfig></fontconfig>".write(
                to: fonts, atomically: true, encoding: .utf8)
            let withoutFonts = ["FONTCONFIG_FILE": fonts.path, "HOME": folder.path]
            for environment in [withoutFonts, [:], ["LC_ALL": "de_DE.UTF-8", "LANG": "tr_TR"]] {
                let run = try TraceProcess.run(
                    ["-", "-o", "-"], input: Data(text.utf8), in: folder, environment: environment)
                #expect(run.output == expected)
            }
            for _ in 0..<20 {
                #expect(try TraceProcess.run("-", "-o", "-", input: text, in: folder).output == expected)
            }
        }
    }

    @Test("answers questions about itself")
    func questions() throws {
        try withTemporaryFolder { (folder: URL) throws in
            #expect(try TraceProcess.run("--version", in: folder).output == "trace 0.1.0\n")
            let doctor = try TraceProcess.run("doctor", in: folder)
            #expect(doctor.status == 0)
            #expect(doctor.output.contains("-K neato  works\n"))
        }
    }
}
