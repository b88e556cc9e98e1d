import MicrogradSupport
import Testing

@Suite("A text buffer")
struct TextBufferTests {
    @Test("holds what was appended, in order")
    func pieces() {
        var text = TextBuffer(capacity: 3)
        text.append("é ")
        text.append(-12)
        text.append(spaces: 2)
        text.append(byte: UInt8(ascii: "x"))
        #expect(String(decoding: text.bytes, as: UTF8.self) == "é -12  x")
        #expect(text.count == 9)
    }

    @Test("gives back what was appended last")
    func removal() {
        var text = TextBuffer()
        text.append("a")
        text.append("bc")
        #expect(text.removeText(from: 1) == "bc")
        #expect(text.bytes == [UInt8(ascii: "a")])
    }

    @Test("drops the spaces at its end, and no others")
    func spaces() {
        var text = TextBuffer()
        text.append(" a b   ")
        text.trimSpaces()
        #expect(String(decoding: text.bytes, as: UTF8.self) == " a b")
        text.append("\n")
        text.trimSpaces()
        #expect(text.bytes.last == UInt8(ascii: "\n"))
    }
}
