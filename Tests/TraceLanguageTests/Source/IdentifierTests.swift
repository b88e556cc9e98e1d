import Foundation
import Micrograd
import Testing
import TraceLanguage

@Suite struct IdentifierTests {
    /// Whether a character is as old as the Unicode of the CPython that made the reference.
    private static func isOld(_ scalar: Unicode.Scalar) -> Bool {
        guard let age = scalar.properties.age else { return false }
        return age.major <= Int(LanguageReference.shared.unicode.prefix { $0 != "." }) ?? 0
    }

    @Test("the characters of names are those of CPython, over all code points")
    func characters() {
        var isStart = [Bool](repeating: false, count: 0x110000)
        var isContinue = isStart
        for range in LanguageReference.shared.start {
            for code in range.codes { isStart[Int(code)] = true }
        }
        for range in LanguageReference.shared.continue {
            for code in range.codes { isContinue[Int(code)] = true }
        }
        var differences: [String] = []
        for code in UInt32(0)..<0x110000 {
            guard let scalar = Unicode.Scalar(code), IdentifierTests.isOld(scalar) else { continue }
            if Identifier.isStart(scalar) != isStart[Int(code)]
                || Identifier.isContinue(scalar) != isContinue[Int(code)]
            {
                differences.append(String(code, radix: 16))
            }
        }
        #expect(differences.isEmpty)
    }

    @Test("names become what they are in NFKC, over all characters of names")
    func normalization() {
        var differences: [String] = []
        for code in UInt32(0)..<0x110000 {
            guard let scalar = Unicode.Scalar(code), IdentifierTests.isOld(scalar),
                Identifier.isContinue(scalar)
            else { continue }
            let name = String(Character(scalar))
            // Foundation's own tables.
            if Identifier.normalized(name) != name.precomposedStringWithCompatibilityMapping {
                differences.append(String(code, radix: 16))
            }
        }
        #expect(differences.isEmpty)
    }

    @Test("names of several characters are compared as CPython compares them")
    func names() {
        for pair in LanguageReference.shared.names {
            #expect(Identifier.normalized(pair[0]) == pair[1], "\(pair[0].unicodeScalars.map(\.value))")
        }
    }

    @Test("two spellings of a name are one name")
    func oneName() {
        let outcome = Outcome("x=2.0\n𝐱=3.0\ny=x*2")
        #expect(outcome["y"]?.data == 6)
        #expect(outcome.roots == ["y"])
        #expect(outcome.shape == "x#2 2.0 *(0,1)")
        #expect(Outcome("a = Value(2.0)\nb = a.𝐝ata * 𝐕alue(1.0)").message == "no error")
        #expect(Outcome("ﬁ = 2.0; y = fi*fi", RunOptions(roots: ["ﬁ"])).roots == ["fi"])
        #expect(
            Outcome("x = 2.0; y = x*x", RunOptions(settings: [.init(name: "𝐱", number: 5)]))["y"]?.data == 25)
    }

    @Test("joiners that no eye sees are refused in names", arguments: ["\u{200c}", "\u{200d}"])
    func joiners(joiner: String) {
        #expect(Outcome("a\(joiner)b = 2.0").message.contains("an invisible character U+200"))
    }
}
