import Testing
import TraceLanguage

@Suite struct LimitTests {
    static let count = 100_000

    /// A long expression, which a test report names in short.
    struct Chain: Sendable, CustomTestStringConvertible {
        var part: String
        var count = LimitTests.count
        /// What stands before and after the parts.
        var start = ""
        var end = ""

        var testDescription: String { "\(start)\(part)…\(end)" }
        var expression: String { start + String(repeating: part, count: count) + end }
    }

    @Test(
        "a chain of 100,000 operators is read, run and freed by loops",
        arguments: [
            Chain(part: "a+", end: "a"),
            Chain(part: "a**", end: "a"),
            Chain(part: "-", end: "a"),
            Chain(part: "a*", end: "a"),
            Chain(part: ".relu()", count: count / 2, start: "a"),
            Chain(part: "a,", start: "[", end: "][5]*2"),
            Chain(part: "a,", start: "sum([", end: "])"),
            Chain(part: "a,", start: "max(", end: "a)"),
        ])
    func chains(chain: Chain) {
        let outcome = Outcome("a = 1.0\ny = " + chain.expression)
        #expect(outcome.message == "no error")
        #expect(outcome.roots == ["y"])
    }

    @Test("comparisons and a postfix of 100,000 parts are loops too")
    func numbers() {
        #expect(output(of: "print(" + String(repeating: "1<=", count: LimitTests.count) + "1)") == "True\n")
        #expect(output(of: "print(" + String(repeating: "-", count: LimitTests.count) + "1)") == "1\n")
    }

    @Test(
        "200 brackets may stand inside each other, and no more",
        arguments: ["(|)", "[|]", "relu(|)", "x[0*(|)]"])
    func nesting(pair: String) {
        let parts = pair.split(separator: "|").map(String.init)
        func nested(_ depth: Int) -> String {
            "a = 1.0; x = [0]\ny = " + String(repeating: parts[0], count: depth) + "0"
                + String(repeating: parts[1], count: depth)
        }
        let perPart = parts[0].count { "([".contains($0) }
        #expect(Outcome(nested(200 / perPart)).message == "no error")
        #expect(
            Outcome(nested(200 / perPart + 1)).message.contains("too many nested parentheses (more than 200)")
        )
        #expect(Outcome(nested(10_000)).message.contains("too many nested parentheses (more than 200)"))
    }

    @Test("f-strings inside f-strings count as brackets")
    func nestedFormats() {
        func nested(_ depth: Int) -> String {
            "print(" + String(repeating: "f'{", count: depth) + "1" + String(repeating: "}'", count: depth)
                + ")"
        }
        #expect(output(of: nested(50)) == "1\n")
        #expect(Outcome(nested(1000)).message.contains("too many nested parentheses"))
    }

    @Test("a line of 1 MB is refused, with its place and its beginning")
    func longLine() {
        let text = "x = 1\ny = " + String(repeating: "x+", count: 524_286) + "x"
        let message = Outcome(text).message
        #expect(
            message.hasPrefix(
                "t.txt:2:1: error: line 2 is 1,048,577 bytes long; trace reads lines of up to 500,000: "
                    + "put parts of it on lines of their own\n 2 | y = x+x"))
        #expect(message.count < 500)
    }

    @Test("a line of just 500,000 bytes is read")
    func longestLine() {
        #expect(Outcome("a = 2.0 #" + String(repeating: "x", count: 499_991)).message == "no error")
        #expect(
            Outcome("a = 2.0 #" + String(repeating: "x", count: 499_992)).message.contains("500,001 bytes"))
    }

    @Test("lists are as deep as they like, and what is written is bounded")
    func lists() {
        let deep = "x = []\n" + String(repeating: "x = [x]\n", count: 5000) + "print(x)"
        #expect(
            output(of: deep) == String(repeating: "[", count: 5001) + String(repeating: "]", count: 5001)
                + "\n")
        let large = "x = [1]\n" + String(repeating: "x = [x, x]\n", count: 60) + "print(x)"
        #expect(
            Outcome(large, RunOptions(maximumSteps: 100_000)).message.contains(
                "stopped after 100,000 operations"))
        let long = "x = 'ab'\n" + String(repeating: "x = x + x\n", count: 60)
        #expect(
            Outcome(long, RunOptions(maximumSteps: 100_000)).message.contains(
                "stopped after 100,000 operations"))
    }

    @Test("--max-steps bounds the work, and the error names the flag")
    func steps() {
        #expect(
            Outcome("a = Value(1.0)\nb = a + 1\nc = a + 2", RunOptions(maximumSteps: 10)).message == """
                t.txt:3:1: error: stopped after 10 operations; --max-steps N lets a text run longer
                 3 | c = a + 2
                   | ^
                """)
        #expect(Outcome("n = MLP(100000, [100000, 100000])").message.contains("--max-steps"))
    }
}
