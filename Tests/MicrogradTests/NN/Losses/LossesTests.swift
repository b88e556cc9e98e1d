import Micrograd
import TestSupport
import Testing

@Suite("Losses")
struct LossesTests {
    typealias Row = PyTorchNNReference.Loss

    // MARK: PyTorch

    /// The loss of a row, with its targets as numbers.
    private static func loss(of row: Row, _ x: [Value]) -> Value {
        let targets = row.targets.numbers
        func argument(_ name: String, default number: Double) -> Double {
            row.arguments[name]?.number ?? number
        }
        switch row.name {
        case "meanSquaredError": return meanSquaredError(x, targets)
        case "meanAbsoluteError": return meanAbsoluteError(x, targets)
        case "huber":
            let delta = row.arguments["delta"]?.number
            return delta.map { huber(x, targets, delta: $0) } ?? huber(x, targets)
        case "maxMargin": return maxMargin(x, targets)
        case "binaryCrossEntropy": return binaryCrossEntropy(logits: x, targets: targets)
        case "crossEntropy": return crossEntropy(logits: x, targets: targets)
        case "crossEntropy label": return crossEntropy(logits: x, label: Int(targets[0]))
        case "crossEntropy labels":
            let examples = stride(from: 0, to: x.count, by: row.shape[1]).map {
                Array(x[$0..<$0 + row.shape[1]])
            }
            return crossEntropy(logits: examples, labels: targets.map { Int($0) })
        case "l2Penalty": return l2Penalty(x, strength: argument("strength", default: .nan))
        case "l1Penalty": return l1Penalty(x, strength: argument("strength", default: .nan))
        default: fatalError("no loss is called \(row.name)")
        }
    }

    /// The same with targets that are values; nil where the loss has no such form.
    private static func loss(of row: Row, _ x: [Value], _ targets: [Value]) -> Value? {
        switch row.name {
        case "meanSquaredError": meanSquaredError(x, targets)
        case "meanAbsoluteError": meanAbsoluteError(x, targets)
        case "huber": huber(x, targets, delta: row.arguments["delta"]?.number ?? 1)
        case "maxMargin": maxMargin(x, targets)
        case "binaryCrossEntropy": binaryCrossEntropy(logits: x, targets: targets)
        case "crossEntropy": crossEntropy(logits: x, targets: targets)
        default: nil
        }
    }

    /// What a `Loss` of the same name computes; nil where there is none.
    private static func wrapped(_ row: Row) -> Loss? {
        switch row.name {
        case "meanSquaredError": .meanSquaredError
        case "meanAbsoluteError": .meanAbsoluteError
        case "huber": .huber(delta: row.arguments["delta"]?.number ?? 1)
        case "maxMargin": .maxMargin
        case "binaryCrossEntropy": .binaryCrossEntropy
        case "crossEntropy label": .crossEntropy
        default: nil
        }
    }

    @Test("have PyTorch's numbers and gradients", arguments: Reference.pyTorchNN.losses)
    func pyTorch(_ row: Row) {
        expectPyTorch(row) { Self.loss(of: row, $0) }
        expectPyTorch(row) { Self.loss(of: row, $0, row.targets.map { Value($0.number) }) }
        expectPyTorch(row) { Self.wrapped(row)?($0, row.targets.numbers) }
    }

    private func expectPyTorch(_ row: Row, _ loss: ([Value]) -> Value?) {
        withTape {
            let inputs = row.inputs.map { Value($0.number) }
            guard let loss = loss(inputs) else { return }
            loss.backward()
            #expect(PyTorchNNReference.isClose(loss.data, row.loss.number))
            #expect(PyTorchNNReference.areClose(inputs.map(\.grad), row.grad))
        }
    }

    // MARK: Others

