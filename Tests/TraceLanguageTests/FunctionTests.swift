import Micrograd
import Testing
import TraceLanguage

@Suite struct FunctionTests {
    @Test(
        "each function is drawn as its operations",
        arguments: [
            ("a+b", "a b +(0,1)"), ("a-b", "a b -(0,1)"), ("a*b", "a b *(0,1)"), ("a/b", "a b /(0,1)"),
            ("a**b", "a b **(0,1)"), ("a**3", "a **3.0(0)"), ("2**a", "a 2.0 **(1,0)"),
            ("a + 1", "a 1.0 +(0,1)"), ("1 - a", "a 1.0 -(1,0)"), ("a*a", "a *(0,0)"),
            ("-a", "a neg(0)"), ("--a", "a neg(0) neg(1)"), ("+a*1", "a 1.0 *(0,1)"),
            ("-a**2", "a **2.0(0) neg(1)"),
            ("a + b + a", "a b +(0,1) +(2,0)"), ("a**b**2", "a b **2.0(1) **(0,2)"),
            ("a*-b", "a b neg(1) *(0,2)"),
            ("exp(a)", "a exp(0)"), ("a.exp()", "a exp(0)"), ("log(a)", "a log(0)"), ("a.log()", "a log(0)"),
            ("sqrt(a)", "a sqrt(0)"), ("sin(a)", "a sin(0)"), ("a.cos()", "a cos(0)"),
            ("tanh(a)", "a tanh(0)"),
            ("a.sigmoid()", "a sigmoid(0)"), ("relu(a)", "a relu(0)"), ("abs(a)", "a abs(0)"),
            ("a.abs()", "a abs(0)"),
            ("pow(a, b)", "a b **(0,1)"), ("a.pow(2)", "a **2.0(0)"), ("pow(2, a)", "a 2.0 **(1,0)"),
            ("min(a, b)", "a b min(0,1)"), ("max(a, b, 0)", "a b max(0,1) 0.0 max(2,3)"),
            ("max(1, 2, a)", "a 2.0 max(1,0)"), ("max([a, b])", "a b max(0,1)"),
            ("sum([a, b, a])", "a b +(0,1) +(2,0)"), ("sum([a, b], a)", "a b +(0,0) +(2,1)"),
            ("sum([a, b], 0)", "a b 0.0 +(2,0) +(3,1)"), ("sum([a])*2", "a 2.0 *(0,1)"),
        ])
    func shapes(expression: String, shape: String) {
        let outcome = Outcome("a = 2.0; b = 3.0\ny = " + expression)
        #expect(outcome.shape == shape, "\(outcome.message)")
    }

    @Test("softmax is shifted by the largest logit, a constant")
    func softmax() {
        let outcome = Outcome("a = 1.0; b = 3.0\np = softmax([a, b])\ny = p[0]")
        #expect(outcome.nodes.last?.operation?.symbol == "/")
        #expect(
            Outcome("a = 1.0; b = 3.0\np = softmax([a, b])\ny = p[0]", RunOptions(roots: ["y"])).shape
                == "a b 3.0 -(0,2) 3.0 -(1,4) exp(3) exp(5) +(6,7) /(6,8)")
        #expect(output(of: "p = softmax([1000.0, 1000.0])\nprint(p)") == "[0.5, 0.5]\n")
    }

    @Test("mse is the mean of the squares")
    func mse() {
        let outcome = Outcome("a = 1.0; b = 3.0\ny = mse([a, b], [2, 1])")
        #expect(outcome.shape == "a b 2.0 -(0,2) **2.0(3) 1.0 -(1,5) **2.0(6) +(4,7) 2.0 /(8,9)")
        #expect(outcome["y"]?.data == 2.5)
        #expect(outcome["b"]?.grad == 2)
    }

    @Test("cross_entropy is log Σ exp(logit - m) - (logit - m)")
    func crossEntropy() throws {
        let outcome = Outcome("a = 1.0; b = 3.0\ny = cross_entropy([a, b], 0)")
        #expect(outcome.shape == "a b 3.0 -(0,2) 3.0 -(1,4) exp(3) exp(5) +(6,7) log(8) -(9,3)")
        // -log(e¹ / (e¹ + e³)), and softmax - one-hot.
        #expect(abs(try #require(outcome["y"]?.data) - 2.1269280110429727) < 1e-15)
        #expect(abs(try #require(outcome["a"]?.grad) + 0.8807970779778823) < 1e-15)
        #expect(abs(try #require(outcome["b"]?.grad) - 0.8807970779778823) < 1e-15)
        #expect(
            Outcome("a = 1.0; b = 3.0\ny = cross_entropy([a, b], -1)")["y"]?.data.description.hasPrefix(
                "0.1269") == true)
    }

    @Test("a division of Values by zero flows on, one of numbers is an error")
    func divisionByZero() {
        #expect(Outcome("a = 1.0; b = 0.0; y = a/b")["y"]?.data == .infinity)
        #expect(Outcome("a = 1.0; y = a/0")["y"]?.data == .infinity)
        #expect(Outcome("a = 1.0; y = a*(1/0)").message.contains("division by zero"))
    }
}
