import Micrograd

/// How a test builds a computation: with nodes that stand for many operations, or one operator at a time.
enum Build: CaseIterable {
    case compounds, operators
}

/// A neuron, or its formula by operators over the same parameters, in a scope of the same name.
struct TwinNeuron {
    let neuron: Neuron
    /// Nil for the neuron itself.
    private let operatorScope: ScopeIdentity?

    init(_ neuron: Neuron, _ build: Build, name: String = "neuron") {
        self.neuron = neuron
        operatorScope = build == .operators ? ScopeIdentity(kind: "neuron", name: name) : nil
    }

    func callAsFunction(_ inputs: [Value]) -> Value {
        guard let operatorScope else { return neuron(inputs) }
        return withScope(operatorScope) {
            var sum = neuron.bias
            for (weight, input) in zip(neuron.weights, inputs) { sum += weight * input }
            return neuron.activation(sum)
        }
    }
}

/// A layer, or its neurons by operators, one after the other.
struct TwinLayer {
    let layer: Layer
    let neurons: [TwinNeuron]
    private let operatorScope: ScopeIdentity?

    init(_ layer: Layer, _ build: Build, name: String = "layer") {
        self.layer = layer
        neurons = layer.neurons.enumerated().map { TwinNeuron($1, build, name: "neuron \($0)") }
        operatorScope = build == .operators ? ScopeIdentity(kind: "layer", name: name) : nil
    }

    func callAsFunction(_ inputs: [Value]) -> [Value] {
        guard let operatorScope else { return layer(inputs) }
        return withScope(operatorScope) { neurons.map { $0(inputs) } }
    }
}

/// A network, or its layers by operators, one after the other.
struct TwinMLP {
    let model: MLP
    let layers: [TwinLayer]
    private let operatorScope: ScopeIdentity?

    init(_ model: MLP, _ build: Build) {
        self.model = model
        layers = model.layers.enumerated().map { TwinLayer($1, build, name: "layer \($0)") }
        operatorScope = build == .operators ? ScopeIdentity(kind: "mlp", name: "mlp") : nil
    }

    func callAsFunction(_ inputs: [Value]) -> [Value] {
        guard let operatorScope else { return model(inputs) }
        return withScope(operatorScope) { layers.reduce(inputs) { $1($0) } }
    }

    func callAsFunction(_ inputs: [Double]) -> [Value] {
        operatorScope == nil ? model(inputs) : self(inputs.map { Value($0) })
    }
}

extension Activation {
    /// Those that neurons compute as part of their compound.
    static let ofCompounds: [Activation] = [.linear, .relu, .tanh, .sigmoid]
}
