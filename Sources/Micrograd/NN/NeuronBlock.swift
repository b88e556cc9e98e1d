internal import MicrogradSupport

/// The neurons of a layer, whose parameters stand on the tape one after the other, neuron by neuron.
struct NeuronBlock: BitwiseCopyable {
    var firstWeight: Value
    var inputCount: Int
    var neuronCount: Int
    var activation: FusedActivation
    var scope: ScopeIdentity
    /// The number of the first neuron's scope; 0 where they have none of their own.
    var firstInstance: UInt64

    /// The tape of the parameters, checked as `Value.state` is.
    var state: TapeState.Reference { firstWeight.state }

    /// Records the outputs, and returns where they stand on the tape.
    @inline(__always)
    func callAsFunction(_ inputs: OperandList, count: Int, on state: TapeState.Reference) -> Range<Int> {
        guard count == inputCount else {
            trap("A layer of \(inputCount) inputs, shape [\(inputCount)], was given the shape [\(count)].")
        }
        state.pointee.openScope(scope)
        let first = TapeState.recordNeurons(
            on: state, firstWeight: firstWeight.position, rows: neuronCount, inputs: inputs, columns: count,
            activation: activation, firstInstance: firstInstance)
        state.pointee.closeScope()
        return first..<first &+ neuronCount
    }

    /// Returns the operands that `inputs` are, checked to be of the tape.
    func operands(_ inputs: [Value], on state: TapeState.Reference) -> OperandList {
        inputs.withUnsafeBufferPointer { TapeState.operands($0, on: state, with: firstWeight) }
    }
}

// MARK: - Parameters

extension NeuronBlock {
    /// Draws the weights of one neuron after the other; biases are 0.
    ///
    /// - Parameter fanOut: How many outputs an input reaches.
    init(
        inputCount: Int, neuronCount: Int, fanOut: Int, activation: FusedActivation, initializer: Initializer,
        scope: ScopeIdentity, using random: inout some RandomNumberGenerator
    ) {
        var first: Value?
        for _ in 0..<neuronCount {
            for column in 0..<inputCount {
                let data = initializer.weight(fanIn: inputCount, fanOut: fanOut, using: &random)
                let weight = Value.makeParameter(data, label: "w\(column)")
                first = first ?? weight
            }
            _ = Value.makeParameter(0, label: "b")
        }
        guard let first else { trap("A layer needs at least one input and one output.") }
        self.init(
            firstWeight: first, inputCount: inputCount, neuronCount: neuronCount, activation: activation,
            scope: scope, firstInstance: 0)
    }

    var parameterCount: Int { neuronCount * (inputCount + 1) }

    /// As many values as a tape holds.
    static let maximumCount = 1 << 31

    /// Ends the program where a module is to have more parameters than a tape holds, before it makes them.
    ///
    /// - Parameter weights: The sizes whose product is the number of its weights.
    static func checkSize(_ module: String, weights: [Int], biases: Int) {
        guard let count = Values.count(of: weights), count <= maximumCount - min(biases, maximumCount) else {
            trap(
                "\(module) of the sizes \(weights) would have more parameters than the 2,147,483,648 values that a tape can hold."
            )
        }
    }

    /// The parameter at a position of all: of each neuron its weights, then its bias.
    func parameter(_ position: Int) -> Value {
        Value(
            possibleParameter: Value(
                stamp: firstWeight.stamp, index: UInt32(truncatingIfNeeded: firstWeight.position + position)))
    }

    func weight(_ neuron: Int, _ column: Int) -> Value { parameter(neuron * (inputCount + 1) + column) }

    func bias(_ neuron: Int) -> Value { weight(neuron, inputCount) }
}
