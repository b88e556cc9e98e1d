import Micrograd
import Testing

@Suite("An activation")
struct ActivationTests {
    @Test("is the operation of its name; linear is none", arguments: Activation.ofCompounds)
    func operation(_ activation: Activation) {
        withTape {
            let operations = GraphWalk(from: activation(Value(0.5))).compactMap(\.operation)
            #expect(operations.map(\.symbol) == (activation == .linear ? [] : [activation.rawValue]))
        }
    }

    @Test(
        "that consists of several operations stands in the scope of its neuron",
        arguments: [Activation.leakyRelu, .gelu, .softplus])
    func composed(_ activation: Activation) {
        withTape {
            let walk = GraphWalk(from: Layer(2, 2, activation: activation, seed: 1)([1.0, -2.0])[1])
            #expect(Array(walk.scopes.map(\.name).prefix(2)) == ["layer", "neuron 1"])
            #expect(walk.scopes.count == 3)
            let scopes = walk.filter { !$0.isConstant && $0.operation != nil }.map(\.scope)
            #expect(Set(scopes) == [1, 2])
        }
    }
}
