import MoonsFloor
import Micrograd

/// The expression of micrograd's README, built and swept; returns what it computed.
@inline(never)
func readmeExpression() -> Double {
    withTape {
        let a = Value(-4.0)
        let b = Value(2.0)
        var c = a + b
        var d = a * b + b ** 3
        c += c + 1
        c += 1 + c + (-a)
        d += d * 2 + (b + a).relu()
        d += 3 * d + (b - a).relu()
        let e = c - d
        let f = e ** 2
        var g = f / 2.0
        g += 10.0 / f
        g.backward()
        return g.data + a.grad + b.grad
    }
}

/// One step of micrograd's moons demo: 100 points, MLP(2, [16, 16, 1]), max-margin loss and L2, one update.
struct Moons {
    static let rate = 0.01

    let model: MLP
    let parameters: [Value]
    private let scalarLayers: [[ScalarNeuron]]
    private let recording: Recording
    private let points: [[Double]]
    private let allPoints: [Double]
    private let labels: [Double]

    init() {
        var random = RandomStream(seed: 1337)
        model = MLP(2, [16, 16, 1], using: &random)
        parameters = model.parameters
        scalarLayers = model.layers.map { $0.neurons.map(ScalarNeuron.init) }
        points = (0..<100).map { _ in [random.uniform(-1, 1), random.uniform(-1, 1)] }
        allPoints = points.flatMap { $0 }
        labels = (0..<100).map { $0 % 2 == 0 ? 1 : -1 }
        recording = Recording(inputs: ["point": 2, "label": 1]) { [model, parameters] inputs in
            let score = model(inputs["point"])[0]
            let loss = (1 - inputs["label"][0] * score).relu()
            return ["loss": [loss + 1e-4 * dot(parameters, parameters)]]
        }
    }

    /// Returns the loss of a step with the package's network: a layer is one operation of the tape.
    @inline(never)
    func step() -> Double {
        withTape {
            let losses = zip(points, labels).map { point, label in (1 + -label * model(point)[0]).relu() }
            let total = sum(losses) * (1 / Double(points.count)) + 1e-4 * dot(parameters, parameters)
            return descend(total)
        }
    }

    /// Returns the loss of a step with one value for each multiplication and addition.
    @inline(never)
    func scalarStep() -> Double {
        withTape {
            var losses = Value(0)
            for (point, label) in zip(points, labels) {
                var values = point.map { Value($0) }
                for layer in scalarLayers { values = layer.map { $0(values) } }
                losses += (1 + -label * values[0]).relu()
            }
            var squares = Value(0)
            for parameter in parameters { squares += parameter * parameter }
            return descend(losses * (1 / Double(points.count)) + 1e-4 * squares)
        }
    }

    /// Returns the loss of a step that replays what was recorded once.
    @inline(never)
    func replayStep() -> Double {
        recording.run(["point": allPoints, "label": labels])
        for parameter in parameters { parameter.zeroGrad() }
        recording.backward(from: "loss", reduction: .mean)
        for parameter in parameters { parameter.data -= Moons.rate * parameter.grad }
        return recording["loss"].reduce(0, +) / Double(labels.count)
    }

    private func descend(_ total: Value) -> Double {
        for parameter in parameters { parameter.zeroGrad() }
        total.backward()
        for parameter in parameters { parameter.data -= Moons.rate * parameter.grad }
        return total.data
    }

    /// The same step by loops written by hand in C.
    func makeFloor() -> Floor {
        Floor(parameters: parameters.map(\.data), points: points.flatMap { $0 }, labels: labels)
    }
}

/// A neuron computed by operators, as micrograd does.
struct ScalarNeuron {
    private let weights: [Value]
    private let bias: Value
    private let activation: Activation

    init(_ neuron: Neuron) {
        weights = neuron.weights
        bias = neuron.bias
        activation = neuron.activation
    }

    func callAsFunction(_ inputs: [Value]) -> Value {
        var sum = bias
        for index in weights.indices { sum += weights[index] * inputs[index] }
        return activation(sum)
    }
}

/// The hand-written loops with their own copy of the parameters.
final class Floor {
    private(set) var parameters: [Double]
    private(set) var gradients: [Double]
    private let points: [Double]
    private let labels: [Double]

    init(parameters: [Double], points: [Double], labels: [Double]) {
        self.parameters = parameters
        self.points = points
        self.labels = labels
        gradients = parameters.map { _ in 0 }
    }

    @inline(never)
    func step() -> Double {
        floor_step(&parameters, &gradients, points, labels, Int32(labels.count), Moons.rate)
    }

    /// The largest difference of loss and gradients of each way of the engine from these after the same step,
    /// relative to 1 or more.
    static func differences() -> [Report.Difference] {
        let ways: [(name: String, step: (Moons) -> Double)] = [
            ("scalar nodes", { $0.scalarStep() }), ("compound nodes", { $0.step() }),
            ("replay", { $0.replayStep() }),
        ]
        return ways.map { name, step in
            let moons = Moons()
            let floor = moons.makeFloor()
            let losses = (step(moons), floor.step())
            let differences = zip(moons.parameters, floor.gradients).map { value, gradient in
                abs(value.grad - gradient) / max(abs(gradient), 1)
            }
            return Report.Difference(
                side: name, largest: max(abs(losses.0 - losses.1), differences.max() ?? 0))
        }
    }
}

/// A chain of `count` additions, of which each depends on the one before.
@inline(never)
func chain(_ count: Int) -> Value {
    var sum = Value(0)
    for _ in 0..<count { sum += 1 }
    return sum
}
