import Testing
import TraceLanguage

@Suite struct RenderingTests {
    /// The column under which the caret stands must show the first character of the place.
    @Test(
        "the caret stands under its place, whatever is before it",
        arguments: [
            ("s = '\t'; y = q1 + 1", 14, " 1 | s = '   '; y = q1 + 1\n   |                ^~"),
            ("s = '日本'; y = q1 + 1", 15, " 1 | s = '日本'; y = q1 + 1\n   |                 ^~"),
            ("s = 'e\u{301}'; y = q1 + 1", 14, " 1 | s = 'e\u{301}'; y = q1 + 1\n   |              ^~"),
            ("s = '👍🏽'; y = q1", 14, " 1 | s = '👍🏽'; y = q1\n   |               ^~"),
            ("y = 日本 + 1", 5, " 1 | y = 日本 + 1\n   |     ^~~~"),
            ("s = '\u{1b}[31m'; y = q1", 18, " 1 | s = '\u{fffd}[31m'; y = q1\n   |                  ^~"),
        ])
    func caret(text: String, column: Int, excerpt: String) {
        let message = Outcome(text).message
        #expect(message.hasPrefix("t.txt:1:\(column): error: "))
        #expect(message.split(separator: "\n", maxSplits: 1).last.map(String.init) == excerpt)
    }

    @Test(
        "of a long line about 100 columns around the place are shown",
        arguments: [0, 11, 12, 500, 987, 988, 1000])
    func longLine(before: Int) throws {
        let text =
            "y = " + String(repeating: "1 + ", count: before) + "zz"
            + String(repeating: " + 1", count: 1000 - before)
        let lines = Outcome(text).message.split(separator: "\n").map(Array.init)
        #expect(String(lines[0]) == "t.txt:1:\(5 + 4 * before): error: unknown name 'zz'")
        #expect((100...107).contains(lines[1].count))
        let caret = try #require(lines[2].firstIndex(of: "^"))
        #expect(String(lines[1][caret...caret + 1]) == "zz")
        #expect(String(lines[2][caret...]) == "^~")
        #expect((lines[1][5] == "…") == (before > 11))
        #expect((lines[1].last == "…") == (before < 988))
    }

    @Test("a line number of several digits widens the gutter")
    func gutter() {
        let message = Outcome(String(repeating: "\n", count: 99) + "y = q1").message
        #expect(message == "t.txt:100:5: error: unknown name 'q1'\n 100 | y = q1\n     |     ^~")
    }

    @Test("colour goes to place, severity and caret")
    func color() throws {
        let error = #expect(throws: LanguageError.self) {
            try run(SourceText(name: "t.txt", text: "y = q1")) { _ in }
        }
        let diagnostic = try #require(error?.diagnostic)
        #expect(
            diagnostic.rendered(color: true) == """
                \u{1b}[1mt.txt:1:5: \u{1b}[0m\u{1b}[1;31merror: \u{1b}[0m\u{1b}[1munknown name 'q1'\u{1b}[0m
                 1 | y = q1
                   |     \u{1b}[1;31m^~\u{1b}[0m
                """)
        #expect(diagnostic.place?.file == "t.txt")
        #expect(diagnostic.place?.line == 1)
        #expect(diagnostic.place?.column == 5)
        #expect(diagnostic.severity == .error)
        #expect(diagnostic.message == "unknown name 'q1'")
    }
}
