import Micrograd
import Testing
import TraceLanguage

/// The programs that language.md promises to run as they stand, with their published numbers.
@Suite struct PublishedProgramTests {
    @Test("the lecture's first expression: L is -8, and its gradients 6, -4, -2 and 4")
    func lecture() {
        let outcome = Outcome(
            """
            a = 2.0; b = -3.0; c = 10.0; f = -2.0     # expression file: L = -8; a.grad 6, b.grad -4, c.grad -2, f.grad 4
            e = a*b
            d = e + c
            L = d*f
            """)
        #expect(outcome["L"]?.data == -8)
        #expect(["a", "b", "c", "f"].map { outcome[$0]?.grad } == [6, -4, -2, 4])
        #expect(outcome.labels == ["a", "b", "c", "f", "e", "d", "L"])
        #expect(outcome.roots == ["L"])
        #expect(outcome.backwardCalls == 1)
    }

    @Test("the lecture's neuron: o is 0.7071, and its gradients -1.5, 1, 0.5 and 0")
    func neuron() throws {
        let outcome = Outcome(
            """
            x1 = Value(2.0, label='x1'); x2 = Value(0.0, label='x2')
            w1 = Value(-3.0, label='w1'); w2 = Value(1.0, label='w2')
            b = Value(6.8813735870195432, label='b')
            x1w1 = x1*w1; x1w1.label = 'x1*w1'
            x2w2 = x2*w2; x2w2.label = 'x2*w2'
            n = x1w1 + x2w2 + b; n.label = 'n'
            o = n.tanh(); o.label = 'o'
            o.backward()
            draw_dot(o)
            """)
        #expect(outcome.message == "no error")
        let expected = [
            "o": 1, "x1": -1.5, "w1": 1.0, "x2": 0.5, "w2": 0, "x1*w1": 0.5, "x2*w2": 0.5, "b": 0.5,
        ]
        for (label, grad) in expected {
            let node = try #require(outcome[label])
            // The bias is rounded to 17 digits, so the gradients are whole to 15.
            #expect(abs(try #require(node.grad) - grad) < 1e-14, "\(label)")
        }
        #expect(outcome["o"]?.data.description.hasPrefix("0.7071") == true)
        #expect(outcome.backwardCalls == 1)
        #expect(outcome.roots == ["o"])
    }

    @Test(
        "micrograd's README prints its numbers",
        arguments: [("relu", "24.7041\n138.8338\n645.5773\n"), ("tanh", "4.6252\n27.0601\n117.3345\n")])
    func readme(function: String, numbers: String) {
        let outcome = Outcome(
            """
            from micrograd.engine import Value
            a = Value(-4.0)
            b = Value(2.0)
            c = a + b
            d = a * b + b**3
            c += c + 1
            c += 1 + c + (-a)
            d += d * 2 + (b + a).\(function)()
            d += 3 * d + (b - a).\(function)()
            e = c - d
            f = e**2
            g = f / 2.0
            g += 10.0 / f
            print(f'{g.data:.4f}')
            g.backward()
            print(f'{a.grad:.4f}')
            print(f'{b.grad:.4f}')
            """)
        #expect(outcome.message == "no error")
        #expect(outcome.printed == numbers)
        #expect(outcome.roots == ["g#2"])
        #expect(outcome.notes.isEmpty)
    }

    @Test("micrograd's trace_graph notebook gives the numbers of its gout.svg")
    func notebook() throws {
        let outcome = Outcome(
            """
            import random
            from micrograd import nn
            random.seed(1337)
            n = nn.Neuron(2)
            x = [Value(1.0), Value(-2.0)]
            y = n(x)
            y.backward()
            dot = draw_dot(y)
            """)
        #expect(outcome.message == "no error")
        #expect(outcome["y"]?.data == 0.102443419482938)
        #expect(outcome["w0"]?.data == 0.23550571390294128)
        #expect(outcome["w1"]?.data == 0.06653114721000164)
        #expect(
            ["w0", "w1", "b", "x[0]", "x[1]"].map { outcome[$0]?.grad } == [
                1, -2, 1, 0.23550571390294128, 0.06653114721000164,
            ])
        #expect(outcome["w0"]?.isParameter == true)
        #expect(outcome["x[0]"]?.isParameter == false)
        #expect(outcome.scopes.map(\.kind) == ["neuron"])
    }
}
