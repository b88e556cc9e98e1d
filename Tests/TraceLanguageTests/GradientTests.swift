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

    @Test("gradients that the text set after the last backward are drawn as they stand, with a note")
    func changedAfter() {
        let outcome = Outcome("a = Value(2.0); b = Value(3.0)\nc = a*b\nc.backward()\na.grad = 5; b.grad = 0")
        #expect(outcome["a"]?.grad == 5)
        #expect(outcome["b"]?.grad == 0)
        #expect(
            outcome.notes == ["trace: note: the text set the gradients of a and b after the last backward()"])
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

    @Test("a value whose data changed has no gradient if no backward reached it")
    func dataChange() {
        let outcome = Outcome(
            "a = Value(2.0); b = Value(3.0)\ny = a*2; z = b*3\ny.backward()\nb.data = 5.0",
            RunOptions(roots: ["z"]))
        #expect(outcome["b"]?.data == 3)
        #expect(outcome["b"]?.grad == nil)
    }

    @Test("the object of an augmented assignment is evaluated once")
    func augmentedOnce() {
        #expect(Outcome("a = Value(2.0)\n[print('once'), a][1].data += 1\nb = a*a").printed == "once\n")
    }

    @Test("the lecture's pass by hand: each value gives to its operands, one operation alone")
    func stepsByHand() {
        let expression = """
            x1 = Value(2.0); x2 = Value(0.0); w1 = Value(-3.0); w2 = Value(1.0); b = Value(6.8813735870195432)
            x1w1 = x1*w1; x2w2 = x2*w2; x1w1x2w2 = x1w1 + x2w2; n = x1w1x2w2 + b; o = n.tanh()

            """
        let byHand = Outcome(
            expression + """
                o.grad = 1.0
                o._backward()
                n._backward()
                b._backward()
                x1w1x2w2._backward()
                x2w2._backward()
                x1w1._backward()
                """)
        let swept = Outcome(expression + "o.backward()")
        #expect(byHand.message == "no error")
        #expect(byHand.roots == ["o"])
        #expect(byHand.nodes == swept.nodes)
        #expect(byHand.backwardCalls == nil)
        #expect(
            byHand.notes == [
                "trace: note: the text sets gradients itself and calls no backward(), so none is run"
            ])
        #expect(Outcome(expression + "o.grad = 1.0\no._backward()")["x1w1"]?.grad == nil)
    }

    @Test("a step by hand without a gradient says which to set, and no backward is added")
    func emptyStep() {
        let first = Outcome("a = Value(2.0)\nd = a*a\nd._backward()")
        #expect(
            first.noteLines == [
                "t.txt:3:3: note: d._backward() adds nothing, because d has no gradient yet; "
                    + "write d.grad = 1.0 before it"
            ])
        #expect(first.backwardCalls == nil && first["a"]?.grad == nil)
        let later = Outcome("a = Value(2.0)\nd = a*a\nL = d*3\nL.grad = 1.0\nd._backward()\nL._backward()")
        #expect(
            later.noteLines.first
                == "t.txt:5:3: note: d._backward() adds nothing, because d has no gradient yet; "
                + "call _backward() of what is computed from d before it")
        #expect(Outcome("a = Value(2.0)\nd = a*a\nd.grad = 1.0\nd._backward()").notes.count == 1)
    }

    @Test("of a neuron, a sum and a softmax a step by hand gives what backward gives")
    func stepsOfCompounds() {
        let text = """
            n = Neuron(2, act='tanh'); x = [Value(0.5), Value(-1.0)]
            y = n(x)

            """
        let byHand = Outcome(text + "y.grad = 1.0; y._backward()")
        #expect(byHand.nodes == Outcome(text + "y.backward()").nodes)
        let sum = "a = Value(1.0); b = Value(2.0)\ns = sum([a, b])\n"
        #expect(Outcome(sum + "s.grad = 3.0; s._backward()")["a"]?.grad == 3)
        // The operands of a quotient alone: the exponentials have no names.
        let softmax = Outcome(
            "a = Value(1.0); b = Value(1.0)\np = softmax([a, b])\np[0].grad = 1.0; p[0]._backward()",
            RunOptions(roots: ["p"]))
        #expect(softmax.nodes.compactMap(\.grad) == [0.5, -0.25, 1])
    }

    @Test("--no-backward holds for steps by hand too")
    func noSteps() {
        let outcome = Outcome(
            "a = Value(2.0); y = a*3\ny.grad = 1.0\ny._backward()", RunOptions(runsBackward: false))
        #expect(outcome["a"]?.grad == nil)
    }

    @Test("a gradient that a pass by hand sets to 0 is drawn as 0")
    func zeroByHand() {
        let outcome = Outcome(
            "x = Value(0.0); w = Value(1.0); y = x*w\ny.grad = 1.0; x.grad = w.data * y.grad; w.grad = x.data * y.grad"
        )
        #expect(outcome["x"]?.grad == 1)
        #expect(outcome["w"]?.grad == 0)
    }

    @Test("gradients that add up over passes with different data are noted; not where they start afresh")
    func addedGradients() {
        let start = "w = Value(1.0); b = Value(0.0)\nloss = (w*3 + b - 6)**2\nloss.backward()\n"
        let step = "w.data -= 0.01*w.grad; b.data -= 0.01*b.grad\n"
        let again = "loss = (w*3 + b - 6)**2\nloss.backward()\n"
        func notes(_ text: String) -> [String] { Outcome(text).notes.filter { $0.contains("passes") } }
        #expect(
            notes(start + step + again) == [
                "trace: note: w.grad is the sum of 2 backward passes, between which its data changed, "
                    + "and 1 more are such sums; w.zero_grad() before each pass starts afresh"
            ])
        #expect(notes(start + step + "zero_grad()\n" + again).isEmpty)
        #expect(notes(start + step + "w.grad = 0.0; b.grad = 0.0\n" + again + step).isEmpty)
        #expect(notes(start + "loss.backward()").isEmpty)
        // Gradients of two examples may be added up on purpose.
        #expect(notes(start + again + step).isEmpty)
    }
}
