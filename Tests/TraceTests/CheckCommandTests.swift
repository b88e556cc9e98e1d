import Foundation
import TestSupport
import Testing

@Suite("trace check")
struct CheckCommandTests {
    private static let examples: [String] = {
        let files = try? FileManager.default.contentsOfDirectory(
            atPath: repository.appending(path: "Examples").path)
        return (files ?? []).filter { $0.hasSuffix(".txt") || $0.hasSuffix(".py") }.sorted()
    }()

    @Test("agrees with every example", arguments: examples)
    func example(name: String) throws {
        let run = try TraceProcess.run("check", "-q", "Examples/\(name)", in: repository)
        #expect(run.status == 0 && run.error.isEmpty)
        #expect(run.output.hasSuffix("gradients agree\n"))
        #expect(!run.output.contains("not compared"))
    }

    @Test("finds the examples to check")
    func count() {
        #expect(CheckCommandTests.examples.count >= 11)
    }

    @Test("prints a table and what came out")
    func table() throws {
        let run = try TraceProcess.run("check", "Examples/multiplication.txt", in: repository)
        #expect(
            run.output == """
                id  name  is        data     grad  quotient  difference  verdict
                #0  a     input   2.0000  -3.0000   -3.0000      0.0000  agrees
                #1  b     input  -3.0000   2.0000    2.0000      0.0000  agrees
                #2  L     a * b  -6.0000   1.0000    1.0000      0.0000  agrees

                3 gradients agree

                """)
    }

    @Test("reports a kink, and does not fail")
    func kink() throws {
        let run = try check("x = 0.0\ny = relu(x)*3\n")
        #expect(run.status == 0 && run.error.isEmpty)
        #expect(run.output.contains("kink of relu #1: slope 0.0000 below, 3.0000 above\n"))
        #expect(run.output.hasSuffix("\n3 of 4 gradients agree, 1 is at a kink\n"))
    }

    @Test("shows the slopes of a kink in a strong curve")
    func curvedKink() throws {
        let run = try check("x = Value(0.0); y = x.relu() + 2*x + 1000000*x*x\n")
        #expect(run.status == 0 && run.error.isEmpty)
        #expect(run.output.contains("kink of relu #1: slope 2.0000 below, 3.0000 above\n"))
    }

    @Test("calls nan at a kink wrong")
    func nanAtKink() throws {
        let run = try check("x = Value(0.0); y = (x*x)**0.5\n")
        #expect(run.status == 2)
        #expect(
            run.output.hasSuffix(
                "worst: #0 x, grad nan; at a kink, with slope -1.0000 below and 1.0000 above\n"))
    }

    private static let byHand = """
        a = Value(2.0)
        b = Value(-3.0)
        c = Value(10.0)
        e = a*b
        d = e + c
        f = Value(-2.0)
        L = d*f
        L.grad = 1.0
        d.grad = f.data * L.grad
        f.grad = d.data * L.grad
        c.grad = d.grad
        e.grad = d.grad
        a.grad = b.data * e.grad
        b.grad = a.data * e.grad

        """

    @Test("agrees with a backward pass by hand that is right")
    func rightByHand() throws {
        let run = try check(CheckCommandTests.byHand)
        #expect(run.status == 0 && run.output.hasSuffix("\n7 gradients agree\n"))
        let half = try check(CheckCommandTests.byHand.replacing("c.grad = d.grad\n", with: ""))
        #expect(half.status == 0 && half.output.hasSuffix("\n6 gradients agree, 1 is not compared\n"))
    }

    @Test("names the value at which a backward pass by hand goes wrong, with an exit code of its own")
    func wrongByHand() throws {
        let run = try check(CheckCommandTests.byHand.replacing("e.grad = d.grad", with: "e.grad = -d.grad"))
        #expect(run.status == 2)
        #expect(
            run.output.hasSuffix(
                """

                3 of 7 gradients differ
                worst: #3 e (*), grad 2.0000, difference quotient -2.0000, off by 4.0000; the mistake is in the step back from #4 d (+)

                """))
        let leaf = try check(
            CheckCommandTests.byHand.replacing("b.data * e.grad", with: "a.data * e.grad"))
        #expect(leaf.status == 2 && leaf.output.contains("\nworst: #0 a, grad -4.0000, "))
    }

    @Test("checks a saved graph, also one with a wrong gradient")
    func savedGraph() throws {
        try withTemporaryFolder { (folder: URL) throws in
            let json = try TraceProcess.run("-", "-T", "json", input: "a = 2.0; y = a*a\n", in: folder).output
            let right = try TraceProcess.run("check", "-", input: json, in: folder)
            #expect(right.status == 0 && right.output.hasSuffix("\n2 gradients agree\n"))
            let wrong = try TraceProcess.run(
                "check", "-", input: json.replacing("\"grad\": 4", with: "\"grad\": 4.001"), in: folder)
            #expect(wrong.status == 2)
            #expect(
                wrong.output.contains("worst: #0 a, grad 4.0010, difference quotient 4.0000, off by 0.0010"))
        }
    }

    @Test("adds up passes, and takes the value that backward ran from")
    func passes() throws {
        let twice = try TraceProcess.run("check", "Examples/backward-twice.py", in: repository)
        #expect(twice.output.contains("12.0000    6.0000      6.0000  agrees: 2 passes add up\n"))
        let halfway = try TraceProcess.run("check", "Examples/halfway.py", "--root", "d", in: repository)
        #expect(halfway.status == 0)
        #expect(halfway.output.contains("–  not compared: the result does not depend on it\n"))
    }

    @Test("takes its options")
    func options() throws {
        let text = "a = 2.0\ny = a*a\nz = a + 1\n"
        let run = try check(text, "--root", "y", "--set=a=3", "--precision", "1", "--color", "never")
        #expect(run.output.contains("#0  a     input   3.0   6.0       6.0         0.0  agrees\n"))
        #expect(try check(text, "--max-steps", "2").error.contains("stopped after 2 operations"))
        #expect(try check("n = Neuron(1)\ny = n([1.0])\n", "--seed", "4", "-q").status == 0)
    }

    @Test("checks the data that the result was computed from, whatever a training step changed later")
    func trained() throws {
        let run = try check("w = Value(2.0)\ny = w*w\ny.backward()\nw.data -= 0.1 * w.grad\n", "-q")
        #expect(run.status == 0)
        #expect(run.output.contains("4.0000"))
    }

    @Test("says what keeps it from checking")
    func obstacles() throws {
        func error(_ text: String, _ words: String...) throws -> String {
            let run = try check(text, words)
            #expect(run.status == 1 && run.output.isEmpty)
            return run.error
        }
        #expect(
            try error("x = Value(2.0)\nu = x*x\nx.data = 5.0\ny = u*x\ny.backward()\n", "-q")
                == "trace: error: #1 u holds 4, and its operands now give 25: data changed after they were used; "
                + "compute the result anew, and check before changing data\n")
        #expect(
            try error("a = Value(2.0)\nb = Value(3.0)\nL = a*b\na.data = 5.0\nL.backward()\n", "-q")
                == "trace: error: the gradients were computed with a = 5.0, which is not what the result was computed "
                + "from; compute the result anew after changing data, then call backward()\n")
        #expect(
            try error("x = Value(2.0)\ny = x*x\nz = x+1\ndraw_dot([y, z])\n", "-q")
                == "trace: error: there are several results, and no backward() has run; choose one of them (--root NAME)\n"
        )
        #expect(
            try error("x = 2.0\ny = x*x\n", "--max-nodes", "1")
                == "trace: error: the graph has 2 nodes, and no more than 1 are checked; allow more, or check a part "
                + "(--max-nodes 2)\n")
        #expect(try error("y = q\n").contains("unknown name 'q'"))
        #expect(
            try error(" ") == "trace: error: standard input is empty; there is nothing to check\n")
    }

    @Test(
        "refuses what is not for it",
        arguments: ["-o", "-T", "--theme", "--show", "--no-backward", "--timeout"])
    func refused(option: String) throws {
        let run = try check("a = 2.0\n", option)
        #expect(run.status == 64 && run.output.isEmpty)
        #expect(
            run.error == "trace: error: '\(option)' is not for trace check, but for trace draw\n"
                + "Run 'trace help check' to see how it is used.\n")
    }

    @Test("knows wrong usage, and has help")
    func usage() throws {
        let none = try TraceProcess.run("check", in: repository)
        #expect(none.status == 64)
        #expect(none.error.hasPrefix("trace: error: no file is named; name a program"))
        let two = try TraceProcess.run("check", "a", "b.svg", in: repository)
        #expect(two.status == 64)
        #expect(
            two.error.hasPrefix("trace: error: one file at a time; there is no place for 'b.svg'"))
        let unknown = try TraceProcess.run("check", "a", "--precison", "3", in: repository)
        #expect(unknown.status == 64 && unknown.error.contains("did you mean '--precision'?"))
        let help = try TraceProcess.run("help", "check", in: repository)
        #expect(help.status == 0 && help.output.contains("usage: trace check FILE [options]"))
        #expect(!help.output.contains("--theme") && help.output.contains("  2   a gradient differs\n"))
        #expect(try TraceProcess.run("check", "--help", in: repository).output == help.output)
    }

    private func check(_ text: String, _ words: String...) throws -> TraceProcess { try check(text, words) }

    private func check(_ text: String, _ words: [String]) throws -> TraceProcess {
        try withTemporaryFolder { (folder: URL) throws in
            try TraceProcess.run(["check", "-"] + words, input: Data(text.utf8), in: folder)
        }
    }
}
