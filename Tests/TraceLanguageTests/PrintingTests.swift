import Micrograd
import Testing
import TraceLanguage

@Suite struct PrintingTests {
    @Test("numbers, strings and lists print as in CPython", arguments: cpythonRows.indices)
    func cpython(index: Int) {
        let row = cpythonRows[index]
        #expect(output(of: "print(\(row.expression))") == row.printed, "\(row.expression)")
    }

    @Test(
        "print takes sep and end",
        arguments: [
            ("print()", "\n"),
            ("print(1, 2)", "1 2\n"),
            ("print(1, 2, sep='')", "12\n"),
            ("print(1, 2, sep=', ', end='!')", "1, 2!"),
            ("print(1, sep=None, end=None)", "1\n"),
            ("print('a'); print('b')", "a\nb\n"),
        ])
    func separators(text: String, printed: String) {
        #expect(output(of: text) == printed)
    }

    @Test("a Value prints as in micrograd, and networks too")
    func values() {
        #expect(output(of: "print(Value(2))") == "Value(data=2.0, grad=0.0)\n")
        #expect(
            output(of: "a = Value(-0.0)\nprint([a], f'{a}')")
                == "[Value(data=-0.0, grad=0.0)] Value(data=-0.0, grad=0.0)\n")
        #expect(
            output(of: "a = Value(1e-7)\nb = a*2\nb.backward()\nprint(a)") == "Value(data=1e-07, grad=2.0)\n")
        #expect(
            output(of: "print(MLP(2, [2, 1]), Neuron(3, act='tanh'))")
                == "MLP of [Layer of [ReLUNeuron(2), ReLUNeuron(2)], Layer of [LinearNeuron(2)]] TanhNeuron(3)\n"
        )
    }

    @Test("in an expression file a value prints as its number")
    func expressionFile() {
        let outcome = Outcome(
            """
            h = 0.0001
            a = 2.0; b = -3.0; c = 10.0
            d1 = a*b + c
            c += h
            d2 = a*b + c
            print('slope', (d2-d1)/h)
            print(a, [a, b], f'{a} {b:.2f} {c!r:>10}|{d1=}')
            """)
        #expect(
            outcome.printed == "slope 0.9999999999976694\n2.0 [2.0, -3.0] 2.0 -3.00    10.0001|d1=4.0\n")
        #expect(output(of: "a = 2.0\nprint(f'{Value(a):.2f}')").contains("write the number of the Value"))
    }

    @Test("!a writes characters beyond ASCII as escapes")
    func ascii() {
        #expect(output(of: "print(f'{\"é日😀\"!a}')") == "'\\xe9\\u65e5\\U0001f600'\n")
    }
}
