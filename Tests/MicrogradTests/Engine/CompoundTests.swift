import Micrograd
import Testing

/// Each test builds a computation twice, with compounds and with operators, and compares all that can be seen.
@Suite("A compound equals its operators")
struct CompoundTests {
    @Test("but takes one node for each output")
    func nodeCount() {
        let tape = Tape()
        tape.use {
            let layer = Layer(3, 5), neuron = Neuron(3), model = MLP(3, [4, 2])
            let inputs = [Value(1), Value(2), Value(3)]
            var count = tape.count
            func expect(_ newNodes: Int, _ call: String) {
                #expect(tape.count - count == newNodes, "\(call)")
                count = tape.count
            }
            _ = layer(inputs)
            expect(5, "layer")
            _ = neuron(inputs)
            expect(1, "neuron")
            _ = model(inputs)
            expect(6, "network")
            _ = model([1, 2, 3])
            expect(9, "network of numbers")
            _ = dot(inputs, inputs)
            expect(1, "dot")
            _ = sum(inputs)
            expect(1, "sum")
        }
    }

    // MARK: Sizes

    @Test("in numbers, for layers of all sizes", arguments: 1...20)
    func sizes(inputCount: Int) {
        for outputCount in 1...20 {
            let activation = Activation.ofCompounds[(inputCount + outputCount) % 4]
            expectTwins(seed: outputCount) { twin in
                let layer = twin.layer(inputCount, outputCount, activation)
                let outputs = twin.track(layer(twin.leaves(inputCount)))
                let loss = twin.loss(of: outputs)
                for _ in 0..<2 {
                    loss.backward()
                    twin.lookAtNumbers()
                }
            }
        }
    }

    @Test("node by node, with each activation", arguments: Activation.ofCompounds, [1, 2, 3, 8, 11])
    func nodes(activation: Activation, inputCount: Int) {
        for outputCount in [1, 2, 5, 8, 17] {
            expectTwins(seed: inputCount) { twin in
                let layer = twin.layer(inputCount, outputCount, activation)
                let outputs = twin.track(layer(twin.leaves(inputCount)))
                let loss = twin.loss(of: outputs)
                twin.look(from: loss)
                loss.backward()
                twin.look(from: loss)
            }
        }
    }

    @Test("as a neuron of its own", arguments: Activation.ofCompounds)
    func neurons(activation: Activation) {
        for inputCount in 1...20 {
            expectTwins(seed: inputCount) { twin in
                let neuron = twin.neuron(inputCount, activation)
                let output = twin.track(neuron(twin.leaves(inputCount)))
                output.backward()
                twin.look(from: output)
            }
        }
    }

    @Test(
        "as a network, of values and of numbers",
        arguments: [[1], [4, 1], [3, 8, 2], [16, 16, 1], [9, 1, 10]], Activation.ofCompounds)
    func networks(outputCounts: [Int], activation: Activation) {
        expectTwins { twin in
            let model = twin.mlp(3, outputCounts, activation)
            let outputs = twin.track(model(twin.leaves(3)) + model([0.5, -0.25, 2]))
            let loss = twin.loss(of: outputs)
            loss.backward()
            twin.look(from: loss)
            for parameter in model.model.parameters { parameter.data -= 0.1 * parameter.grad }
            model.model.zeroGrad()
            let next = twin.loss(of: twin.track(model([1, 2, 3])))
            next.backward()
            twin.look(from: next, loss)
        }
    }

    // MARK: Operands

    @Test("of inputs that do not stand side by side, or stand there twice", arguments: 2...12)
    func scatteredInputs(count: Int) {
        expectTwins { twin in
            let leaves = twin.leaves(count)
            let layer = twin.layer(count, 9, .tanh)
            let computed = leaves.map { $0 * 2.0 }
            var orders = [
                leaves.reversed(), Array(repeating: leaves[0], count: count),
                leaves.dropLast() + [leaves[0]], [leaves[1]] + leaves.dropFirst(),
                zip(leaves, computed).enumerated().map { $0.isMultiple(of: 2) ? $1.0 : $1.1 },
                computed.map { $0.tanh() },
            ]
            // Two by two, all between a leaf and a parameter.
            orders.append((0..<count).map { [leaves[0], layer.layer.parameters[5], computed[1]][$0 % 3] })
            for inputs in orders {
                let loss = twin.loss(of: twin.track(layer(inputs)))
                loss.backward()
                twin.look(from: loss)
            }
        }
    }

    @Test("of its own parameters", arguments: 1...9)
    func ownParameters(inputCount: Int) {
        expectTwins { twin in
            let before = twin.leaves(inputCount)
            let layer = twin.layer(inputCount, 4, .sigmoid)
            let after = twin.leaves(inputCount)
            let around = before + layer.layer.parameters + after
            let neuron = layer.neurons[2]
            // Each span of the tape that overlaps the parameters, and those just beside them.
            for start in 0...around.count - inputCount {
                let inputs = Array(around[start..<start + inputCount])
                let loss = twin.loss(of: layer(inputs) + [neuron(inputs)])
                loss.backward()
                twin.lookAtNumbers()
                if start % 5 == 0 { twin.look(from: loss) }
            }
        }
    }

    @Test("of outputs of the same layer")
    func ownOutputs() {
        expectTwins { twin in
            let layer = twin.layer(3, 3, .tanh)
            var values = twin.leaves(3)
            for _ in 0..<4 { values = twin.track(layer(values)) }
            let mixed = twin.track(layer([values[2], values[0], values[0]]))
            let loss = twin.loss(of: mixed)
            loss.backward()
            twin.look(from: loss)
        }
    }

    @Test("whose outputs are operands of operators and of each other")
    func mixed() {
        expectTwins { twin in
            let x = twin.leaves(4)
            let one = twin.layer(4, 4, .tanh), other = twin.neuron(4, .sigmoid)
            let hidden = twin.track(one(x))
            let products = twin.track(zip(hidden, x).map { $0 * $1 })
            let scores = twin.track([other(products), twin.dot(hidden, products), twin.sum(hidden + x)])
            let loss = twin.track((twin.sum(scores) / twin.dot(scores, scores)).tanh())
            loss.backward()
            twin.look(from: loss)
            scores[0].backward()
            twin.look(from: loss)
        }
    }

    @Test("across regions: made, swept and changed inside and outside")
    func regions() {
        expectTwins { twin in
            let model = twin.mlp(2, [3, 2]), layer = twin.layer(2, 2)
            let x = twin.leaves(2)
            let outside = twin.track(model(x))
            for step in 0..<3 {
                twin.region { twin in
                    let inside = twin.track(layer(outside + []))
                    twin.region { twin in
                        let own = twin.layer(2, 3), later = twin.leaves(2)
                        let deepest = twin.track(own(inside) + own(later) + model(later))
                        let loss = twin.loss(of: deepest)
                        loss.backward()
                        twin.look(from: loss)
                        twin.look(from: deepest[step])
                        x[0].data += 0.5
                    }
                    inside[1].backward()
                    twin.look(from: inside[0], inside[1])
                }
                twin.look(from: outside[0], outside[1])
                outside[step % 2].backward()
                twin.look(from: outside[0], outside[1])
            }
        }
    }
}
