extension TapeState {
    /// Records a neuron for each kernel and each window of an image; returns the index of the first output.
    ///
    /// The outputs stand on the tape window by window, those of all kernels side by side.
    static func recordConvolution(
        _ block: NeuronBlock, of image: Values, _ grid: WindowGrid, on state: Reference
    ) -> Int {
        let weights = block.firstWeight.position..<block.firstWeight.position + block.parameterCount
        let isSeparate = image.elements.withUnsafeBufferPointer { values in
            checkOperands(values, on: state, with: block.firstWeight)
            return areDistinct(values, outside: weights)
        }
        let first = state.pointee.count
        grid.forEachWindow { row, column in
            let start = state.pointee.listedOperands.count
            checkListed(start + block.inputCount)
            for channel in 0..<grid.channels {
                grid.forEachElement(channel: channel, row, column) {
                    state.pointee.listedOperands.push(image.elements[$0].index)
                }
            }
            _ = recordNeurons(
                on: state, firstWeight: weights.lowerBound, rows: block.neuronCount,
                inputs: OperandList(
                    start: UInt32(truncatingIfNeeded: start), isListed: true, isSeparate: isSeparate),
                columns: block.inputCount, activation: block.activation, firstInstance: block.firstInstance)
        }
        return first
    }

    /// Whether no value stands twice in a list, or in a span of the tape.
    private static func areDistinct(_ values: UnsafeBufferPointer<Value>, outside span: Range<Int>) -> Bool {
        guard let first = values.first else { return true }
        var (least, largest) = (first.position, first.position)
        for value in values {
            least = min(least, value.position)
            largest = max(largest, value.position)
        }
        guard largest < span.lowerBound || least >= span.upperBound else { return false }
        // Far apart they are not worth the memory: the sweep then takes them one by one.
        guard largest - least < 64 * values.count else { return false }
        return withUnsafeTemporaryAllocation(of: Bool.self, capacity: largest - least + 1) { isTaken in
            isTaken.initialize(repeating: false)
            for value in values {
                if isTaken[value.position - least] { return false }
                isTaken[value.position - least] = true
            }
            return true
        }
    }
}
