import Micrograd
import Testing

/// Each test builds a computation twice, with compounds and with operators, and compares all that can be seen.
@Suite("Gradients inside of compounds")
struct InnerGradientsTests {
    @Test(
        "stay as they were when data of an output are set, before and after a backward",
        arguments: Activation.ofCompounds)
    func setOutputs(activation: Activation) {
        expectTwins { twin in
            let layer = twin.layer(3, 3, activation)
            let inputs = twin.leaves(3)
            let outputs = twin.track(layer(inputs) + [twin.dot(inputs, inputs), twin.sum(inputs)])
            let loss = twin.loss(of: outputs)
            for output in outputs { output.data = 0.25 }
            twin.look(from: loss)
            loss.backward()
            twin.look(from: loss)
            for output in outputs { output.data = -2 }
            twin.look(from: loss)
            for output in outputs { output.data = 3 }
            twin.look(from: loss)
            outputs[1].backward()
            twin.look(from: loss)
        }
    }

    @Test(
        "stay as they were when gradients are set or removed by hand, until the next backward",
        arguments: Activation.ofCompounds)
    func setGradients(activation: Activation) {
        expectTwins { twin in
            let layer = twin.layer(3, 3, activation)
            let inputs = twin.leaves(3)
            let outputs = twin.track(layer(inputs) + [twin.dot(inputs, inputs), twin.sum(inputs)])
            let loss = twin.loss(of: outputs)
            for output in outputs { output.grad = 7 }
            inputs[0].grad = -4
            layer.layer.neurons[0].weights[1].grad = 11
            twin.look(from: loss)
            outputs[1].backward()
            twin.look(from: loss)
            loss.backward()
            twin.look(from: loss)
            outputs[0].zeroGrad()
            twin.look(from: loss)
            for output in outputs { output.grad = 9 }
            twin.look(from: loss)
            for value in twin.values { value.zeroGrad() }
            twin.look(from: loss)
            outputs[2].backward()
            twin.look(from: loss)
            loss.backward()
            twin.look(from: loss)
        }
    }

    @Test("are those of the sweep, not of what was set later")
    func numbers() {
        withTape {
            let x = Value(3)
            let y = sum([x, x, x])
            func inner() -> Double? { Array(GraphWalk(from: y))[1].grad }
            y.grad = 7
            #expect(inner() == nil)
            y.backward()
            #expect(inner() == 1)
            y.grad = 7
            #expect(inner() == 1 && GraphWalk(from: y).map(\.grad).last == 7)
            y.zeroGrad()
            #expect(inner() == 1 && GraphWalk(from: y).map(\.grad).last == .some(nil))
            (y * 5.0).backward()
            #expect(inner() == 5)
        }
    }

    @Test("go away with their region, and are not those of the next output in their place")
    func regions() {
        expectTwins { twin in
            let x = twin.leaves(3)
            let outside = twin.track(twin.sum(x))
            for step in 0..<3 {
                twin.region { twin in
                    let inside = twin.track(twin.dot(x, x))
                    if step == 0 { inside.grad = 4 }
                    twin.look(from: inside)
                    (inside + outside).backward()
                    twin.look(from: inside, outside)
                    inside.grad = 5
                    outside.grad = 6
                    twin.look(from: inside, outside)
                }
                twin.look(from: outside)
            }
        }
    }
}
