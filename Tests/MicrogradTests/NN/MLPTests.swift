import Foundation
import Micrograd
import Testing

@Suite("An MLP")
struct MLPTests {
    @Test(
        "has a weight for each input and a bias for each neuron",
        arguments: [(3, [4, 4, 1], 41), (2, [16, 16, 1], 337), (1, [1], 2), (784, [2, 10], 1_600)])
    func parameterCount(inputs: Int, outputs: [Int], count: Int) {
        withTape {
            #expect(MLP(inputs, outputs).parameters.count == count)
        }
    }

    @Test("draws its weights layer by layer, neuron by neuron, with labels")
    func parameterOrder() {
        withTape {
            let model = MLP(2, [3, 1], seed: 1337)
            let parameters = model.layers.flatMap { $0.neurons.flatMap { $0.weights + [$0.bias] } }
            var random = RandomStream(seed: 1337)
            let labels =
                Array(repeating: ["w0", "w1", "b"], count: 3).flatMap { $0 } + ["w0", "w1", "w2", "b"]
            #expect(model.parameters.map(\.label) == labels)
            #expect(model.parameters.map(\.data) == parameters.map(\.data))
            #expect(model.parameters.map(\.data) == labels.map { $0 == "b" ? 0 : random.uniform(-1, 1) })
            #expect(!model.parameters.contains { !$0.isParameter })
        }
    }

    @Test("prints as in micrograd")
    func description() {
        withTape {
            let text = "MLP of [Layer of [TanhNeuron(2), TanhNeuron(2)], Layer of [LinearNeuron(2)]]"
            #expect("\(MLP(2, [2, 1], activation: .tanh))" == text)
        }
    }

    @Test("has a linear last layer")
    func activations() {
        withTape {
            #expect(MLP(2, [2, 2, 1]).layers.map { $0.neurons[0].activation } == [.relu, .relu, .linear])
            #expect(
                MLP(2, [2, 1], activation: .tanh).layers.map { $0.neurons[0].activation } == [.tanh, .linear])
        }
    }

    @Test("learns the moons as micrograd's demo does")
    func moons() throws {
        let points = try readMoons()
        let tape = Tape()
        try tape.use {
            var random = RandomStream(seed: 1337)
            let model = MLP(2, [16, 16, 1], using: &random)
            var steps: [(loss: Double, accuracy: Double)] = []
            for step in 0..<100 {
                withTape {
                    let (loss, accuracy) = loss(of: model, on: points)
                    model.zeroGrad()
                    loss.backward()
                    let rate = 1 - 0.9 * Double(step) / 100
                    for parameter in model.parameters { parameter.data -= rate * parameter.grad }
                    steps.append((loss.data, accuracy))
                }
            }
            #expect(tape.count == 337)
            let first = try #require(steps.first), last = try #require(steps.last)
            // The demo adds gradients in another order from run to run: 1e-9 relative.
            #expect(abs(first.loss / 0.8958441028683222 - 1) < 1e-9)
            #expect(first.accuracy == 0.5)
            #expect(abs(last.loss / 0.010978370135492717 - 1) < 1e-9)
            #expect(last.accuracy == 1)
        }
    }

    /// The max-margin loss plus 1e-4 times the sum of the squared parameters.
    private func loss(of model: MLP, on points: [(x: [Double], label: Double)]) -> (Value, accuracy: Double) {
        let scores = points.map { point in model(point.x.map { Value($0) })[0] }
        let losses = zip(points, scores).map { point, score in (1 + -point.label * score).relu() }
        let dataLoss = losses.dropFirst().reduce(losses[0], +) * (1 / Double(points.count))
        let squares = model.parameters.map { $0 * $0 }
        let regularization = 1e-4 * squares.dropFirst().reduce(squares[0], +)
        let right = zip(points, scores).filter { ($0.label > 0) == ($1.data > 0) }.count
        return (dataLoss + regularization, Double(right) / Double(points.count))
    }

    private func readMoons() throws -> [(x: [Double], label: Double)] {
        var directory = URL(filePath: #filePath)
        for _ in 0..<4 { directory.deleteLastPathComponent() }
        let file = directory.appending(path: "Examples/Data/moons.csv")
        let points = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map {
            line in
            let numbers = line.split(separator: ",").compactMap { Double($0) }
            try #require(numbers.count == 3)
            return (x: Array(numbers.prefix(2)), label: numbers[2])
        }
        try #require(points.count == 100)
        return points
    }
}
