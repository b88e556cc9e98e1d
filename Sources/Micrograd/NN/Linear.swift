internal import MicrogradSupport

/// A fully connected layer: `yᵢ = bᵢ + wᵢ₀·x₀ + wᵢ₁·x₁ + …`.
///
/// Each output is one node of the tape; pictures show the products and sums that it stands for.
public struct Linear: Model {
    private(set) var block: NeuronBlock

    /// Makes a layer whose weights are drawn output by output; biases start at 0.
    ///
    /// - Parameters:
    ///   - inputCount: The number of inputs, at least 1.
    ///   - outputCount: The number of outputs, at least 1.
    ///   - initializer: How the weights start; `kaimingUniform` by default.
    ///   - name: That of its scope in pictures.
    ///   - random: Where the weights are drawn from.
    public init(
        _ inputCount: Int, _ outputCount: Int, initializer: Initializer = .kaimingUniform,
        name: String = "linear", using random: inout some RandomNumberGenerator
    ) {
        guard inputCount > 0, outputCount > 0 else {
            trap("A Linear needs at least one input and one output (got \(inputCount) and \(outputCount)).")
        }
        NeuronBlock.checkSize("A Linear", weights: [inputCount, outputCount], biases: outputCount)
        block = NeuronBlock(
            inputCount: inputCount, neuronCount: outputCount, fanOut: outputCount, activation: .linear,
            initializer: initializer,
            scope: ScopeIdentity(kind: "linear", name: name, on: TapeState.current), using: &random)
    }

    /// Makes a layer whose weights come from the stream of `seed`: two layers of one seed start alike.
    public init(
        _ inputCount: Int, _ outputCount: Int, initializer: Initializer = .kaimingUniform,
        name: String = "linear", seed: Int = 0
    ) {
        var random = RandomStream(seed: seed)
        self.init(inputCount, outputCount, initializer: initializer, name: name, using: &random)
    }

    /// The weights, shape [outputs][inputs].
    public var weights: [[Value]] {
        (0..<block.neuronCount).map { row in (0..<block.inputCount).map { block.weight(row, $0) } }
    }

    /// One for each output.
    public var biases: [Value] { (0..<block.neuronCount).map(block.bias) }

    /// Returns the outputs, shape [outputs], for inputs of shape [inputs].
    public func callAsFunction(_ inputs: Values) -> Values {
        let inputs = inputs.list(for: "A Linear", of: block.inputCount)
        let state = block.state
        let outputs = block(block.operands(inputs, on: state), count: inputs.count, on: state)
        return Values(state.pointee.values(outputs))
    }

    /// Returns a layer with parameters of its own, of the same numbers.
    public func copy() -> Linear {
        var copy = self
        copy.block = block.copy()
        return copy
    }

    /// Output by output `weight.i.j`, then `bias.i`.
    public var parts: [ModulePart] {
        let count = block.inputCount
        return [
            ModulePart(block) { position in
                let (row, column) = position.quotientAndRemainder(dividingBy: count + 1)
                return column == count ? "bias.\(row)" : "weight.\(row).\(column)"
            }
        ]
    }
}
