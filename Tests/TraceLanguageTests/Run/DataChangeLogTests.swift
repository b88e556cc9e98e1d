import Micrograd
import Testing
import TraceLanguage

/// A picture shows the data that its root was computed from.
@Suite struct DataChangeLogTests {
    /// Each result of an operation that is not what the operation gives of its operands, by label.
    private func inconsistent(_ outcome: Outcome) -> [String] {
        outcome.nodes.filter { node in
            guard let operation = node.operation else { return false }
            return Tape().use {
                let x =
                    node.operands.map { Value(outcome.nodes[$0].data) }
                    + (node.argument.map { [Value($0)] } ?? [])
                let result =
                    switch operation {
                    case .add: x[0] + x[1]
                    case .subtract: x[0] - x[1]
                    case .multiply: x[0] * x[1]
                    case .divide: x[0] / x[1]
                    case .power: x[0].pow(x[1])
                    case .minimum: min(x[0], x[1])
                    case .maximum: max(x[0], x[1])
                    case .negate: -x[0]
                    case .exp: x[0].exp()
                    case .log: x[0].log()
                    case .sqrt: x[0].sqrt()
                    case .sin: x[0].sin()
                    case .cos: x[0].cos()
                    case .tanh: x[0].tanh()
                    case .sigmoid: x[0].sigmoid()
                    case .relu: x[0].relu()
                    case .abs: x[0].abs()
                    }
                return result.data != node.data
            }
        }.map { $0.label ?? "_" }
    }

    static let lecture = """
        a = Value(2.0); b = Value(-3.0); c = Value(10.0); f = Value(-2.0)
        e = a*b; d = e + c; L = d*f
        L.backward()
        L1 = L.data

        """

