import Micrograd
import Testing

@Suite("Random computations")
struct CompoundScenarioTests {
    @Test("are the same with compounds and with operators, at each step", arguments: 0..<16)
    func scenarios(block: Int) {
        for seed in block * 20..<block * 20 + 20 {
            expectTwins(seed: seed) { twin in
                var scenario = CompoundScenario(seed: seed)
                scenario.begin(&twin)
                scenario.run(&twin, steps: 24, depth: 0)
            }
        }
    }
}

/// Random steps, which depend on the seed alone and so are the same for both builds.
private struct CompoundScenario {
    private static let oddNumbers = [Double.nan, .infinity, -.infinity, -0.0, 0, 1e300]

    private var random: RandomStream
    /// Whether NaN and its like may occur: they spread, and hide other differences.
    private let hasOddNumbers: Bool
    private var neurons: [TwinNeuron] = []
    private var layers: [TwinLayer] = []
    private var models: [TwinMLP] = []

    init(seed: Int) {
        random = RandomStream(seed: seed + 1_000_000)
        hasOddNumbers = seed.isMultiple(of: 6)
    }

    private mutating func below(_ bound: Int) -> Int { Int(random.random() * Double(bound)) }

    private mutating func any<Element>(of list: [Element]) -> Element { list[below(list.count)] }

    private mutating func number() -> Double {
        hasOddNumbers && below(3) == 0 ? any(of: Self.oddNumbers) : random.uniform(-1.5, 1.5)
    }

    mutating func begin(_ twin: inout Twin) {
        _ = twin.leaves(3)
        neurons.append(twin.neuron(1 + below(3), any(of: Activation.ofCompounds)))
        layers.append(twin.layer(1 + below(4), 1 + below(9), any(of: Activation.ofCompounds)))
        models.append(twin.mlp(2, [1 + below(3), 2], any(of: Activation.ofCompounds)))
    }

    mutating func run(_ twin: inout Twin, steps: Int, depth: Int) {
        for _ in 0..<steps {
            switch below(32) {
            case 0: _ = twin.leaf(number())
            case 1..<5: operate(&twin)
            case 5..<14: useList(&twin)
            case 14: makeModule(&twin)
            case 15..<18: any(of: twin.values).data = number()
            case 18: any(of: twin.values).grad = number()
            case 19: any(of: twin.values).zeroGrad()
            case 20: for value in twin.values { value.zeroGrad() }
            case 21..<25: any(of: twin.values).backward()
            case 25: any(of: twin.values).label = "label \(below(10))"
            case 26: ask(&twin)
            case 27 where depth < 3:
                withScope("part \(below(2))") { run(&twin, steps: 4, depth: depth + 1) }
            case 28..<30 where depth < 3: region(&twin, depth: depth)
            default: look(&twin)
            }
        }
        look(&twin)
    }

    private mutating func region(_ twin: inout Twin, depth: Int) {
        let counts = (neurons.count, layers.count, models.count)
        twin.region { twin in
            run(&twin, steps: 8, depth: depth + 1)
        }
        neurons.removeSubrange(counts.0...)
        layers.removeSubrange(counts.1...)
        models.removeSubrange(counts.2...)
        look(&twin)
    }

    // MARK: Recording

    private mutating func operate(_ twin: inout Twin) {
        let x = any(of: twin.values), y = any(of: twin.values)
        switch below(6) {
        case 0: _ = twin.track((x + y) * 0.5)
        case 1: _ = twin.track(x * y)
        case 2: _ = twin.track(x.tanh())
        case 3: _ = twin.track(max(x, y))
        case 4: _ = twin.track(0.5 - x)
        default: _ = twin.track(x - y)
        }
    }

    private mutating func makeModule(_ twin: inout Twin) {
        switch below(3) {
        case 0: neurons.append(twin.neuron(1 + below(10), any(of: Activation.ofCompounds)))
        case 1: layers.append(twin.layer(1 + below(10), 1 + below(10), any(of: Activation.ofCompounds)))
        default: models.append(twin.mlp(1 + below(3), [1 + below(3), 1 + below(3)]))
        }
    }

    private mutating func useList(_ twin: inout Twin) {
        switch below(6) {
        case 0:
            let neuron = any(of: neurons)
            _ = twin.track(neuron(list(neuron.neuron.weights.count, of: twin)))
        case 1, 2:
            let layer = any(of: layers)
            let inputs = list(layer.layer.neurons[0].weights.count, of: twin)
            _ = twin.track(below(5) == 0 ? [any(of: layer.neurons)(inputs)] : layer(inputs))
        case 3:
            let model = any(of: models)
            let count = model.model.layers[0].neurons[0].weights.count
            if below(2) == 0 {
                _ = twin.track(model(list(count, of: twin)))
            } else {
                _ = twin.track(model((0..<count).map { _ in number() }))
            }
        case 4:
            let count = 1 + below(5)
            _ = twin.track(twin.dot(list(count, of: twin), list(count, of: twin)))
        default:
            _ = twin.track(twin.sum(list(2 + below(5), of: twin)))
        }
    }

    /// Values side by side, from here and there, or all the same.
    private mutating func list(_ count: Int, of twin: Twin) -> [Value] {
        switch below(4) {
        case 0 where count <= twin.values.count, 1 where count <= twin.values.count:
            let start = below(twin.values.count - count + 1)
            return Array(twin.values[start..<start + count])
        case 2: return Array(repeating: any(of: twin.values), count: count)
        default: return (0..<count).map { _ in any(of: twin.values) }
        }
    }

    // MARK: Asking

    private mutating func look(_ twin: inout Twin) {
        if below(2) == 0 {
            twin.look(from: any(of: twin.values))
        } else {
            twin.look(at: GraphWalk(from: (0..<3).map { _ in any(of: twin.values) }))
        }
    }

    private mutating func ask(_ twin: inout Twin) {
        let values = (0..<6).map { _ in any(of: twin.values) }
        let unused = Value.unused(among: values)
        twin.note("\(unused.map { value in values.firstIndex { $0.position == value.position } ?? -1 })")
        var uses: Set<Int> = []
        Value.forEachUse(inGraphOf: [any(of: twin.values)]) { operand, _ in uses.insert(operand) }
        for value in values { twin.note("\(uses.contains(value.position))") }
    }
}
