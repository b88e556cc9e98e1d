import Testing
import TraceLanguage

/// What messages say to write instead, in the words of the text.
@Suite struct AdviceTests {
    @Test(
        "advice writes operands as the text does",
        arguments: [
            ("x = Value(1.0)\n2*x > x", "write (2*x).data > x.data"),
            ("x = Value(1.0)\n(x+1)*2 > x", "write ((x+1)*2).data > x.data"),
            ("a = Value(1.0)\na > math.inf", "write a.data > math.inf"),
            ("a = Value(1.0)\na > -1", "write a.data > -1"),
            ("xs = [Value(1.0)]\nxs[0] < 2.50", "write xs[0].data < 2.50"),
            ("a = Value(1.0)\na == None", "compare what .data gives"),
            ("a = Value(1.0)\n(a +\n1) > 2", "compare what .data gives"),
            ("v = Value(1.0)\nmath.pow(-2, v)", "write (-2)**v"),
            ("v = Value(1.0)\nmath.pow(v + 1, 2)", "write (v + 1)**2"),
            ("v = Value(1.0)\nmath.exp(-v)", "write (-v).exp()"),
            ("xs = [Value(1.0)]\nmath.tanh(xs[0])", "write xs[0].tanh()"),
            ("v = Value(1.0)\nmath.tan(v*2)", "write (v*2).data for its number"),
            ("v = Value(1.0)\nmath.exp(v +\n1)", "write exp without 'math.'"),
        ])
    func operands(text: String, advice: String) { expect(text, advice) }

    @Test(
        "a name joined of two is no product where another name is nearer",
        arguments: [
            ("a = 2.0; b = 3.0\ny = ab", "did you mean 'a*b'?"),
            ("n = 2.0; l = 1.0\ny = ln(n)", "did you mean 'log'?"),
            ("a = 2.0; t = 1.0; h = 1.0; n = 1.0\ny = tahn(a)", "did you mean 'tanh'?"),
            ("l = 2.0; o = 3.0; s = 1.0; los = 1.0\ny = loss", "did you mean 'los'?"),
        ])
    func products(text: String, advice: String) { expect(text, advice) }

    @Test(
        "a mistake of a beginner says what to write",
        arguments: [
            (
                "a = Value(1.0); c = a.data*2\nc.backward()",
                "a float has no 'backward'; a plain number has no gradient: compute from Values, without .data"
            ),
            ("n = Neuron(2)\nn(1.0, 2.0)", "n takes one list; write n([1.0, 2.0])"),
            ("MLP(2, 3, 1)", "write MLP(2, [3, 1])"),
            ("Value(2.0, label: \"a\")", "a label is given by name; write label=\"a\""),
            ("Value(2.0, 'a')", "a label is given by name; write label='a'"),
            ("x1 = Value(1.0)\nprint(x1.grad())", "'grad' is no function; write x1.grad without ()"),
            ("x = [Value(1.0)]\nprint(x[0].data())", "'data' is no function; write x[0].data without ()"),
            (
                "max = 2.0\ny = max(1.0, 2.0)",
                "'max' was assigned in line 1 and is no function any more; choose another name there"
            ),
            ("a = 1.0\ny = np.tanh(a)", "numpy is not read here; write tanh(a)"),
            ("a = 1.0\ny = np.zeros(3)", "numpy is not read here; leave the line out"),
            ("a = 1.0\ny = e**a", "'e' is not read here; write math.e, or exp(x)"),
            ("a = 1.0\ny = π*a", "'π' is not read here; write math.pi"),
        ])
    func beginners(text: String, advice: String) { expect(text, advice) }

    @Test("a list is advised with Values only of finite numbers")
    func lists() {
        expect("h = [math.inf]", "write, for example, a = 2.0")
        expect("h = [True]", "write, for example, a = 2.0")
    }

    @Test("an empty step names its receiver as the text does, or by its label")
    func emptySteps() {
        func note(_ text: String) -> String { Outcome("a = Value(2.0)\n" + text).noteLines.first ?? "" }
        #expect(
            note("p = softmax([a, 1.0])\np[0]._backward()").contains(
                "p[0]._backward() adds nothing, because p[0] has no gradient yet; write p[0].grad = 1.0"))
        #expect(note("(a*2)._backward()").contains("because this value has no gradient yet; give it a name"))
    }

    private func expect(_ text: String, _ advice: String) {
        let message = Outcome(text).message
        #expect(message.contains(advice), "\(message)")
    }
}
