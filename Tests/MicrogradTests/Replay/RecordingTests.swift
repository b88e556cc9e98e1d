import Micrograd
import Testing

@Suite("A recording")
struct RecordingTests {
    /// One number for each of `count`, from -2 to 2.
    private func numbers(_ count: Int, seed: Int = 1) -> [Double] {
        var random = RandomStream(seed: seed)
        return (0..<count).map { _ in random.uniform(-2, 2) }
    }

    /// Holds a number to 1e-12 of the larger of it and 1, because a batch adds up in another order; NaN to NaN.
    private func isClose(_ one: Double, _ other: Double) -> Bool {
        one == other || (one.isNaN && other.isNaN) || abs(one - other) <= 1e-12 * max(1, abs(other))
    }

    private func areClose(_ one: [Double], _ other: [Double]) -> Bool {
        one.count == other.count && zip(one, other).allSatisfy(isClose)
    }

    // Around the sizes of blocks (8), halves of them (4) and tiles (128).
    private static let batchCounts = [1, 2, 3, 4, 5, 7, 8, 9, 12, 100, 127, 128, 129, 300]

    // MARK: Numbers

    @Test("can be made and run inside another, on leaves made there")
    func nested() {
        withTape {
            let w = Value(3)
            let outer = Recording(inputs: ["x": 1]) { inputs in
                let leaf = Value(2)
                let inner = Recording(inputs: ["z": 1]) { ["y": [$0["z"][0] * leaf * w]] }
                inner.run(["z": [5]])
                #expect(inner["y"] == [30])
                #expect((leaf.data, leaf.grad) == (2, 0))
                return ["y": [inputs["x"][0] * inner["y"][0]]]
            }
            outer.run(["x": [2]])
            #expect(outer["y"] == [60])
        }
    }

    @Test(
        "gives the outputs and gradients that the same code gives example by example", arguments: batchCounts)
    func agrees(batchCount: Int) {
        withTape {
            let model = MLP(3, [5, 4, 2], activation: .tanh, seed: 7)
            func outputs(_ x: [Value], _ target: Value) -> (loss: Value, scores: [Value]) {
                let scores = model(x)
                let margin = (1 - target * scores[0]).relu() + (scores[1] - target) ** 2
                return (margin + 1e-2 * dot(model.parameters, model.parameters), scores)
            }
            let recording = Recording(inputs: ["x": 3, "target": 1], differentiatesInputs: true) { inputs in
                let (loss, scores) = outputs(inputs["x"], inputs["target"][0])
                return ["loss": [loss], "scores": scores]
            }
            let x = numbers(3 * batchCount), targets = numbers(batchCount, seed: 2)

            recording.run(["x": x, "target": targets])
            recording.backward(from: "loss")
            let replayed = model.parameters.map(\.grad)
            model.zeroGrad()

            var losses: [Double] = [], scores: [Double] = [], inputGrads: [Double] = []
            for example in 0..<batchCount {
                withTape {
                    let inputs = x[3 * example..<3 * example + 3].map { Value($0) }
                    let (loss, own) = outputs(inputs, Value(targets[example]))
                    loss.backward()
                    losses.append(loss.data)
                    scores += own.map(\.data)
                    inputGrads += inputs.map(\.grad)
                }
            }
            #expect(recording.batchCount == batchCount)
            #expect(areClose(recording["loss"], losses))
            #expect(areClose(recording["scores"], scores))
            #expect(areClose(recording.gradient(of: "x"), inputGrads))
            #expect(areClose(replayed, model.parameters.map(\.grad)))
        }
    }

