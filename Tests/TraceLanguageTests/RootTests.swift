import Micrograd
import Testing
import TraceLanguage

@Suite struct RootTests {
    static let text = "a = 2.0; b = 3.0; c = a*b; d = a + b"

    @Test("--root draws the value of a name, and runs backward from it")
    func named() {
        let outcome = Outcome(RootTests.text, RunOptions(roots: ["c"]))
        #expect(outcome.roots == ["c"])
        #expect(outcome["a"]?.grad == 3)
        #expect(outcome.backwardCalls == 1)
        #expect(outcome.notes.isEmpty)
    }

    @Test("--root takes the last value of a name, not a label")
    func lastValue() {
        let outcome = Outcome("c = Value(1.0); c = c*2", RunOptions(roots: ["c"]))
        #expect(outcome.roots == ["c#2"])
        #expect(
            Outcome("c = Value(1.0); c = c*2", RunOptions(roots: ["c#2"])).message
                == "trace: error: --root: no value is named 'c#2'; there are c")
    }

    @Test("several --root names are all drawn, without a backward")
    func severalNamed() {
        let outcome = Outcome(RootTests.text, RunOptions(roots: ["c", "d", "c"]))
        #expect(outcome.roots == ["c", "d"])
        #expect(outcome.backwardCalls == nil)
        #expect(
            outcome.notes == ["trace: note: no backward ran, because several values are drawn: c and d"])
    }

    @Test("--root of a list draws its Values")
    func list() {
        let outcome = Outcome("a = 1.0; x = [a*2, 3, a*4]", RunOptions(roots: ["x"]))
        #expect(outcome.roots == ["x[0]", "x[2]"])
    }

    @Test("an unknown --root lists the names there are")
    func unknown() {
        #expect(
            Outcome(RootTests.text, RunOptions(roots: ["e"])).message
                == "trace: error: --root: no value is named 'e'; there are a, b, c and d")
        #expect(
            Outcome("loss = 1.0; h = 2", RunOptions(roots: ["los"])).message
                == "trace: error: --root: no value is named 'los'; did you mean 'loss'? There are loss and h"
        )
        #expect(
            Outcome("a = Value(1.0); h = 2", RunOptions(roots: ["h"])).message
                == "trace: error: --root: 'h' is an int, not a Value")
    }

    @Test("the receiver of the last backward is the root")
    func receiver() {
        let outcome = Outcome("a = Value(2.0); b = a*3; c = b*4\nc.backward()\nb.backward()")
        #expect(outcome.roots == ["b"])
        #expect(outcome.backwardRoot == "b")
        #expect(outcome.backwardCalls == 2)
        #expect(outcome["a"]?.grad == 15)
    }

    @Test("--root wins over the receiver, whose backward stands")
    func rootAndReceiver() {
        let outcome = Outcome("a = Value(2.0); b = a*3; c = b*4\nb.backward()", RunOptions(roots: ["c"]))
        #expect(outcome.roots == ["c"])
        #expect(outcome.backwardRoot == "b")
        #expect(outcome.backwardCalls == 1)
        #expect(outcome["c"]?.grad == nil)
        #expect(outcome["a"]?.grad == 3)
    }

    @Test("without a backward the argument of draw_dot is the root")
    func drawn() {
        let outcome = Outcome("a = Value(2.0); b = a*3; c = b*4\ndraw_dot(b)")
        #expect(outcome.roots == ["b"])
        #expect(outcome["a"]?.grad == 3)
    }

    @Test("else the root is the one computed value that nothing uses; unused inputs are left out with a note")
    func unused() {
        let outcome = Outcome("a = 2.0; b = 3.0; lr = 0.1; n = 2\nx = [1, 2, 3]\ny = a*b*x[n]\nprint(y*2)")
        #expect(outcome.roots == ["y"])
        #expect(outcome.notes == ["trace: note: lr is not used, and left out"])
    }

    @Test("several computed values that nothing uses are all drawn, with a note and without a backward")
    func several() {
        let outcome = Outcome(RootTests.text)
        #expect(outcome.roots == ["c", "d"])
        #expect(outcome.backwardCalls == nil)
        #expect(outcome.nodes.allSatisfy { $0.grad == nil })
        #expect(
            outcome.notes == [
                "trace: note: c and d are all drawn, because nothing uses them, and no backward ran; "
                    + "--root NAME chooses one"
            ])
    }

    @Test("a draw_dot of something else than backward's root is not passed over in silence")
    func unheededDrawing() {
        let outcome = Outcome("a = Value(2.0)\nh = a*3\nL = h*h\nL.backward()\ndraw_dot(h)")
        #expect(outcome.roots == ["L"])
        #expect(
            outcome.notes == [
                "trace: note: the L that backward ran from last is drawn; --root h draws the other value"
            ])
        #expect(Outcome("a = Value(2.0)\nL = a*a\nL.backward()\ndraw_dot(L)").notes.isEmpty)
    }

    @Test("outputs without a label go by their place in a list")
    func listedRoots() {
        #expect(
            Outcome("a = Value(1.0)\np = softmax([a, 2.0])").notes == [
                "trace: note: p[0] and p[1] are all drawn, because nothing uses them, and no backward ran; "
                    + "--root NAME chooses one"
            ])
    }

    @Test("where nothing is computed, the inputs are drawn")
    func inputs() {
        #expect(Outcome("a = 2.0; b = 3.0").roots == ["a", "b"])
        #expect(
            Outcome("a = 2.0; b = 3.0").notes == [
                "trace: note: nothing is computed from a and b, which are drawn alone; "
                    + "what is computed from plain numbers is a number"
            ])
        let one = Outcome("a = Value(2.0)")
        #expect(one.backwardCalls == 1)
        #expect(one["a"]?.grad == 1)
        #expect(Outcome("n = Neuron(2)").roots == ["w0", "w1", "b"])
    }

    @Test("--no-backward ignores the calls of the text too, which still choose the root")
    func noBackward() {
        let outcome = Outcome(
            "a = Value(2.0); b = a*3; c = b*4\nb.backward()\nprint(a.grad)", RunOptions(runsBackward: false))
        #expect(outcome.roots == ["b"])
        #expect(outcome.backwardCalls == nil)
        #expect(outcome.printed == "0.0\n")
        #expect(outcome.nodes.allSatisfy { $0.grad == nil })
        #expect(Outcome("a = 2.0; b = a*3", RunOptions(runsBackward: false)).backwardCalls == nil)
    }
}
