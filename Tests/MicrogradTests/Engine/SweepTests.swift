import Micrograd
import Testing

@Suite("backward()")
struct BackwardTests {
    @Test("goes through sums of products, one of them added to itself, as often as it is called")
    func sumsOfProducts() {
        withTape {
            let a = Value(2), b = Value(3), c = Value(5)
            let p = a * b
            let twice = p + p
            let q = a * c
            let y = twice + q
            for call in 1...3 {
                y.backward()
                let calls = Double(call)
                #expect([a.grad, b.grad, c.grad] == [11 * calls, 4 * calls, 2 * calls])
                #expect([p.grad, twice.grad, q.grad] == [2, 1, 1])
            }
            var sum = a
            for x in [b, c, b] { sum += x * a }
            sum += sum * a
            a.zeroGrad()
            sum.backward()
            sum.backward()
            // sum = (a + 11 a)(1 + a): 12 + 24 a.
            #expect(a.grad == 2 * 60)
        }
    }

    @Test("adds up at leaves over several calls, until zeroGrad()")
    func leavesAccumulate() {
        withTape {
            let x = Value(3)
            let y = x * x
            y.backward()
            #expect(x.grad == 6)
            y.backward()
            #expect(x.grad == 12)
            x.zeroGrad()
            y.backward()
            #expect(x.grad == 6)
        }
    }

    @Test("starts the values in between afresh")
    func innerNodesStartAfresh() {
        withTape {
            let x = Value(3)
            let square = x * x
            let y = square * 5.0
            y.backward()
            y.backward()
            #expect((square.grad, y.grad) == (5, 1))
            #expect(x.grad == 60)
        }
    }

    @Test("of a second root over a shared part gives leaves the sum of both")
    func sharedPart() {
        withTape {
            let x = Value(2)
            let shared = x * x
            let first = shared * 3.0
            let second = shared * 7.0 + x
            first.backward()
            #expect((x.grad, shared.grad) == (12, 3))
            second.backward()
            #expect((x.grad, shared.grad) == (12 + 29, 7))
            #expect(first.grad == 1, "the first root is no part of the second, and keeps what it had")
        }
    }

    @Test("of a root that depends on the first starts that one afresh")
    func rootOverRoot() {
        withTape {
            let x = Value(2)
            let first = x * 3.0
            let second = first * first
            first.backward()
            second.backward()
            #expect((first.grad, x.grad) == (12, 3 + 36))
            first.backward()
            #expect((first.grad, second.grad, x.grad) == (1, 1, 3 + 36 + 3))
        }
    }

    @Test("leaves alone what the root does not depend on")
    func othersKeep() {
        withTape {
            let x = Value(2), other = Value(5)
            let aside = other * 2.0
            aside.backward()
            let y = x * 4.0
            let later = y * other
            y.backward()
            #expect((other.grad, aside.grad) == (2, 1))
            #expect((x.grad, later.grad) == (4, 0))
        }
    }

    @Test("on a leaf adds 1 to its gradient")
    func leaf() {
        withTape {
            let before = Value(1)
            _ = before * 2.0
            let x = Value(3)
            x.backward()
            x.backward()
            #expect((x.grad, before.grad) == (2, 0))
            let y = x * 2.0
            y.backward()
            #expect(x.grad == 4)
        }
    }

    @Test("counts a value once for each place that it is used in")
    func repeatedOperands() {
        withTape {
            let x = Value(3)
            (x * x).backward()
            #expect(x.grad == 6)
            x.zeroGrad()
            (x + x).backward()
            #expect(x.grad == 2)
            x.zeroGrad()
            (x - x).backward()
            #expect(x.grad == 0)
            x.zeroGrad()
            (x / x).backward()
            #expect(x.grad == 0)
            x.zeroGrad()
            max(x, x).backward()
            #expect(x.grad == 1)
        }
    }

