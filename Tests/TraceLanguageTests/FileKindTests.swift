import Micrograd
import Testing
import TraceLanguage

@Suite struct FileKindTests {
    @Test(
        "a text that mentions the name Value outside comments and strings is a program",
        arguments: [
            ("a = 2.0; b = a*3", true),
            ("a = 2.0; b = a*3 # Value", true),
            ("a = 2.0; b = a*3\n'Value'", true),
            ("a = 2.0; b = a*3\nprint(f'{Value}')", true),
            ("a = 2.0; Values = 1; b = a*3", true),
            ("a = 2.0; b = a*3\nx = Value(1)", false),
            ("from micrograd.engine import Value\na = 2.0; b = a*3\nn = Neuron(1)", false),
        ])
    func kind(text: String, isExpressions: Bool) {
        // In a program a and b are plain numbers.
        #expect(Outcome(text + "\nc = relu(b)").labels.contains("a") == isExpressions)
    }

    @Test("an input that is used as a count, an index or a seed is read as its number")
    func readAsNumber() {
        let outcome = Outcome(
            """
            n = 2; k = 1; s = 1337; lo = -1
            random.seed(s)
            x = [1.0, -2.0]
            neuron = Neuron(n)
            y = neuron(x) * x[k]
            print(random.uniform(lo, k))
            """)
        #expect(outcome.message == "no error")
        #expect(outcome["w0"]?.data == 0.23550571390294128)
        #expect(outcome.notes.isEmpty)
        #expect(
            Outcome("k = 0.5\nx = [1, 2]\ny = x[k]").message.contains("an index is an integer, not a Value"))
    }

    @Test("data and gradients take the number of what is computed from inputs that serve as numbers")
    func numbersOfInputs() {
        let text = """
            from micrograd.nn import MLP
            n = MLP(2, [3, 1]); y = n([1.0, 2.0])
            y.backward()
            lr = 0.05; p = n.parameters()

            """
        let outcome = Outcome(
            text + "g = p[0].grad; old = p[0].data\np[0].data -= lr*p[0].grad\nprint(p[0].data)")
        #expect(outcome.message == "no error")
        #expect(!outcome.notes.contains { $0.contains("lr") })
        #expect(
            Outcome(text + "p[0].data -= lr*p[0]").message.contains(
                "data is a number, and 'w0' is an input here, because the text does not mention Value; write w0.data"
            ))
        #expect(Outcome("x = 2.0; y = x*3\nx.data = y*2").message.contains("write x.data"))
    }

    @Test("numbers inside lists are constants at each use")
    func lists() {
        #expect(Outcome("x = [2, 3]\ny = x[0]*x[1]\nz = relu(y)*x[0]").shape == "y relu(0) 2.0 *(1,2)")
        #expect(Outcome("a = 1.0; x = [2, 3]; y = a*x[0] + x[0]").shape == "a 2.0 *(0,1) 2.0 +(2,3)")
    }

    @Test("math works on inputs as the functions of Values do; in a program on numbers alone")
    func math() {
        #expect(Outcome("import math\na = 2.0\ny = math.tanh(a)").shape == "a tanh(0)")
        #expect(
            Outcome("from math import exp, pow\na = 2.0\ny = pow(exp(a), 2)").shape == "a exp(0) **2.0(1)")
        #expect(Outcome("import math\na = math.exp(0)*3\ny = a*1").shape == "a 1.0 *(0,1)")
        #expect(
            Outcome("import math\na = Value(math.exp(0))\ny = a*math.pi").shape
                == "a 3.141592653589793 *(0,1)")
    }
}