    @Test("agrees for each operation, in each place of its operands", arguments: Value.Operation.allCases)
    func operations(_ operation: Value.Operation) {
        withTape {
            switch OperationTable.row(of: operation) {
            case .unary(let function, let points):
                expectAgreement(inputs: points.map { [$0] }) { function($0[0]) }
                expectAgreement(inputs: [[1]], shared: 0.4) { $0[0] * function($1) }
            case .binary(let values, let valueConstant, let constantValue, let points):
                for (x, y) in points {
                    expectAgreement(inputs: points.map { [$0, $1] }) { values($0[0], $0[1]) }
                    expectAgreement(inputs: points.map { [$0.0] }) { valueConstant($0[0], y) }
                    expectAgreement(inputs: points.map { [$0.1] }) { constantValue(x, $0[0]) }
                    expectAgreement(inputs: points.map { [$0.0] }, shared: y) { values($0[0], $1) }
                    expectAgreement(inputs: points.map { [$0.1] }, shared: x) { values($1, $0[0]) }
                    expectAgreement(inputs: [[1]], shared: x) { $0[0] * values($1, $1) }
                    expectAgreement(inputs: [[1]], shared: x) { $0[0] * valueConstant($1, y) }
                    expectAgreement(inputs: [[1]], shared: y) { $0[0] * constantValue(x, $1) }
                }
            }
        }
    }

    @Test(
        "agrees for sums and products of lists, whether their values are shared or not",
        arguments: [1, 2, 3, 8, 9, 17])
    func lists(count: Int) {
        withTape {
            let all = numbers(2 * count, seed: 5).map { Value($0) }
            let parameters = Array(all.prefix(count))
            let scattered = stride(from: 0, to: 2 * count, by: 2).map { all[$0] }
            let inputs = (0..<5).map { numbers(count, seed: 10 + $0) }
            func expect(_ body: ([Value]) -> Value) {
                expectAgreement(inputs: inputs, watching: all) { x, _ in body(x) }
            }
            expect { dot($0, parameters) }
            expect { dot(parameters, $0) }
            expect { dot($0, $0) }
            expect { dot(scattered, $0) }
            expect { dot($0.reversed(), parameters) }
            expect { dot($0, parameters.reversed()) }
            expect { $0[0] * dot(parameters, parameters) }
            expect { $0[0] * dot(scattered, parameters.reversed()) }
            expect { sum($0) }
            expect { sum($0 + parameters) }
            expect { $0[0] * sum(scattered) }
            expect { dot(parameters, parameters) + $0[0] }
        }
    }

    @Test("agrees for neurons whose inputs are shared, mixed or repeated", arguments: Activation.ofCompounds)
    func neurons(_ activation: Activation) {
        withTape {
            let layer = Layer(4, 3, activation: activation, seed: 3)
            let own = numbers(4, seed: 4).map { Value($0) }
            let inputs = (0..<11).map { numbers(4, seed: 20 + $0) }
            func expect(_ body: ([Value]) -> [Value]) {
                expectAgreement(inputs: inputs, watching: own + layer.parameters) { x, _ in sum(body(x)) }
            }
            expect { layer($0) }
            expect { layer($0.reversed()) }
            expect { x in layer([x[0], own[0], x[0], own[1]]) }
            expect { layer(own) + $0 }
            expect { layer(Array(layer.parameters.prefix(4))) + $0 }
            expect { x in [layer.neurons[1](x), layer(x)[2]] }
            expect { x in [layer(layer(x) + [x[0]])[0]] }
        }
    }

    @Test("reads the values that were made before in each run, and adds to their gradients")
    func captured() {
        withTape {
            let w = Value(3), square = w * w
            let recording = Recording(inputs: ["x": 1]) { ["y": [$0["x"][0] * w + square]] }
            recording.run(["x": [2]])
            #expect(recording["y"] == [15])
            recording.backward(from: "y")
            #expect(w.grad == 2 && square.grad == 1)
            w.data = 5
            recording.run(["x": [1, 4]])
            #expect(recording["y"] == [14, 29])
            recording.backward(from: "y")
            #expect(w.grad == 7 && square.grad == 3)
            recording.backward(from: "y", reduction: .mean)
            #expect(w.grad == 9.5 && square.grad == 4)
            // A sweep of the tape starts its inner nodes afresh, those that a recording reached too.
            square.backward()
            #expect(square.grad == 1 && w.grad == 19.5)
        }
    }