    @Test("joins the branches of a diamond", arguments: [1, 2, 10, 60])
    func diamonds(depth: Int) {
        withTape {
            let x = Value(1)
            var y = x
            for _ in 0..<depth { y = y * 0.5 + y * 1.5 }
            y.backward()
            #expect(y.data == Double(sign: .plus, exponent: depth, significand: 1))
            #expect(x.grad == y.data, "each of \(depth) diamonds doubles")
        }
    }

    @Test("forgets a gradient that was set on a value in between, and keeps one set elsewhere")
    func setGradients() {
        withTape {
            let x = Value(2)
            let inner = x * 3.0
            let aside = x * 5.0
            let y = inner * inner
            inner.grad = 100
            aside.grad = 7
            x.grad = 1000
            y.backward()
            #expect((inner.grad, aside.grad) == (12, 7))
            #expect(x.grad == 1000 + 36, "a leaf adds to what was set")
            inner.grad = .nan
            y.backward()
            #expect(x.grad == 1036 + 36)
        }
    }

    @Test("forgets a gradient that was set on the root itself")
    func setGradientOfRoot() {
        withTape {
            let x = Value(2)
            let y = x * 3.0
            y.grad = 50
            y.backward()
            #expect((y.grad, x.grad) == (1, 3))
        }
    }

    @Test("passes through an inner value whose gradient was removed")
    func zeroGradInside() {
        withTape {
            let x = Value(2)
            let inner = x * 3.0
            let y = inner * inner
            y.backward()
            inner.zeroGrad()
            y.zeroGrad()
            #expect((inner.grad, y.grad) == (0, 0))
            y.backward()
            #expect((inner.grad, x.grad) == (12, 72))
        }
    }

    @Test("keeps a gradient of 0 that a value got, where one that it did not get is nil")
    func zeroIsAGradient() {
        withTape {
            let x = Value(2), unused = Value(3)
            let y = x * 0.0
            y.backward()
            let walk = GraphWalk(from: [y, unused])
            #expect(Array(walk).map(\.grad) == [0, nil, 2, 1])
            y.backward()
            #expect(x.grad == 0)
        }
    }

    @Test("in a region sweeps values that were made before it")
    func innerNodesBelowRegion() {
        withTape {
            let x = Value(2), other = Value(10)
            let square = x * x
            let aside = other * 4.0
            let deep = square + aside
            for step in 1...3 {
                withTape {
                    let y = square * Double(step)
                    y.backward()
                    #expect(square.grad == Double(step))
                }
            }
            #expect(x.grad == 4 + 8 + 12)
            #expect((deep.grad, aside.grad, other.grad) == (0, 0, 0))
            deep.backward()
            #expect((square.grad, aside.grad, x.grad, other.grad) == (1, 1, 28, 4))
        }
    }

    @Test("passes by a layer that the root does not depend on", arguments: 1...11)
    func layerAside(inputCount: Int) {
        withTape {
            let x = Value(0)
            let inputs = (0..<inputCount).map { _ in x.sqrt() }
            let outputs = Layer(inputCount, 3, seed: 1)(inputs)
            let y = x * 2.0
            y.backward()
            // A gradient of 0 would become NaN at sqrt, whose derivative is infinite here.
            #expect(x.grad == 2)
            let walk = GraphWalk(from: outputs)
            #expect(walk.filter { $0.grad != nil }.map(\.id) == [walk.id(of: x)])
        }
    }

    @Test("goes through a chain of a million values")
    func deepChain() {
        withTape {
            let x = Value(1)
            var y = x
            for _ in 0..<1_000_000 { y = y + 1.0 }
            y.backward()
            #expect((y.data, x.grad) == (1_000_001, 1))
            y.backward()
            #expect(x.grad == 2)
        }
    }

    @Test("follows its rules on random graphs, whatever happens between the calls", arguments: 0..<40)
    func randomGraphs(seed: Int) throws {
        try withTape {
            var scenario = BackwardScenario(seed: seed)
            try scenario.run(steps: 120, depth: 0)
            #expect(scenario.sweepCount > 10)
        }
    }
}

/// Values beside a model of them, whose gradients follow the documented rules by the shortest way.
private struct BackwardScenario {
    private struct Model {
        var operation: Value.Operation?
        var operands: [Int]
        var data: Double
        var grad: Double?
    }

