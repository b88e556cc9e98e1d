import Micrograd
import Testing

@Suite("An optimizer")
struct OptimizerTests {
    static let names = OptimizerTable.names

    @Test("trains a network, with the penalty and limit of a learner's own loop", arguments: names)
    func training(_ name: String) {
        withTape {
            let model = MLP(2, [6, 1], activation: .tanh, seed: 3)
            let optimizer = OptimizerTable.make(
                name, model.parameters, ["learningRate": 0.05, "momentum": 0.5])
            let examples: [([Double], Double)] = [([0, 0], -1), ([0, 1], 1), ([1, 0], 1), ([1, 1], -1)]
            var last = Double.nan
            for _ in 0..<200 {
                last = withTape {
                    let scores = examples.map { model($0.0)[0] }
                    let penalty = l2Penalty(model.parameters, strength: 1e-5)
                    let loss = maxMargin(scores, examples.map(\.1)) + penalty
                    optimizer.zeroGrad()
                    loss.backward()
                    clipGradients(of: model.parameters, toNorm: 1)
                    optimizer.step()
                    return loss.data
                }
            }
            #expect(last < 0.05)
        }
    }

    @Test("removes the gradients of its parameters, and of no others")
    func zeroGrad() {
        withTape {
            let values = [Value(1), Value(2), Value(3)]
            for value in values { value.grad = 1 }
            SGD(Array(values[..<2]), learningRate: 1).zeroGrad()
            #expect(values.map(\.grad) == [0, 0, 1])
        }
    }

    @Test("takes a value given twice once: two steps at a time would be wrong", arguments: names)
    func duplicates(_ name: String) {
        withTape {
            let once = Value(1), twice = Value(1)
            let optimizers = [
                OptimizerTable.make(name, [once], [:]), OptimizerTable.make(name, [twice, twice], [:]),
            ]
            (once.grad, twice.grad) = (2, 2)
            for optimizer in optimizers { optimizer.step() }
            #expect(once.data == twice.data && once.data < 1)
            #expect(optimizers[1].parameters.count == 1)
        }
    }

    @Test("tells parameters of two tapes apart")
    func twoTapes() {
        let tapes = [Tape(), Tape()]
        let values = tapes.map { tape in tape.use { Value(1) } }
        let optimizer = SGD(values, learningRate: 0.5)
        for value in values { value.grad = 1 }
        optimizer.step()
        #expect(values.map(\.data) == [0.5, 0.5])
    }

    @Test("takes a parameter that no backward has reached for one with gradient 0", arguments: names)
    func noGradient(_ name: String) {
        withTape {
            let parameter = Value(2)
            OptimizerTable.make(name, [parameter], ["learningRate": 0.1, "weightDecay": 0]).step()
            #expect(parameter.data == 2)
            OptimizerTable.make(name, [parameter], ["learningRate": 0.1, "weightDecay": 0.5]).step()
            #expect(parameter.data < 2)
        }
    }
}
