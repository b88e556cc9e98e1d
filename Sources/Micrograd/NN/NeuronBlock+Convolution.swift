extension NeuronBlock {
    /// Records a neuron for each kernel and each window of an image; returns the index of the first output.
    ///
    /// The outputs stand on the tape window by window, those of all kernels side by side.
    func convolve(_ image: Values, _ grid: WindowGrid, on state: TapeState.Reference) -> Int {
        let weights = firstWeight.position..<firstWeight.position + parameterCount
        let isSeparate = image.elements.withUnsafeBufferPointer { values in
            TapeState.checkOperands(values, on: state, with: firstWeight)
            return OperandList.areDistinct(values, outside: weights)
        }
        let first = state.pointee.count
        grid.forEachWindow { row, column in
            let start = state.pointee.listedOperands.count
            TapeState.checkListed(start + inputCount)
            for channel in 0..<grid.channels {
                grid.forEachElement(channel: channel, row, column) {
                    state.pointee.listedOperands.push(image.elements[$0].index)
                }
            }
            _ = TapeState.recordNeurons(
                on: state, firstWeight: weights.lowerBound, rows: neuronCount,
                inputs: OperandList(
                    start: UInt32(truncatingIfNeeded: start), isListed: true, isSeparate: isSeparate),
                columns: inputCount, activation: activation, firstInstance: firstInstance)
        }
        return first
    }
}
