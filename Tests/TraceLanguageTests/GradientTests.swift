import Micrograd
import Testing
import TraceLanguage

@Suite struct GradientTests {
    @Test("a node that does not lie on a way to the root of the backward has no gradient")
    func offTheWay() {
        let outcome = Outcome(
            "a = Value(2.0); z = Value(0.0)\nb = a*z; c = b + a\nb.backward()", RunOptions(roots: ["c"]))
        #expect(outcome["c"]?.grad == nil)
        // On the way, with a derivative of 0.
        #expect(outcome["a"]?.grad == 0)
        #expect(outcome["z"]?.grad == 2)
    }

    @Test("a gradient that the text sets to 0 before backward is none, unless backward gives one")
    func zeroedBefore() {
        let outcome = Outcome(
            "a = Value(2.0); b = Value(3.0)\na.grad = 0.0; b.zero_grad()\nc = a*2; d = c + b\nc.backward()",
            RunOptions(roots: ["d"]))
        #expect(outcome["a"]?.grad == 2)
        #expect(outcome["b"]?.grad == nil)
        #expect(outcome.notes.isEmpty)
    }

    @Test("what the text changed after the last backward is drawn as it stands, with a note")
    func changedAfter() {
        let outcome = Outcome(
            "a = Value(2.0); b = Value(3.0)\nc = a*b\nc.backward()\na.data -= 0.1 * a.grad\nb.grad = 0")
        #expect(outcome["a"]?.data == 1.7)
        #expect(outcome["a"]?.isParameter == true)
        #expect(outcome["b"]?.grad == 0)
        #expect(outcome["b"]?.isParameter == false)
        #expect(outcome["c"]?.data == 6)
        #expect(
            outcome.notes == [
                "trace: note: a and b changed after the last backward, and are drawn so; what was computed before is as it was"
            ])
    }

    @Test("a change before the last backward needs no note")
    func changedBefore() {
        #expect(Outcome("a = Value(2.0)\nb = a*a\nb.backward()\na.grad = 5\nb.backward()").notes.isEmpty)
    }

    @Test("a second backward adds to leaves, and starts inner gradients afresh")
    func second() {
        let outcome = Outcome("a = Value(2.0); b = a*3; c = b*4\nc.backward()\nc.backward()")
        #expect(outcome["a"]?.grad == 24)
        #expect(outcome["b"]?.grad == 4)
        #expect(outcome["c"]?.grad == 1)
    }

    @Test("zero_grad works on a Value, a network, a list and everything")
    func zeroGrad() {
        let start = "a = Value(2.0); n = Neuron(1, nonlin=False)\ny = n([a])*a\ny.backward()\n"
        for call in [
            "a.zero_grad(); n.zero_grad()", "zero_grad()", "zero_grad(a, n)",
            "zero_grad([a], n.parameters())",
        ] {
            let outcome = Outcome(start + call + "\nprint(a.grad, n.w[0].grad, n.b.grad)")
            #expect(outcome.printed == "0.0 0.0 0.0\n", "\(call) \(outcome.message)")
        }
    }

    @Test("data and grad can be read and set, and set data marks a leaf as a parameter")
    func assignment() {
        let outcome = Outcome(
            "a = Value(2)\na.data = 5\na.grad += 1.5\nb = a*2\nb.data *= 2\nprint(a.data, a.grad, b.data)")
        #expect(outcome.printed == "5.0 1.5 20.0\n")
        #expect(outcome["a"]?.isParameter == true)
    }

    @Test("gradients that the text sets by hand stay as they are: no backward is added")
    func gradientsByHand() {
        let outcome = Outcome("a = Value(2.0)\nL = a*a\nL.grad = 1.0\na.grad = 3.0")
        #expect(outcome["a"]?.grad == 3)
        #expect(outcome.backwardCalls == nil)
        #expect(
            outcome.notes == [
                "trace: note: the text sets gradients itself and calls no backward(), so none is run"
            ])
    }

    @Test("a text that reads gradients but calls no backward is told when it ran")
    func readBeforeBackward() {
        let outcome = Outcome("a = Value(2.0)\nL = a*a\nprint(a.grad)")
        #expect(outcome["a"]?.grad == 4)
        #expect(
            outcome.notes == [
                "trace: note: backward() ran from L after the text, which reads gradients but does not call it"
            ])
        #expect(Outcome("a = Value(2.0)\nL = a*a\nL.backward()\nprint(a.grad)").notes.isEmpty)
    }

    @Test("a method that is named but not called is noted")
    func notCalled() {
        let outcome = Outcome("a = Value(2.0)\nL = a*a\nL.backward")
        #expect(
            outcome.notes == [
                """
                t.txt:3:1: note: 'L.backward' is named but not called; write L.backward()
                 3 | L.backward
                   | ^~~~~~~~~~
                """
            ])
    }

    @Test("a value whose data changed has no gradient if no backward reached it")
    func dataChange() {
        let outcome = Outcome(
            "a = Value(2.0); b = Value(3.0)\ny = a*2; z = b*3\ny.backward()\nb.data = 5.0",
            RunOptions(roots: ["z"]))
        #expect(outcome["b"]?.data == 5)
        #expect(outcome["b"]?.grad == nil)
    }

    @Test("the object of an augmented assignment is evaluated once")
    func augmentedOnce() {
        #expect(Outcome("a = Value(2.0)\n[print('once'), a][1].data += 1\nb = a*a").printed == "once\n")
    }

    @Test("data that changes after it was used is noted, also before any backward")
    func lateChange() {
        let late = Outcome("a = Value(2.0)\ny = a*a\na.data = 3.0")
        #expect(
            late.notes == ["trace: note: a changed after it was used; what was computed before is as it was"])
        #expect(late["y"]?.data == 4)
        #expect(Outcome("a = Value(2.0)\na.data = 3.0\ny = a*a").notes.isEmpty)
        #expect(Outcome("a = Value(2.0)\nb = Value(1.0)*5\na.data = 3.0\ny = a*b").notes.isEmpty)
    }
}