    @Test("nudge, recompute, draw: all numbers are new ones")
    func nudge() {
        let outcome = Outcome(
            DataChangeLogTests.lecture
                + "a.data += 0.5\ne = a*b; d = e + c; L = d*f\nprint((L.data - L1)/0.5)\ndraw_dot(L)")
        #expect(outcome.printed == "6.0\n")
        #expect(outcome.roots == ["L#2"])
        #expect(outcome["a"]?.data == 2.5)
        #expect(outcome["L#2"]?.data == -5)
        #expect(inconsistent(outcome).isEmpty)
        #expect(
            outcome.notes == [
                "trace: note: the gradients are those of L, which is not drawn; for those of L#2, call its backward() last"
            ])
    }

    @Test("every operation shows what it makes of the data beside it")
    func operations() {
        let outcome = Outcome(
            """
            a = Value(2.0); b = Value(3.0)
            n = Neuron(2, act='tanh'); o = n([a, b])
            p = a/b + a**b + a**3 + min(a, b) - max(a, b) + exp(a) + log(b) + sqrt(a)
            q = sin(a) + cos(b) + tanh(a) + sigmoid(b) + relu(a) + abs(-b)
            L = o + p*q
            L.backward()
            a.data = 0.5; b.data = -1.5; n.w[0].data = 4.0; o.data = 7.0; q.data = 8.0
            """)
        #expect(outcome.message == "no error")
        #expect(inconsistent(outcome).isEmpty)
    }

    @Test("gradients that were computed with other data than those drawn have a note, or are an error")
    func backwardWithChangedData() {
        let text = "a = Value(2.0); b = Value(3.0); L = a*b; a.data = 5.0; L.backward()"
        let note =
            "the gradients were computed with a = 5.0, which is not what the result was computed from; "
            + "compute the result anew after changing data, then call backward()"
        let outcome = Outcome(text)
        #expect(outcome["a"]?.data == 2 && outcome["b"]?.grad == 5)
        #expect(
            outcome.notes == [
                "trace: note: a was changed later; it is drawn with the data that L was computed from",
                "trace: note: " + note,
            ])
        let options = RunOptions(requiresMatchingGradients: true)
        #expect(Outcome(text, options).message == "trace: error: " + note)
        // The last backward() counts, and a change after it, or one that was used, is none before it.
        #expect(Outcome(text + "; a.data = 2.0; L.backward()", options).message == "no error")
        #expect(Outcome("a = Value(2.0); L = a*a; L.backward(); a.data = 5.0", options).message == "no error")
        #expect(Outcome("a = Value(2.0); a.data = 5.0; L = a*a; L.backward()", options).message == "no error")
        #expect(Outcome("a = Value(2.0); L = a*a; a.data = 5.0", options).message == "no error")
    }

    @Test("nudged, but not drawn anew: all numbers are old ones, with a note")
    func nudgedLater() {
        let outcome = Outcome(
            DataChangeLogTests.lecture + "a.data += 0.5; c.data = 1.0\ne = a*b; d = e + c; L = d*f")
        #expect(outcome.roots == ["L"])
        #expect(outcome["a"]?.data == 2)
        #expect(outcome["a"]?.isParameter == true)
        #expect(outcome["a"]?.grad == 6)
        #expect(inconsistent(outcome).isEmpty)
        #expect(
            outcome.notes == [
                "trace: note: L#2 is left out, because L does not depend on it; --root NAME draws another value",
                "trace: note: a and c were changed later; they are drawn with the data that L was computed from",
            ])
    }

    @Test("a training written out shows the data, and the local derivatives, of the step that is drawn")
    func training() {
        var text = "x = Value(3.0); w = Value(1.0)\n"
        for _ in 0..<3 {
            text += "y = w*x; loss = (y - 6)**2\nw.grad = 0; loss.backward()\nw.data += -0.01 * w.grad\n"
        }
        let outcome = Outcome(text)
        #expect(outcome.roots == ["loss#3"])
        #expect(inconsistent(outcome).isEmpty)
        #expect(outcome["w"]?.data == outcome["y#3"].map { $0.data / 3 })
        #expect(outcome["y#3"]?.localDerivatives == [3, outcome["w"]?.data ?? 0])
        #expect(
            outcome.notes == [
                "trace: note: w was changed later; it is drawn with the data that loss#3 was computed from"
            ])
    }

    @Test("the neurons of a network are shown with the data of their call")
    func network() {
        let outcome = Outcome(
            """
            n = Neuron(2, act='linear')
            x = [Value(1.0), Value(-2.0)]
            y = n(x)
            y.backward()
            n.w[0].data += 1; x[1].data = 7
            """)
        #expect(inconsistent(outcome).isEmpty)
        #expect(outcome["x[1]"]?.data == -2)
        #expect(outcome.nodes.flatMap(\.localDerivatives).contains(-2))
    }

    @Test("a value that was changed between two uses shows the last, with a note")
    func between() {
        let outcome = Outcome("a = Value(2.0)\nu = a*3\na.data = 5.0\nv = a*4\ny = u + v")
        #expect(outcome["a"]?.data == 5)
        #expect(inconsistent(outcome) == ["u"])
        #expect(
            outcome.notes == [
                "trace: note: a was changed between two uses; shown are the data of the last use, "
                    + "and what was computed before has others"
            ])
        // Only what is drawn counts.
        #expect(
            Outcome("a = Value(2.0)\nu = a*3\na.data = 5.0\nv = a*4\ndraw_dot(v)").notes == [
                "trace: note: u is left out, because v does not depend on it; --root NAME draws another value"
            ])
    }

    @Test("a computed value shows the data that were used of it")
    func computed() {
        let set = Outcome("a = Value(2.0)\no = a*3\no.data = 7.0\ny = o*2")
        #expect(set["o"]?.data == 7)
        #expect(set["y"]?.data == 14)
        #expect(
            set.notes == ["trace: note: o shows what the text set, not what its operation gives"])
        let later = Outcome("a = Value(2.0)\no = a*3\ny = o*2\no.data = 7.0; y.data = 1.0")
        #expect(inconsistent(later).isEmpty)
        #expect(
            later.notes == [
                "trace: note: o was changed later; it is drawn with the data that y was computed from",
                "trace: note: y was changed later; it is drawn with what its operation gave",
            ])
    }

    @Test("a change back, or before any use, needs no note")
    func quiet() {
        #expect(Outcome("a = Value(2.0)\ny = a*a\na.data += 1\na.data -= 1").notes.isEmpty)
        #expect(Outcome("a = Value(2.0)\na.data = 3.0\ny = a*a").notes.isEmpty)
        #expect(Outcome("a = Value(2.0)\nb = Value(1.0)*5\na.data = 3.0\ny = a*b").notes.isEmpty)
        #expect(Outcome("a = Value(2.0)\na.data = 3.0")["a"]?.data == 3)
    }

    @Test("where the text calls no backward, it runs with the data that are drawn")
    func backwardAfter() {
        let outcome = Outcome("a = Value(2.0)\ny = a*a\na.data = 3.0")
        #expect(outcome["a"]?.data == 2)
        #expect(outcome["a"]?.grad == 4)
    }
}
