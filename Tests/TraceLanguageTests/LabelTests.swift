import Micrograd
import Testing
import TraceLanguage

@Suite struct LabelTests {
    /// Programs, and the labels of their nodes in order, without constants; `_` for none.
    static let rows: [(text: String, labels: String)] = [
        ("a = Value(1.0)", "a"),
        ("a = Value(1.0); b = a; c = b*2", "a c"),
        ("a = b = Value(1.0); c = a + b", "a c"),
        ("c = Value(1.0); c = c*2; c = c*2", "c c#2 c#3"),
        ("c = Value(1.0); c += 1; c **= 2; c /= 3; c -= 1; c *= c", "c c#2 c#3 c#4 c#5 c#6"),
        ("c = Value(1.0); d = c; d += 1", "c d"),
        ("c = Value(1.0); d = c; d += 1; d += 1", "c d d#2"),
        ("x = [Value(1.0), Value(2.0)]; y = x[0]*x[1]", "x[0] x[1] y"),
        ("x = [Value(1.0), [Value(2.0)]]; y = x[0]*x[1][0]", "x[0] x[1][0] y"),
        ("a = Value(1.0); x = [a, a*2]; y = x[1] + x[0]", "a x[1] y"),
        ("x = [Value(1.0)]; x = [x[0]*2]; y = x[0]*3", "x[0] x[0]#2 y"),
        ("a, b = Value(1.0), Value(2.0); c = a*b", "a b c"),
        ("(a, b) = [Value(1.0), Value(2.0)]; c = a*b", "a b c"),
        ("a = Value(1.0, label='q'); b = a*2", "q b"),
        ("a = Value(1.0, label=''); b = a*2", "_ b"),
        ("a = Value(1.0); a.label = ''; c = a; b = a*2", "_ b"),
        ("a = Value(1.0); a.label = 'q'; b = a*2", "q b"),
        ("a = Value(1.0, label='a'); a = a*2", "a a#2"),
        ("a = Value(1.0); b = a*a + a", "a _ b"),
        ("a = Value(1.0)\na*2", "a _"),
        ("日本 = Value(1.0); α = 日本*2", "日本 α"),
        ("n = Neuron(1); w = n.w[0]; y = w*2", "w0 y"),
        ("x = (Value(1.0), 2); y = x[0]*x[1]", "_ y"),
        // Expression files.
        ("a = 2.0; b = a*3", "a b"),
        ("a = 2*3; b = a**2", "a b"),
        ("a = 2; c = a*2; a = 3; b = a*c", "a c a#2 b"),
        ("a = b = 2; c = a*b", "a c"),
        ("a, b = 2, 3; c = a*b", "a b c"),
        ("x = [2, 3]; c = x[0]; y = c*x[1]", "c y"),
        // Plain numbers that a network makes inputs of.
        ("n = Neuron(2, nonlin=False); x = [2.0, 3.0]; y = n(x)", "w0 w1 b x[0] x[1] _ _ _ y"),
        (
            "n = Neuron(1, nonlin=False); xs = [[2.0], [3.0]]; y = n(xs[0]) + n(xs[1])",
            "w0 b xs[0][0] _ _ xs[1][0] _ _ y"
        ),
        ("n = Neuron(1, nonlin=False); a = Value(1.0); x = [a]; z = x; y = n(z)", "w0 b a _ y"),
        ("n = Neuron(2, nonlin=False); a = Value(1.0); t = (a, 3); y = n(t)", "w0 w1 b a t[1] _ _ _ y"),
        ("n = Neuron(1, nonlin=False); y = n([2.0])", "w0 b _ _ y"),
    ]

    @Test("a value is labelled by its first name", arguments: rows.map(\.text))
    func labels(text: String) throws {
        let row = try #require(LabelTests.rows.first { $0.text == text })
        let outcome = Outcome(text)
        #expect(outcome.labels.joined(separator: " ") == row.labels, "\(outcome.message)")
    }
}