    private static let targeted: [(name: String, loss: @Sendable ([Value], [Value]) -> Value)] = [
        ("mean squared error", { meanSquaredError($0, $1) }),
        ("mean absolute error", { meanAbsoluteError($0, $1) }),
        ("huber", { huber($0, $1, delta: 0.8) }),
        ("max margin", { maxMargin($0, $1) }),
        ("binary cross entropy", { binaryCrossEntropy(logits: $0, targets: $1) }),
        ("cross entropy", { crossEntropy(logits: $0, targets: $1) }),
    ]

    @Test("have the gradients of finite differences, also in their targets", arguments: targeted.map(\.name))
    func differences(_ name: String) throws {
        let loss = try #require(Self.targeted.first { $0.name == name }).loss
        for point in [[0.3, 0.9], [0.5, -1.2, 0.1, 0.9], [2.0, -0.7, 0.1, 0.6, 0.3, 0.15]] {
            let half = point.count / 2
            expectFiniteDifferences(at: point) { loss(Array($0[..<half]), Array($0[half...])) }
        }
    }

    @Test("agree in a recording, with targets as inputs", arguments: targeted.map(\.name))
    func recordings(_ name: String) throws {
        let loss = try #require(Self.targeted.first { $0.name == name }).loss
        let examples = [
            [0.5, -1, 2, 0, 1, 0], [0, 0, 0, 0.2, 0.3, 0.5], [1_000, -1_000, 3, 0, 1, 0],
            [1, 1, -1, 1, -1, -1], [0.3, 1.8, 0.9, 0.3, 1, 1.9],
        ]
        expectSameInRecording(examples + examples) { [loss(Array($0[..<3]), Array($0[3...]))] }
    }

    @Test("stand in a scope of their name", arguments: targeted.map(\.name))
    func scopes(_ name: String) throws {
        let loss = try #require(Self.targeted.first { $0.name == name }).loss
        withTape {
            let walk = GraphWalk(from: loss([Value(1), Value(2)], [Value(1), Value(0)]))
            #expect(walk.scopes.map(\.name) == [name])
        }
    }

    @Test("do not overflow at 1,000, in number or gradient")
    func large() {
        withTape {
            let losses: [([Value]) -> Value] = [
                { crossEntropy(logits: $0, label: 1) }, { crossEntropy(logits: [$0, $0], labels: [0, 1]) },
                { crossEntropy(logits: $0, targets: [0.5, 0.5, 0]) },
                { binaryCrossEntropy(logits: $0, targets: [0, 1, 1]) },
            ]
            for loss in losses {
                let logits = [Value(1_000), Value(-1_000), Value(999)]
                let result = loss(logits)
                result.backward()
                #expect(result.data > 300 && result.data < 2_100)
                #expect(logits.allSatisfy { abs($0.grad) <= 1 })
            }
        }
    }

    @Test("of classes are what the formulas give by hand")
    func byHand() {
        withTape {
            // -ln(e³ / (e + e² + e³)).
            let loss = crossEntropy(logits: [Value(1), Value(2), Value(3)], label: 2)
            #expect(abs(loss.data - 0.40760596444438) < 1e-12)
            // Two of three points are beyond the margin: (0 + 0 + 0.75) / 3.
            #expect(maxMargin([Value(2), Value(-3), Value(0.25)], [1, -1, 1]).data == 0.25)
        }
    }

    @Test("take integer literals as targets")
    func literals() {
        withTape {
            #expect(meanSquaredError([Value(3), Value(1)], [1, 0]).data == 2.5)
            #expect(crossEntropy(logits: [Value(0), Value(0)], targets: [1, 0]).data == 0.6931471805599453)
        }
    }

    @Test("add a penalty of 0 where there are no parameters")
    func noParameters() {
        withTape {
            #expect(l2Penalty([], strength: 1).data == 0 && l1Penalty([], strength: 1).data == 0)
        }
    }

    @Test("can be made of a closure")
    func custom() {
        withTape {
            let loss = Loss { outputs, target in (outputs[0] - target[0]) ** 4 }
            #expect(loss([Value(3)], [1]).data == 16)
            #expect(Loss.huber()([Value(3)], [1]).data == 1.5)
        }
    }
}