    private(set) var sweepCount = 0
    private var random: RandomStream
    private var values: [Value] = []
    private var models: [Model] = []

    init(seed: Int) {
        random = RandomStream(seed: seed)
        for _ in 0..<3 { addLeaf() }
    }

    private mutating func below(_ bound: Int) -> Int { Int(random.random() * Double(bound)) }

    mutating func run(steps: Int, depth: Int) throws {
        for _ in 0..<steps {
            switch below(20) {
            case 0..<9: addNode()
            case 9: addLeaf()
            case 10..<15: backward()
            case 15:
                let index = below(values.count)
                values[index].zeroGrad()
                models[index].grad = nil
            case 16:
                let index = below(values.count)
                values[index].grad = 2
                models[index].grad = 2
            case 17:
                let index = below(values.count)
                values[index].data = 0.25
                models[index].data = 0.25
            default:
                guard depth < 3 else { continue }
                let count = values.count
                try withTape { try run(steps: 12, depth: depth + 1) }
                values.removeSubrange(count...)
                models.removeSubrange(count...)
            }
            for (value, model) in zip(values, models) {
                try #require(value.data == model.data)
                try #require(value.grad == model.grad ?? 0)
            }
            let walked = GraphWalk(from: values).filter { !$0.isConstant }.map(\.grad)
            try #require(walked == models.map(\.grad))
        }
    }

    private mutating func addLeaf() {
        let data = random.uniform(-1, 1)
        values.append(Value(data))
        models.append(Model(operation: nil, operands: [], data: data, grad: nil))
    }

    private mutating func addNode() {
        let x = below(values.count), y = below(values.count)
        let operations: [Value.Operation] = [.add, .subtract, .multiply, .negate, .maximum]
        let operation = operations[below(operations.count)]
        let (one, other) = (models[x].data, models[y].data)
        let isConstant = below(3) == 0
        let operands = operation == .negate || isConstant ? [x] : [x, y]
        let data: Double
        switch operation {
        case .subtract:
            values.append(isConstant ? values[x] - 0.5 : values[x] - values[y])
            data = one - (isConstant ? 0.5 : other)
        case .multiply:
            values.append(isConstant ? values[x] * 0.5 : values[x] * values[y])
            data = one * (isConstant ? 0.5 : other)
        case .negate:
            values.append(-values[x])
            data = -one
        case .maximum:
            values.append(isConstant ? max(values[x], 0.5) : max(values[x], values[y]))
            data = max(one, isConstant ? 0.5 : other)
        default:
            values.append(isConstant ? values[x] + 0.5 : values[x] + values[y])
            data = one + (isConstant ? 0.5 : other)
        }
        models.append(Model(operation: operation, operands: operands, data: data, grad: nil))
    }

    private mutating func backward() {
        sweepCount += 1
        let root = below(values.count)
        values[root].backward()

        var isReached = [Bool](repeating: false, count: models.count)
        isReached[root] = true
        for index in stride(from: root, through: 0, by: -1) where isReached[index] {
            for operand in models[index].operands { isReached[operand] = true }
            if models[index].operation != nil { models[index].grad = nil }
        }
        models[root].grad = (models[root].grad ?? 0) + 1
        for index in stride(from: root, through: 0, by: -1) where isReached[index] {
            let node = models[index]
            let grad = node.grad ?? 0
            let x = node.operands.first.map { models[$0].data } ?? 0
            let y = node.operands.count == 2 ? models[node.operands[1]].data : 0.5
            let derivatives: [Double]
            switch node.operation {
            case .subtract: derivatives = [1, -1]
            case .multiply: derivatives = [y, x]
            case .negate: derivatives = [-1]
            case .maximum: derivatives = x == y ? [0.5, 0.5] : [x > y ? 1 : 0, x > y ? 0 : 1]
            default: derivatives = [1, 1]
            }
            for (operand, derivative) in zip(node.operands, derivatives) {
                models[operand].grad = (models[operand].grad ?? 0) + grad * derivative
            }
        }
    }
}
