import Micrograd
import Testing

/// Each test builds a computation twice, with compounds and with operators, and compares all that can be seen.
@Suite("backward() through compounds equals that through their operators")
struct BackwardCompoundsTests {
    private static let oddNumbers = [
        Double.nan, .infinity, -.infinity, -0.0, 0, .greatestFiniteMagnitude, .leastNonzeroMagnitude,
    ]

    // MARK: Several roots

    @Test("of which only some outputs are used", arguments: 0..<11)
    func someOutputs(used: Int) {
        expectTwins { twin in
            let layer = twin.layer(4, 11, .relu)
            let outputs = twin.track(layer(twin.leaves(4)))
            outputs[used].backward()
            twin.look(from: outputs[used])
            let pair = outputs[used] * outputs[10 - used]
            pair.backward()
            twin.look(from: pair)
            twin.look(from: outputs[10 - used], outputs[used])
            outputs[5].backward()
            twin.look(from: outputs[used], outputs[5])
        }
    }

    @Test("that the root does not depend on, at the first backward and later", arguments: [1, 2, 3, 8, 9])
    func unreached(inputCount: Int) {
        expectTwins { twin in
            let layer = twin.layer(inputCount, 3), neuron = twin.neuron(inputCount)
            let aside = twin.leaves(inputCount)
            let innerAside = twin.track(aside.map { $0 * 2.0 })
            let inner = twin.track(twin.leaves(inputCount).map { $0 * 2.0 })
            let used = twin.track(layer(inner))
            let unused = twin.track(
                layer(aside) + layer(innerAside) + [neuron(innerAside)]
                    + [twin.dot(aside, innerAside), twin.sum(aside)])
            for root in [used[0] * used[0], used[2], unused[0], used[1]] {
                root.backward()
                twin.look(from: root)
                twin.look(at: GraphWalk(from: used + unused))
            }
        }
    }

    @Test("in backward again and again, with and without zeroGrad()")
    func severalCalls() {
        expectTwins { twin in
            let model = twin.mlp(3, [5, 4, 2])
            let inputs = twin.leaves(3)
            let outputs = twin.track(model(inputs))
            let first = outputs[0] * outputs[0], second = outputs[1] + first
            for root in [first, first, second, outputs[1], first, inputs[0], second] {
                root.backward()
                twin.look(from: root)
                twin.look(from: second)
            }
            model.model.zeroGrad()
            twin.look(from: second)
            second.backward()
            twin.look(from: second)
        }
    }

    // MARK: Numbers

    @Test("with NaN, infinities and negative zero in inputs and weights", arguments: Activation.ofCompounds)
    func oddNumbers(activation: Activation) {
        for (inputCount, outputCount) in [(1, 1), (2, 3), (5, 8), (9, 9)] {
            for seed in 1...12 {
                expectTwins(seed: seed) { twin in
                    let layer = twin.layer(inputCount, outputCount, activation)
                    let inputs = twin.leaves(inputCount)
                    for _ in 0..<1 + seed / 3 {
                        let value = twin.values[Int(twin.random.random() * Double(twin.values.count))]
                        value.data = Self.oddNumbers[Int(twin.random.random() * 7)]
                    }
                    let outputs = twin.track(layer(inputs) + [twin.dot(inputs, inputs)])
                    let loss = twin.loss(of: outputs)
                    loss.backward()
                    twin.look(from: loss)
                    (outputs[0] * .infinity).backward()
                    twin.look(from: loss)
                }
            }
        }
    }

    @Test("with all numbers negative zero", arguments: Activation.ofCompounds)
    func negativeZero(activation: Activation) {
        for inputCount in [1, 2, 9] {
            expectTwins { twin in
                let layer = twin.layer(inputCount, 9, activation)
                let inputs = twin.leaves(inputCount)
                for value in twin.values { value.data = -0.0 }
                let outputs = twin.track(layer(inputs))
                let loss = twin.loss(of: outputs) * -0.0
                loss.backward()
                twin.look(from: loss)
            }
        }
    }

    @Test("where dead, giving 0 and not nothing, even of an infinite gradient", arguments: [1, 2, 3, 9])
    func dead(inputCount: Int) {
        expectTwins { twin in
            let layer = twin.layer(inputCount, 3, .relu)
            layer.layer.neurons[0].bias.data = -100
            layer.layer.neurons[2].bias.data = -100
            let inputs = twin.leaves(inputCount)
            let outputs = twin.track(layer(inputs))
            twin.note("\(outputs[0].data)")
            for factor in [1, -0.0, Double.infinity, .nan] {
                let root = outputs[0] * factor
                root.backward()
                twin.look(from: root, outputs[1])
                twin.note("\(GraphWalk(from: root).map { $0.grad == nil })")
            }
            for input in inputs { input.zeroGrad() }
            (outputs[2] * .infinity).backward()
            twin.look(from: outputs[2])
        }
    }

    @Test("after data of its operands were set, for what gradients and derivatives read")
    func setOperands() {
        expectTwins { twin in
            let layer = twin.layer(3, 9, .tanh)
            let inputs = twin.leaves(3)
            let loss = twin.loss(of: twin.track(layer(inputs)))
            inputs[1].data = 5
            layer.layer.neurons[4].weights[2].data = -3
            layer.layer.neurons[4].bias.data = 9
            twin.look(from: loss)
            loss.backward()
            twin.look(from: loss)
        }
    }
}
