import MicrogradSupport
import Testing

@Suite("Text for a terminal")
struct StringVisibleTests {
    @Test(
        "shows control characters as Python's `repr` does",
        arguments: [
            // As CPython 3 prints them with repr, without the quotes.
            ("a\nb\tc\rd", "a\\nb\\tc\\rd"), ("\u{1b}[31m", "\\x1b[31m"),
            ("\u{0}\u{7}\u{7f}", "\\x00\\x07\\x7f"),
            ("\u{85}\u{9b}31m", "\\x85\\x9b31m"), ("\u{2028}\u{2029}", "\\u2028\\u2029"),
            ("\u{202e}cba\u{202c}", "\\u202ecba\\u202c"), ("\u{2066}\u{200f}", "\\u2066\\u200f"),
            ("\u{e0041}", "\\U000e0041"),
        ])
    func controls(text: String, expected: String) {
        #expect(text.visible == expected)
        #expect(expected.visible == expected)
        #expect(text.contains { $0.isControl })
    }

    @Test("is as it stands where a terminal shows all of it", arguments: ["", "a \\n b", "漢字 α₁", "😀👩‍👩‍👧‍👦", "क्‍ष"])
    func plain(text: String) {
        #expect(text.visible == text)
    }
}
