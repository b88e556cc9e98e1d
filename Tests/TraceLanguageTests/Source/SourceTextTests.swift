import Micrograd
import Testing
import TraceLanguage

@Suite struct SourceTextTests {
    private func message(_ bytes: [UInt8]) -> String {
        let tape = Tape()
        return tape.use {
            do throws(LanguageError) {
                _ = try run(SourceText(name: "t.txt", bytes: bytes)) { _ in }
                return "no error"
            } catch {
                return error.diagnostic.rendered()
            }
        }
    }

    @Test("bytes are read as UTF-8, with a byte order mark or without")
    func text() {
        #expect(message(Array("é = 2.0; y = é*2".utf8)) == "no error")
        #expect(message([0xef, 0xbb, 0xbf] + Array("y = 2.0*3".utf8)) == "no error")
    }

    @Test("the first byte that is not UTF-8 is named with its line and column")
    func badByte() {
        #expect(
            message(Array("a = 2.0\n# caf".utf8) + [0xe9] + Array(" é\ny = a".utf8)) == """
                t.txt:2:6: error: the byte 0xE9 is not UTF-8 text; trace reads programs in UTF-8 and saved graphs (.json)
                 2 | # caf\u{fffd} é
                   |      ^
                """)
        #expect(
            message(Array("日本 = 1 # ".utf8) + [0xff]) == """
                t.txt:1:10: error: the byte 0xFF is not UTF-8 text; trace reads programs in UTF-8 and saved graphs (.json)
                 1 | 日本 = 1 # \u{fffd}
                   |            ^
                """)
    }

    @Test(
        "a character that is cut, too long, a half of a pair or beyond Unicode is a bad byte",
        arguments: [
            [0xe6, 0x97], [0xc0, 0xaf], [0xe0, 0x80, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80],
            [0xf8, 0x88, 0x80, 0x80], [0x80], [0xc3],
        ])
    func malformed(bytes: [UInt8]) {
        #expect(message(Array("a = 1 # ".utf8) + bytes + [0x0a]).hasPrefix("t.txt:1:9: error: the byte 0x"))
        #expect(message(Array("a = 1 # ".utf8) + bytes).hasPrefix("t.txt:1:9: error: the byte 0x"))
    }

    @Test("a NUL is named with its place, also in a comment")
    func nul() {
        #expect(message(Array("a = 1\n# \0".utf8)).hasPrefix("t.txt:2:3: error: a NUL byte"))
    }
}
