import Micrograd
import Testing
import TraceLanguage

@Suite struct SettingTests {
    func outcome(_ text: String, _ settings: (String, Double)...) -> Outcome {
        Outcome(text, RunOptions(settings: settings.map { RunOptions.Setting(name: $0.0, number: $0.1) }))
    }

    @Test("--set replaces the number that a name is first assigned")
    func replaces() {
        #expect(outcome("a = 2.0; b = -3; y = a*b", ("a", 5), ("b", 0.5))["y"]?.data == 2.5)
        #expect(outcome("a = 2.0; a = a*2; a = 7.0; y = a + 1", ("a", 5))["y"]?.data == 8)
        #expect(outcome("a = Value(-2.0, label='q'); y = a*3", ("a", 5))["y"]?.data == 15)
        #expect(outcome("a = Value(data=2); y = a*3", ("a", -1))["y"]?.data == -3)
        #expect(outcome("a = b = 2; y = a*b", ("b", 3))["y"]?.data == 9)
        #expect(outcome("a, b = 2, Value(3); y = a*b", ("b", 5), ("a", 4))["y"]?.data == 20)
        #expect(outcome("n = 2; x = [1, 2, 3]; a = 1.0; y = a*x[n]", ("n", 0))["y"]?.data == 1)
    }

    @Test("--set of anything but a literal or Value(literal) is an error with its place")
    func notLiteral() {
        for value in ["2*3", "b", "Value(b)", "Value(2) + 1", "'x'", "[1]", "exp(2)", "True"] {
            let message = outcome("b = 1\na = \(value)\ny = Value(1)", ("a", 5)).message
            #expect(
                message.hasPrefix(
                    "t.txt:2:5: error: --set: 'a' is first assigned something else than a number or Value(number)"
                ),
                "\(value): \(message)")
        }
    }

    @Test("an unknown --set name lists the names there are")
    func unknown() {
        #expect(
            outcome("alpha = 2.0; b = 3", ("alhpa", 1)).message
                == "trace: error: --set: no number is assigned to 'alhpa'; did you mean 'alpha'? There are alpha and b"
        )
        #expect(
            outcome("print(1)", ("a", 1)).message
                == "trace: error: --set: no number is assigned to 'a'; there are none")
    }
}