    @Test("gives no gradient to what an output does not depend on, nor to other outputs' values")
    func reach() throws {
        try withTape {
            let a = Value(2, label: "a"), b = Value(3, label: "b")
            let recording = Recording(inputs: ["x": 1]) { inputs in
                ["one": [inputs["x"][0] * a], "two": [inputs["x"][0] * b], "three": [a]]
            }
            recording.run(["x": [5, 6]])
            recording.backward(from: "two")
            let grads = GraphWalk(from: [a, b]).map(\.grad)
            try #require(grads.count == 2)
            #expect(grads[0] == nil && grads[1] == 11)
            #expect(recording["three"] == [2, 2])
            recording.backward(from: "three")
            #expect(a.grad == 2 && b.grad == 11)
        }
    }

    @Test("sweeps of a layer only the neurons that an output depends on")
    func partOfLayer() {
        withTape {
            let layer = Layer(2, 3, activation: .tanh, seed: 2)
            let recording = Recording(inputs: ["x": 2], differentiatesInputs: true) { inputs in
                let outputs = layer(inputs["x"])
                return ["first": [outputs[0]], "others": [outputs[2] + outputs[1]]]
            }
            // Infinite where only the other neurons would see it.
            layer.neurons[1].weights[0].data = .infinity
            recording.run(["x": [0.5, -1, 0.25, 2]])
            recording.backward(from: "first")
            #expect(recording.gradient(of: "x").allSatisfy { $0.isFinite })
            let grads = layer.neurons.map { GraphWalk(from: $0.parameters).map(\.grad) }
            #expect(grads[0].allSatisfy { $0?.isFinite == true })
            #expect(grads[1] == [nil, nil, nil] && grads[2] == [nil, nil, nil])
            recording.backward(from: "others")
            #expect(GraphWalk(from: layer.neurons[2].parameters).allSatisfy { $0.grad != nil })
        }
    }

    @Test("leaves alone what is inside a neuron that was computed before")
    func capturedNeuron() {
        withTape {
            let neuron = Neuron(2, activation: .tanh, seed: 1)
            let h = neuron([Value(0.5), Value(-1)])
            let recording = Recording(inputs: ["x": 1]) { ["y": [$0["x"][0] * h]] }
            recording.run(["x": [3]])
            recording.backward(from: "y")
            #expect(h.grad == 3)
            #expect(GraphWalk(from: h).dropLast().allSatisfy { $0.grad == nil })
        }
    }

    @Test("keeps the sign of zero in a product of one pair")
    func negativeZero() {
        withTape {
            let w = Value(-1)
            let recording = Recording(inputs: ["x": 1]) { ["y": [1 / dot($0["x"], [w])]] }
            recording.run(["x": [0]])
            #expect(recording["y"] == [-.infinity])
        }
    }

    @Test("may be made in another's closure, and run in regions and inside other tapes' use")
    func places() {
        let tape = Tape()
        let (inner, outer, w) = tape.use {
            let w = Value(3)
            var inner: Recording?
            let outer = Recording(inputs: ["x": 1]) { inputs in
                let product = inputs["x"][0] * w
                inner = Recording(inputs: ["t": 1]) { ["y": [$0["t"][0] * w]] }
                return ["y": [product]]
            }
            _ = inner
            return (Recording(inputs: ["t": 1]) { ["y": [$0["t"][0] * w * w]] }, outer, w)
        }
        Tape().use {
            withTape {
                outer.run(["x": [2]])
                inner.run(["t": [2]])
                inner.backward(from: "y")
            }
        }
        #expect(outer["y"] == [6] && inner["y"] == [18])
        let grad = tape.use { w.grad }
        #expect(grad == 12)
        withExtendedLifetime(tape) {}
    }

    @Test("adds up the values of an output, one of them twice if it stands twice")
    func severalValues() {
        withTape {
            let w = Value(2)
            let recording = Recording(inputs: ["x": 2]) { inputs in
                let products = inputs["x"].map { $0 * w }
                return ["y": products + [products[0]]]
            }
            recording.run(["x": [1, 2, 3, 4]])
            #expect(recording["y"] == [2, 4, 2, 6, 8, 6])
            recording.backward(from: "y")
            #expect(w.grad == 1 + 2 + 1 + 3 + 4 + 3)
        }
    }

