/// A multi-layer perceptron with the defaults of karpathy/micrograd: relu, but for a linear last layer.
///
///     let model = MLP(3, [4, 4, 1])
///     let y = model([Value(1), Value(2), Value(3)])[0]
public struct MLP: Module {
    /// At least one, from the inputs to the outputs.
    public let layers: [Layer]

    private let scope: ScopeIdentity

    /// Makes a network whose layers draw their weights one after the other.
    ///
    /// - Parameters:
    ///   - inputCount: The number of inputs, at least 1.
    ///   - outputCounts: The number of neurons of each layer; at least one layer.
    ///   - activation: That of all layers but the last, which is linear; relu by default.
    ///   - random: Where the weights are drawn from.
    public init(
        _ inputCount: Int, _ outputCounts: [Int], activation: Activation = .relu,
        using random: inout RandomStream
    ) {
        guard !outputCounts.isEmpty else { trap("An MLP needs at least one layer.") }
        let sizes = [inputCount] + outputCounts
        layers = outputCounts.indices.map { index in
            Layer(
                sizes[index], sizes[index + 1],
                activation: index == outputCounts.count - 1 ? .linear : activation,
                name: "layer \(index)", using: &random)
        }
        scope = ScopeIdentity(kind: "mlp", name: "mlp")
    }

    /// Makes a network whose weights come from the stream of `seed`.
    public init(_ inputCount: Int, _ outputCounts: [Int], activation: Activation = .relu, seed: Int = 0) {
        var random = RandomStream(seed: seed)
        self.init(inputCount, outputCounts, activation: activation, using: &random)
    }

    /// Returns the outputs of the last layer.
    public func callAsFunction(_ inputs: [Value]) -> [Value] {
        withScope(scope, on: layers[0].neurons[0].bias.state) {
            var values = inputs
            for layer in layers { values = layer(values) }
            return values
        }
    }

    /// The parameters of all layers, first to last.
    public var parameters: [Value] { layers.flatMap(\.parameters) }
}
