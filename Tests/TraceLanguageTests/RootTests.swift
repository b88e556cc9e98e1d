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

    @Test("--root takes the last value of a name, or a label")
    func lastValue() {
        let outcome = Outcome("c = Value(1.0); c = c*2", RunOptions(roots: ["c"]))
        #expect(outcome.roots == ["c#2"])
        #expect(
            Outcome("c = Value(1.0); c = c*2; c = c*3", RunOptions(roots: ["c#2"])).roots == ["c#2"])
        let text = "a = Value(1.0)\np = softmax([a, 2.0])\nq = Value(1.0, label='p[0]')\na.label = 'in'"
        // A place in a list will do too, as notes show it.
        #expect(Outcome(text, RunOptions(roots: ["p[1]"])).roots == ["_"])
        #expect(Outcome(text, RunOptions(roots: ["in"])).roots == ["in"])
        #expect(
            Outcome(text, RunOptions(roots: ["p[0]"])).message
                == "trace: error: --root: 2 values have the label 'p[0]'; give the one that is meant a name")
        #expect(Outcome(text, RunOptions(roots: ["c#2"])).message.contains("no value is named 'c#2'"))
    }

    @Test("--root finds places in lists inside lists, and labels of values that no name holds")
    func places() {
        let text = "a = Value(1.0)\nrows = softmax([a, 2.0]), [a*2, [a*3]]\ny = Value(2.0, label='in')*a"
        #expect(Outcome(text, RunOptions(roots: ["rows[1][1][0]"]))["a"]?.grad == 3)
        #expect(Outcome(text, RunOptions(roots: ["rows[0]"])).roots.count == 2)
        #expect(Outcome(text, RunOptions(roots: ["in"])).roots == ["in"])
        #expect(Outcome("𝐱 = [1.0*Value(2.0)]; y = 1", RunOptions(roots: ["𝐱[0]"])).roots == ["x[0]"])
        let network = "n = Neuron(2); x = [1.0, 2.0]; y = n(x)*Value(1.0)"
        #expect(Outcome(network, RunOptions(roots: ["x[1]"])).roots == ["x[1]"])
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

    @Test("the argument of the last draw_dot is the root, with a backward or without")
    func drawn() {
        let outcome = Outcome("a = Value(2.0); b = a*3; c = b*4\ndraw_dot(c)\ndraw_dot(b)")
        #expect(outcome.roots == ["b"])
        #expect(outcome["a"]?.grad == 3)
        let both = Outcome("a = Value(2.0)\nh = a*3\nL = h*h\nL.backward()\ndraw_dot(h)")
        #expect(both.roots == ["h"])
        #expect(both.backwardRoot == "L")
        #expect(both["h"]?.grad == 12)
        #expect(
            both.notes == [
                "trace: note: the gradients are those of L, which is not drawn; for those of h, call its backward() last"
            ])
        #expect(Outcome("a = Value(2.0); b = a*3; c = b*4\ndraw_dot(c)\nb.backward()").roots == ["c"])
    }

    @Test(
        "results that a name holds and nothing uses are left out with a note, where the text says what to draw"
    )
    func unusedResults() {
        let text = "a = Value(2.0); L = a*3; L.backward(); "
        func note(_ names: String, _ roots: String) -> [String] {
            ["trace: note: \(names) left out, because \(roots); --root NAME draws another value"]
        }
        #expect(
            Outcome(text + "a.data += 1; L = a*3; print(L)").notes.first
                == note("L#2 is", "L does not depend on it")[0])
        #expect(Outcome(text + "M = a*9").notes == note("M is", "L does not depend on it"))
        #expect(
            Outcome(text + "p = a*1; q = a*2; r = a*3; s = a*4; t = s*2").notes
                == note("p, q, r and 1 more are", "L does not depend on them"))
        #expect(
            Outcome("a = Value(2.0); b = a*3; c = a*4; d = a*5; draw_dot([b, c])").notes.first
                == note("d is", "b and c do not depend on it")[0])
        // What is drawn without a name uses what it is made of.
        #expect(Outcome("a = Value(2.0); h = a*3; (h*2).backward()").notes.isEmpty)
    }

    @Test("of several values in draw_dot all are drawn, without a backward")
    func severalDrawn() {
        let outcome = Outcome("a = Value(2.0); b = a*3; c = a*4\ndraw_dot([b, c])")
        #expect(outcome.roots == ["b", "c"])
        #expect(
            outcome.notes == ["trace: note: no backward ran, because several values are drawn: b and c"])
    }

    @Test("else the root is the computed value that nothing uses; unused inputs are left out with a note")
    func unused() {
        let outcome = Outcome("a = 2.0; b = 3.0; lr = 0.1; n = 2\nx = [1, 2, 3]\ny = a*b*x[n]\nprint(y*2)")
        #expect(outcome.roots == ["y"])
        #expect(
            outcome.notes == [
                "trace: note: lr is left out, because y does not depend on it; --root NAME draws another value"
            ])
    }

    @Test("of several computed values that nothing uses the one named last is the root, and backward runs")
    func several() {
        let outcome = Outcome(RootTests.text)
        #expect(outcome.roots == ["d"])
        #expect(outcome["a"]?.grad == 1)
        #expect(
            outcome.notes == [
                "trace: note: c is left out, because d does not depend on it; --root NAME draws another value"
            ])
        // A name given late wins over a value made late; another name for a value names nothing new.
        #expect(Outcome("a = 1.0; p = softmax([a, 2.0]); q = a*4; y = p[0]; z = q").roots == ["y"])
        #expect(Outcome("a = Value(1.0)\nc = a*2\na*3").roots == ["c"])
        #expect(Outcome("a = Value(1.0)\na*2\na*3").nodes.last?.data == 3)
    }

    @Test("a loss of one output has all gradients, and the outputs beside it are left out with a note")
    func oneOutput() {
        let outcome = Outcome("a = 1.0; b = 2.0; c = 3.0\np = softmax([a, b, c])\nloss = -log(p[0])")
        #expect(outcome.roots == ["loss"])
        #expect(outcome.nodes.allSatisfy { $0.grad != nil })
        #expect(
            outcome.notes == [
                "trace: note: p[1] and p[2] are left out, because loss does not depend on them; "
                    + "--root NAME draws another value"
            ])
        // Without a name the one made last.
        #expect(
            Outcome("a = Value(1.0)\np = softmax([a, 2.0])").notes == [
                "trace: note: p[0] is left out, because p[1] does not depend on it; --root NAME draws another value"
            ])
    }

    @Test("a text that only prints ends well with a note, unless a graph is asked for")
    func onlyPrints() {
        let outcome = Outcome("print(1 + 1)")
        #expect(outcome.printed == "2\n")
        #expect(outcome.message == "no error")
        #expect(outcome.roots.isEmpty)
        #expect(outcome.notes == ["trace: note: nothing is drawn: t.txt only prints"])
        let message =
            "trace: error: nothing to draw: t.txt has no value with a name; write, for example, a = 2.0"
        #expect(Outcome("print(1 + 1)", RunOptions(requiresGraph: true)).message == message)
        #expect(Outcome("print(1 + 1)", RunOptions(roots: ["y"])).message == message)
        #expect(
            Outcome("h = [1, 2]").message
                == "trace: error: nothing to draw: t.txt has no value with a name; "
                + "write, for example, h = [Value(1), Value(2)]")
    }

    @Test("where nothing is computed, the inputs are drawn")
    func inputs() {
        #expect(Outcome("a = 2.0; b = 3.0").roots == ["a", "b"])
        #expect(
            Outcome("a = 2.0; b = 3.0").notes == [
                "trace: note: nothing is computed from a and b, which are drawn alone; "
                    + "what is computed from plain numbers is a number"
            ])
        #expect(
            Outcome("a = Value(1.0)\nxs = [1.0, 2.0, 3.0, 4.0]\nsoftmax(xs)").notes == [
                "trace: note: nothing is computed from a, which is drawn alone; what is computed from plain numbers "
                    + "is a number; write, for example, xs = [Value(1.0), Value(2.0), Value(3.0), …]"
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
