import Micrograd
import Testing

@Suite("An activation")
struct ActivationTests {
    @Test("is the operation of its name; linear is none", arguments: Activation.allCases)
    func operation(_ activation: Activation) {
        withTape {
            let operations = GraphWalk(from: activation(Value(0.5))).compactMap(\.operation)
            #expect(operations.map(\.symbol) == (activation == .linear ? [] : [activation.rawValue]))
        }
    }
}
