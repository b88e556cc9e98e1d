import Micrograd
import Testing
import TraceLanguage

/// A picture shows the data that its root was computed from.
@Suite struct DataChangeLogTests {
    /// Each result of an operation that is not what the operation gives of its operands, by label.
    private func inconsistent(_ outcome: Outcome) -> [String] {
        outcome.nodes.filter { node in
            guard let operation = node.operation else { return false }
            let x = node.operands.map { outcome.nodes[$0].data }
            let result: Double? =
                switch operation.symbol {
                case "*": x[0] * x[1]
                case "+": x[0] + x[1]
                case "-": x[0] - x[1]
                default: nil
                }
            return result.map { $0 != node.data } ?? false
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
        #expect(outcome.notes.isEmpty)
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
                "trace: note: a and c were changed later; they are drawn with the data that L was computed from"
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
        #expect(Outcome("a = Value(2.0)\nu = a*3\na.data = 5.0\nv = a*4\ndraw_dot(v)").notes.isEmpty)
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
                "trace: note: o and y were changed later; they are drawn with the data that y was computed from"
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
