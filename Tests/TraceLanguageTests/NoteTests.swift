import Micrograd
import Testing
import TraceLanguage

@Suite struct NoteTests {
    @Test("a named plain number that meets a Value is noted once, with its place")
    func plainNumber() {
        let outcome = Outcome(
            "a = Value(1.0); h = 2; k = 0.5\nb = a*h + h\nc = max(b, k) + h\nd = c**h\ne = d * (h)")
        #expect(
            outcome.notes == [
                """
                t.txt:2:7: note: `h` is a plain number here, drawn as a constant; write `h = Value(2.0)` to make it an input
                 2 | b = a*h + h
                   |       ^
                """,
                """
                t.txt:3:12: note: `k` is a plain number here, drawn as a constant; write `k = Value(0.5)` to make it an input
                 3 | c = max(b, k) + h
                   |            ^
                """,
            ])
        #expect(Outcome("a = Value(1.0); b = a*2 + 3").notes.isEmpty)
        // An exponent is a part of its operation.
        #expect(Outcome("a = Value(1.0); h = 2; b = a**h").notes.isEmpty)
        #expect(Outcome("a = 1.0; h = 2; b = a*h").notes.isEmpty)
    }

    @Test("the first value that is infinite or NaN is named with its place")
    func notFinite() {
        #expect(
            Outcome("a = 0.0; b = 1.0\ny = b/a + 1\nz = y - y").notes == [
                """
                t.txt:2:6: warning: this is inf, and what is computed from it may be nan or inf too
                 2 | y = b/a + 1
                   |      ^
                """
            ])
        #expect(
            Outcome("a = -1.0\ny = a.log()").noteLines == [
                "t.txt:2:7: warning: 'y' is nan, and what is computed from it may be nan or inf too"
            ])
        #expect(Outcome("a = 1e200; y = (a*a)*2").noteLines.count == 1)
    }

    @Test("options of draw_dot and calls on its result are noted, and do nothing")
    func drawing() {
        let outcome = Outcome(
            "y = Value(1.0)\ndot = draw_dot(y, rankdir='TB', format='svg')\ndot.render('gout')\ndot.view()\ndot"
        )
        #expect(
            outcome.noteLines == [
                "t.txt:2:7: note: how to draw is said on the command line; the other arguments of draw_dot are not used",
                "t.txt:3:5: note: `render` does nothing here; trace writes the picture, to -o FILE",
                "t.txt:4:5: note: `view` does nothing here; trace writes the picture, to -o FILE",
            ])
    }

    @Test("notes come in the order of their places, those without one at the end")
    func order() {
        let outcome = Outcome("a = Value(0.0); u = Value(1.0); h = 2\nb = a.log() # first\nc = b*h\nd = u*0")
        #expect(outcome.noteLines.map { String($0.prefix(9)) } == ["t.txt:2:7", "t.txt:3:7", "trace: no"])
    }
}
