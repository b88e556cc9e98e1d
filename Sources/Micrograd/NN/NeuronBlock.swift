/// The neurons of a layer, whose parameters stand on the tape one after the other, neuron by neuron.
struct NeuronBlock: BitwiseCopyable {
    var firstWeight: Value
    var inputCount: Int
    var neuronCount: Int
    var activation: Activation
    var scope: ScopeIdentity
    /// The number of the first neuron's scope.
    var firstInstance: UInt64

    /// The tape of the parameters, checked as `Value.state` is.
    var state: TapeState.Reference { firstWeight.state }

    /// Records the outputs, and returns where they stand on the tape.
    @inline(__always)
    func callAsFunction(_ inputs: OperandList, count: Int, on state: TapeState.Reference) -> Range<Int> {
        guard count == inputCount else {
            trap("A layer of \(inputCount) inputs was given \(count).")
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
