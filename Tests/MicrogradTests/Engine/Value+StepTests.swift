import Micrograd
import Testing

@Suite("A step of backward")
struct ValueStepTests {
    @Test("taken for each value from the last to the first is a backward pass")
    func pass() {
        withTape {
            func compute() -> [Value] {
                let x = Value(2), y = Value(-3)
                let product = x * y
                let sum = product + x
                let power = sum ** 2
                let moved = power + 1.5
                let quotient = 6 / moved
                let difference = quotient - x
                return [x, y, product, sum, power, moved, quotient, difference, difference.tanh()]
            }
            let byHand = compute(), swept = compute()
            byHand[8].grad = 1
            for value in byHand.reversed() { value.backwardStep() }
            swept[8].backward()
            #expect(byHand.map(\.grad) == swept.map(\.grad))
        }
    }

    @Test("of a neuron goes through all of its operations, and leaves those beside it alone")
    func compounds() {
        withTape {
            var random = RandomStream(seed: 1)
            let layer = Layer(2, 2, activation: .tanh, using: &random)
            let x = [Value(0.5), Value(-1)]
            let out = layer(x)
            out[0].grad = 7
            out[1].grad = 1
            let before = GraphWalk(from: out).map(\.grad)
            #expect(before.filter { $0 != nil }.count == 2)
            out[1].backwardStep()
            let byHand = (x + layer.neurons[1].weights).map(\.grad)
            #expect(layer.neurons[0].weights.map(\.grad) == [0, 0])
            #expect(GraphWalk(from: out[1]).allSatisfy { $0.grad != nil })

            for value in x + layer.parameters { value.zeroGrad() }
            out[1].backward()
            #expect((x + layer.neurons[1].weights).map(\.grad) == byHand)

            let total = sum(x)
            for value in x { value.zeroGrad() }
            total.grad = 3
            total.backwardStep()
            #expect(x.map(\.grad) == [3, 3])
        }
    }

    @Test("does nothing for a leaf, or a value without a gradient")
    func nothing() {
        withTape {
            let x = Value(2)
            let y = x * 3
            y.backwardStep()
            #expect(GraphWalk(from: y).allSatisfy { $0.grad == nil })
            x.grad = 1
            x.backwardStep()
            #expect(x.grad == 1)
        }
    }
}