    @Test("without inputs runs as one example")
    func noInputs() {
        withTape {
            let w = Value(3)
            let recording = Recording(inputs: [:]) { _ in ["y": [w * w]] }
            recording.run()
            recording.backward(from: "y")
            #expect(recording["y"] == [9] && w.grad == 6 && recording.batchCount == 1)
        }
    }

    @Test("lets NaN and infinity of one example reach no other")
    func infinity() {
        withTape {
            let w = Value(1)
            let layer = Layer(1, 3, activation: .relu, seed: 1)
            let recording = Recording(inputs: ["x": 1], differentiatesInputs: true) { inputs in
                ["y": [sum(layer([(inputs["x"][0] * w).log()]))]]
            }
            // The places that fill the block have the logarithm of 0.
            recording.run(["x": [1, 2, 3]])
            recording.backward(from: "y")
            #expect(layer.parameters.allSatisfy(\.grad.isFinite) && w.grad.isFinite)
            expectAgreement(inputs: [[1], [0], [3], [-1], [2]], watching: [w] + layer.parameters) { x, _ in
                sum(layer([(x[0] * w).log()]))
            }
        }
    }

    // MARK: Use

    @Test("takes no room on the tape, and names its ports")
    func ports() {
        let tape = Tape()
        tape.use {
            let model = MLP(2, [3, 1])
            let count = tape.count
            let recording = Recording(inputs: ["x": 2, "t": 1]) { inputs in
                ["y": model(inputs["x"]), "all": inputs["x"] + inputs["t"]]
            }
            recording.run(["x": [1, 2], "t": [3]])
            recording.backward(from: "y")
            #expect(tape.count == count)
            #expect(recording.inputs.map(\.name) == ["x", "t"] && recording.inputs.map(\.count) == [2, 1])
            #expect(
                recording.outputs.map(\.name) == ["y", "all"] && recording.outputs.map(\.count) == [1, 3])
            #expect(recording["all"] == [1, 2, 3])
            #expect("\(recording)" == "Recording(x: 2, t: 1 -> y: 1, all: 3)")
        }
    }

    @Test("lets its closure read what was made before, and its constants")
    func reading() {
        withTape {
            let w = Value(3)
            let recording = Recording(inputs: ["x": 1]) { inputs in
                let half = Value(w.data / 2)
                half.label = "half"
                return ["y": [inputs["x"][0] * half * Value(half.data)]]
            }
            w.data = 100
            recording.run(["x": [2]])
            #expect(recording["y"] == [4.5])
            #expect(w.data == 100)
        }
    }

    @Test("hands on the error of its closure, and leaves the tape as it was")
    func failure() {
        struct Failure: Error {}
        let tape = Tape()
        tape.use {
            #expect(throws: Failure.self) {
                try Recording(inputs: ["x": 1]) { (inputs) throws(Failure) in
                    _ = inputs["x"][0] * 2
                    throw Failure()
                }
            }
            #expect(tape.count == 0)
        }
    }

    @Test("trains as the tape does")
    func training() {
        withTape {
            let points = (0..<20).map { numbers(2, seed: 100 + $0) }
            let labels = points.map { $0[0] * $0[1] > 0 ? 1.0 : -1 }
            let eager = MLP(2, [6, 1], activation: .tanh, seed: 3),
                replayed = MLP(2, [6, 1], activation: .tanh, seed: 3)
            let recording = Recording(inputs: ["point": 2, "label": 1]) { inputs in
                ["loss": [(1 - inputs["label"][0] * replayed(inputs["point"])[0]).relu()]]
            }
            for _ in 0..<30 {
                withTape {
                    let losses = zip(points, labels).map { (1 - $1 * eager($0)[0]).relu() }
                    let loss = sum(losses) / Double(points.count)
                    eager.zeroGrad()
                    loss.backward()
                    recording.run(["point": points.flatMap { $0 }, "label": labels])
                    replayed.zeroGrad()
                    recording.backward(from: "loss", reduction: .mean)
                    for parameter in eager.parameters + replayed.parameters {
                        parameter.data -= 0.1 * parameter.grad
                    }
                }
            }
            let pairs = zip(eager.parameters, replayed.parameters)
            #expect(pairs.allSatisfy { abs($0.data - $1.data) < 1e-9 })
            #expect(eager.parameters.map(\.data) != MLP(2, [6, 1], seed: 3).parameters.map(\.data))
        }
    }

    // MARK: At random

    @Test("agrees for computations made at random", arguments: 0..<60)
    func random(seed: Int) {
        withTape {
            var random = RandomStream(seed: seed)
            let parameters = (0..<6).map { _ in Value(random.uniform(-1, 1)) }
            let layer = Layer(3, 3, activation: .tanh, using: &random)
            let batchCount = 1 + Int(random.uniform(0, 20))
            let inputs = (0..<batchCount).map { _ in (0..<3).map { _ in random.uniform(-1, 1) } }
            expectAgreement(inputs: inputs, watching: parameters + layer.parameters) { x, _ in
                // The same choices in each build.
                var random = RandomStream(seed: 1_000 + seed)
                var values = x + parameters + [Value(0.7)]
                func pick() -> Value { values[Int(random.uniform(0, Double(values.count)))] }
                for _ in 0..<25 {
                    switch Int(random.uniform(0, 8)) {
                    case 0: values.append(pick() + pick())
                    case 1: values.append(pick() * pick())
                    case 2: values.append((pick() - 0.3 * pick()).tanh())
                    case 3: values.append(dot([pick(), pick(), pick()], [pick(), pick(), pick()]))
                    case 4: values.append(sum([pick(), pick(), pick()]) / 3)
                    case 5: values += layer([pick(), pick(), pick()])
                    case 6: values.append(max(pick(), pick()))
                    default: values.append(relu(pick()))
                    }
                }
                return sum(Array(values.suffix(8)))
            }
        }
    }

    // MARK: -

    private func expectAgreement(
        inputs: [[Double]], shared: Double? = nil, sourceLocation: SourceLocation = #_sourceLocation,
        _ body: ([Value]) -> Value
    ) {
        expectAgreement(inputs: inputs, watching: [], sourceLocation: sourceLocation) { x, _ in body(x) }
    }

    private func expectAgreement(
        inputs: [[Double]], shared: Double, sourceLocation: SourceLocation = #_sourceLocation,
        _ body: ([Value], Value) -> Value
    ) {
        let parameter = Value(shared)
        expectAgreement(inputs: inputs, watching: [parameter], sourceLocation: sourceLocation) { x, _ in
            body(x, parameter)
        }
    }

    /// Holds outputs, input gradients and the gradients of `parameters` to those of one build for each example.
    private func expectAgreement(
        inputs: [[Double]], watching parameters: [Value], sourceLocation: SourceLocation = #_sourceLocation,
        _ body: ([Value], Void) -> Value
    ) {
        for parameter in parameters { parameter.zeroGrad() }
        let recording = Recording(inputs: ["x": inputs[0].count], differentiatesInputs: true) { x in
            ["y": [body(x["x"], ())]]
        }
        recording.run(["x": inputs.flatMap { $0 }])
        recording.backward(from: "y")
        let replayed = parameters.map(\.grad)
        for parameter in parameters { parameter.zeroGrad() }
        var outputs: [Double] = [], inputGrads: [Double] = []
        for example in inputs {
            withTape {
                let x = example.map { Value($0) }
                let y = body(x, ())
                y.backward()
                outputs.append(y.data)
                inputGrads += x.map(\.grad)
            }
        }
        #expect(areClose(recording["y"], outputs), sourceLocation: sourceLocation)
        #expect(areClose(recording.gradient(of: "x"), inputGrads), sourceLocation: sourceLocation)
        #expect(areClose(replayed, parameters.map(\.grad)), sourceLocation: sourceLocation)
    }
}
