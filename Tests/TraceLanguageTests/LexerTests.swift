import Micrograd
import Testing
import TraceLanguage

@Suite struct LexerTests {
    @Test(
        "lines may end in LF, CR LF or CR, with or without the last end, and with a byte order mark",
        arguments: ["\n", "\r\n", "\r"], ["", "\u{feff}"])
    func lineEnds(end: String, mark: String) {
        let lines = ["# comment", "a = 2.0", "", "  # indented comment", "b = 3.0", "y = a*b"]
        for text in [lines.joined(separator: end), lines.joined(separator: end) + end] {
            #expect(Outcome(mark + text).labels == ["a", "b", "y"])
        }
        let message = Outcome(mark + lines.joined(separator: end) + " + q1" + end + "z = 2").message
        #expect(message == "t.txt:6:11: error: unknown name 'q1'\n 6 | y = a*b + q1\n   |           ^~")
    }

    @Test(
        "these texts are read as Python reads them",
        arguments: [
            ("print(1); print(2);", "1\n2\n"),
            ("print(1,\n  2, # two\n\n  3,\n)", "1 2 3\n"),
            ("print(1 + \\\n  2)", "3\n"),
            ("x = 1 + \\\r\n  2\nprint(x)", "3\n"),
            ("'''doc\nstring'''\nprint(1)", "1\n"),
            ("\"\"\"doc ' \" ''\n\"\"\"; print(1)", "1\n"),
            ("'doc'\n\"doc\"\nf'{1}'\nprint(1)", "1\n"),
            ("print('# no comment') # comment", "# no comment\n"),
            ("print('a;b')", "a;b\n"),
            ("print('\u{1}' == '\\x01')", "True\n"),
            ("print('''a\r\nb''' == 'a\\nb')", "True\n"),
            ("print(\t1\u{c})", "1\n"),
            ("α = 1; _x1 = 2; été = 3; 变量 = 4\nprint(α, _x1, été, 变量)", "1 2 3 4\n"),
            ("x = 5; print(-x**2, (-x)**2, 2**-x)", "-25 25 0.03125\n"),
            ("(x) = 3; print((x))", "3\n"),
            ("[x, y] = 3, 4; print(x, y)", "3 4\n"),
            ("x, (y, z) = 1, (2, 3); print(x, y, z)", "1 2 3\n"),
            ("x = 1,; print(x)", "(1,)\n"),
            ("x = y = z = 2; x += 1; y *= 2.5; z **= 3; print(x, y, z)", "3 5.0 8\n"),
            ("x = 7; x -= 2; x /= 2; print(x)", "2.5\n"),
            ("from math import (sqrt as s,\n  pi,)\nprint(s(4), pi)", "2.0 3.141592653589793\n"),
            ("from math import *\nprint(floor(2.5), e)", "2 2.718281828459045\n"),
            ("import math as m, random\nprint(m.pi)", "3.141592653589793\n"),
            ("import micrograd.nn\nprint(micrograd.engine.Value(1))", "Value(data=1.0, grad=0.0)\n"),
            ("from micrograd import nn, engine\nprint(engine.Value(1).data)", "1.0\n"),
            (
                "from engine import Value\nfrom nn import MLP, Layer, Neuron\nfrom graphviz import Digraph\nprint(1)",
                "1\n"
            ),
            ("sum = 3; print(sum)", "3\n"),
            ("print(f'{'a'}')", "a\n"),
            ("print(f\"{'a' 'b'}\" 'c' f'{1}')", "abc1\n"),
            ("print(f'''{\n1}\n''', end='')", "1\n"),
        ])
    func read(text: String, printed: String) {
        #expect(output(of: text) == printed)
    }

    @Test(
        "prompts of an interpreter are skipped",
        arguments: [
            ">>> a = 2.0\n>>> b = a*3\n>>>\n", ">>> a = 2.0\n>>> b = (a*\n... 3)\n...\n",
            "In [1]: a = 2.0\n\nIn [12]: b = a*\\\n    ...: 3\n", "In [ ]: a = 2.0\nb = a*3",
            ">>>\ta=2\nIn [3]:b=a*3\nOut[3]: 6.0\nOut[12]: [1,", "Out[1]: 2\na = 2.0\nb = a*3",
            ">>> a = (2.0)\n>>> b = [a*\n...\n... 3][0]",
        ])
    func prompts(text: String) {
        let outcome = Outcome(text)
        #expect(outcome.message == "no error")
        #expect(outcome["b"]?.data == 6)
    }

    @Test(
        "what an interpreter printed is skipped",
        arguments: [
            ">>> a = Value(2.0)\n>>> a\nValue(data=2.0, grad=0.0)\n>>> b = a*3\n",
            ">>> a = 2.0\nTraceback (most recent call last):\n  File \"<stdin>\", line 1\n"
                + "NameError: q\n>>> b = (a*\n... 3)\n6.0",
            "In [1]: a = 2.0\n\nIn [2]: [a,\n   ...: a]\nOut[2]: [2.0,\n 2.0]\n\nIn [3]: b = a*3\n",
            "In [1]: a = 2.0\nOut[1]: [2.0,\n 2.0]\nIn [3]: b = a*3\n",
        ])
    func sessions(text: String) {
        let outcome = Outcome(text)
        #expect(outcome.message == "no error")
        #expect(outcome["b"]?.data == 6)
    }
}
