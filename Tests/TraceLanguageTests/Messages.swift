import Testing
import TraceLanguage

/// The whole message of each mistake: place, wording, line and caret.
@Suite struct Messages {
    static let all = lexer + grammar + refusal + run

    @Test("a mistake gives its one message, with line and caret", arguments: all.indices)
    func message(index: Int) {
        let row = Messages.all[index]
        #expect(Outcome(row.text).message == row.message)
    }

    @Test("an error leaves nothing to draw, and stops what is printed there")
    func stops() {
        let outcome = Outcome("print(1)\na = Value(2.0)\nb = a + q1\nprint(2)")
        #expect(outcome.printed == "1\n")
        #expect(outcome.nodes.isEmpty)
        // A mistake of grammar is found before anything runs.
        #expect(Outcome("print(1)\na = = 2").printed == "")
    }
}
