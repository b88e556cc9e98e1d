import Testing
import TraceLanguage

/// Whole programs beside CPython.
@Suite struct ProgramTests {
    @Test("small programs print what CPython prints", arguments: ProgramReference.programs.indices)
    func programs(index: Int) { compare(ProgramReference.programs[index]) }

    @Test("generated programs print what CPython prints", arguments: ProgramReference.corpus.indices)
    func corpus(index: Int) { compare(ProgramReference.corpus[index]) }

    private func compare(_ program: ProgramReference) {
        // A value, so that the text has something to draw.
        let outcome = Outcome(program.text + "\nTHE_END_OF_THE_TEXT = Value(0.0)\n")
        #expect(outcome.isError == (program.error != nil), "\(program.name): \(outcome.message)")
        if let line = program.line, outcome.isError {
            #expect(outcome.message.hasPrefix("t.txt:\(line):"), "\(program.name): \(outcome.message)")
        }
        if program.gradients {
            #expect(
                ProgramTests.areClose(outcome.printed, program.printed),
                "\(program.name): \(outcome.printed) instead of \(program.printed)")
        } else {
            #expect(outcome.printed == program.printed, "\(program.name)")
        }
    }

    /// Whether two texts are the same but for the last digits of their numbers.
    static func areClose(_ one: String, _ other: String) -> Bool {
        let isPart = { (character: Character) in
            character.isNumber || character == "." || character == "-" || character == "+" || character == "e"
        }
        let words = [one, other].map { text in
            text.split(omittingEmptySubsequences: false) { !isPart($0) }.map(String.init)
        }
        guard one.filter({ !isPart($0) }) == other.filter({ !isPart($0) }), words[0].count == words[1].count
        else { return false }
        return zip(words[0], words[1]).allSatisfy { one, other in
            guard one != other else { return true }
            guard let x = Double(one), let y = Double(other) else { return false }
            return abs(x - y) <= 1e-9 * max(abs(x), abs(y))
        }
    }
}
