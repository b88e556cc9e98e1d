import Micrograd
import Testing

/// One of two builds of the same computation, and what could be seen of it on the way.
struct Twin {
    let build: Build
    var random: RandomStream
    /// The values whose data, gradients and ids each look compares.
    private(set) var values: [Value] = []
    fileprivate private(set) var sightings: [Sighting] = []

    fileprivate init(_ build: Build, seed: Int) {
        self.build = build
        random = RandomStream(seed: seed)
    }

    // MARK: What it computes

    mutating func track(_ values: [Value]) -> [Value] {
        self.values += values
        return values
    }

    mutating func track(_ value: Value) -> Value { track([value])[0] }

    mutating func leaf(_ data: Double) -> Value { track(Value(data)) }

    /// Leaves side by side, between -1 and 1.
    mutating func leaves(_ count: Int) -> [Value] { (0..<count).map { _ in leaf(random.uniform(-1, 1)) } }

    mutating func neuron(_ inputCount: Int, _ activation: Activation = .tanh) -> TwinNeuron {
        let neuron = Neuron(inputCount, activation: activation, using: &random)
        neuron.bias.data = random.uniform(-0.5, 0.5)
        values += neuron.parameters
        return TwinNeuron(neuron, build)
    }

    mutating func layer(
        _ inputCount: Int, _ outputCount: Int, _ activation: Activation = .tanh
    ) -> TwinLayer {
        let layer = Layer(inputCount, outputCount, activation: activation, using: &random)
        for neuron in layer.neurons { neuron.bias.data = random.uniform(-0.5, 0.5) }
        values += layer.parameters
        return TwinLayer(layer, build)
    }

    mutating func mlp(
        _ inputCount: Int, _ outputCounts: [Int], _ activation: Activation = .tanh
    ) -> TwinMLP {
        let model = MLP(inputCount, outputCounts, activation: activation, using: &random)
        values += model.parameters
        return TwinMLP(model, build)
    }

    func dot(_ x: [Value], _ y: [Value]) -> Value {
        guard build == .operators else { return Micrograd.dot(x, y) }
        guard let firstX = x.first, let firstY = y.first else { return Value(0) }
        var sum = firstX * firstY
        for (x, y) in zip(x, y).dropFirst() { sum += x * y }
        return sum
    }

    func sum(_ values: [Value]) -> Value {
        guard build == .operators else { return Micrograd.sum(values) }
        guard let first = values.first else { return Value(0) }
        return values.dropFirst().reduce(first, +)
    }

    /// A value to sweep from that gives each of `values` a gradient of its own.
    func loss(of values: [Value]) -> Value {
        var result = values[0] * 0.5
        for (index, value) in values.enumerated().dropFirst() { result += value * (0.5 + Double(index)) }
        return result
    }

    /// Runs `body` in a `withTape`; what it tracks goes away with it.
    mutating func region(_ body: (inout Twin) throws -> Void) rethrows {
        let count = values.count
        try withTape { try body(&self) }
        values.removeSubrange(count...)
    }

    // MARK: What is seen of it

    /// Notes all that walks from `roots` show, and the data and gradients of all tracked values.
    mutating func look(from roots: Value...) { look(at: GraphWalk(from: roots)) }

    mutating func look(at walk: GraphWalk) {
        sightings.append(
            Sighting(
                nodes: walk.map(ExactNode.init), count: walk.count, scopes: walk.scopes, roots: walk.roots,
                backward: walk.backward, ids: values.map(walk.id)))
        lookAtNumbers()
    }

    /// Notes the data and gradients of all tracked values.
    mutating func lookAtNumbers() {
        sightings.append(Sighting(numbers: values.map { [$0.data.exactBits, $0.grad.exactBits] }))
    }

    /// Notes any other answer of the engine.
    mutating func note(_ fact: some CustomStringConvertible) {
        sightings.append(Sighting(fact: fact.description))
    }
}

/// Runs `body` once with each build, on a tape of its own, and expects to see the same.
func expectTwins(
    seed: Int = 1, sourceLocation: SourceLocation = #_sourceLocation, _ body: (inout Twin) throws -> Void
) rethrows {
    let sightings = try Build.allCases.map { build in
        var twin = Twin(build, seed: seed)
        let tape = Tape()
        try tape.use { try body(&twin) }
        return twin.sightings
    }
    #expect(!sightings[0].isEmpty, "Nothing was looked at.", sourceLocation: sourceLocation)
    #expect(sightings[0].count == sightings[1].count, sourceLocation: sourceLocation)
    for (look, (one, other)) in zip(sightings[0], sightings[1]).enumerated() where one != other {
        Issue.record(
            "Seed \(seed), look \(look): \(one.difference(from: other))", sourceLocation: sourceLocation)
        return
    }
}

private struct Sighting: Equatable {
    var nodes: [ExactNode] = []
    var count = 0
    var scopes: [GraphScope] = []
    var roots: [Int] = []
    var backward: GraphBackward?
    var ids: [Int?] = []
    var numbers: [[UInt64]] = []
    var fact = ""

    /// The first difference, in words for the message of a test.
    func difference(from other: Sighting) -> String {
        if let (one, other) = zip(nodes, other.nodes).first(where: { $0 != $1 }) {
            return "\(one.node)\n  by operators is\n\(other.node)"
        }
        if let index = numbers.indices.first(where: { numbers[$0] != other.numbers[$0] }) {
            let pairs = [numbers, other.numbers].map { $0[index].map { Double(bitPattern: $0) } }
            return "tracked value \(index) has data and gradient \(pairs[0]), by operators \(pairs[1])"
        }
        return "\(self)\n  by operators is\n\(other)"
    }
}

/// A node whose numbers count to the last bit, the sign of a zero included.
private struct ExactNode: Equatable {
    var node: GraphNode
    var numbers: [UInt64?]

    init(_ node: GraphNode) {
        self.node = node
        numbers = [node.data.exactBits, node.grad?.exactBits] + node.localDerivatives.map(\.exactBits)
    }
}

extension Double {
    /// The bits of the number; those of one NaN for all.
    var exactBits: UInt64 { isNaN ? Double.nan.bitPattern : bitPattern }
}
