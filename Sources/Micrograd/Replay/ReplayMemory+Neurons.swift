internal import CMicrograd

extension ReplayMemory {
    func runNeurons(_ neurons: ReplayNeurons, tile: Int) {
        let results = data(neurons.results.lowerBound, tile: tile).numbers
        withLayer(neurons) { layer in
            micrograd_batch_sums(
                layer, shared + neurons.firstParameter, data(0, tile: tile).numbers, results)
        }
        neurons.activation.apply(
            to: results, count: neurons.results.count &* blockCount &* Block.scalarCount)
    }

    func sweepNeurons(_ neurons: ReplayNeurons, tile: Int, of program: ReplayProgram) {
        let grads = grads(neurons.results.lowerBound).numbers
        neurons.activation.sweep(
            grads, results: data(neurons.results.lowerBound, tile: tile).numbers,
            count: neurons.results.count &* blockCount &* Block.scalarCount)
        withLayer(neurons) { layer in
            micrograd_batch_weight_grads(
                layer, grads, data(0, tile: tile).numbers, examples(ofTile: tile).count,
                sharedGrads + neurons.firstParameter)
            if neurons.inputs.contains(where: { program.differentiatesVarying[$0] }) {
                micrograd_batch_input_grads(
                    layer, shared + neurons.firstParameter, grads, self.grads(0).numbers)
            }
        }
    }

    @inline(__always)
    private func withLayer(_ neurons: ReplayNeurons, _ body: (UnsafePointer<MicrogradBatchLayer>) -> Void) {
        neurons.inputs.withUnsafeBufferPointer { inputs in
            var layer = MicrogradBatchLayer(
                rows: neurons.results.count, columns: inputs.count, stride: neurons.stride,
                blocks: blockCount,
                inputs: inputs.baseAddress)
            withUnsafePointer(to: &layer, body)
        }
    }
}

extension FusedActivation {
    @inline(__always)
    fileprivate func apply(to numbers: UnsafeMutablePointer<Double>, count: Int) {
        func apply<O: UnaryOperation>(_: O.Type) {
            for index in 0..<count { numbers[index] = O.value(numbers[index]) }
        }
        switch self {
        case .linear: break
        case .relu: apply(Relu.self)
        case .tanh: apply(Tanh.self)
        case .sigmoid: apply(Sigmoid.self)
        }
    }

    /// Replaces the gradients of the outputs by those of the weighted sums.
    @inline(__always)
    fileprivate func sweep(
        _ grads: UnsafeMutablePointer<Double>, results: UnsafeMutablePointer<Double>, count: Int
    ) {
        guard self != .linear else { return }
        for index in 0..<count { grads[index] = grad(grads[index], result: results[index]) }
    }
}
