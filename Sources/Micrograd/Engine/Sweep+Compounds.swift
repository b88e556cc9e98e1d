internal import CMicrograd
internal import MicrogradSupport

extension Sweep {
    /// Adds what the outputs of a compound give to the gradients of its operands, as the operations that it
    /// stands for would one by one, and in their order; returns the index before its first output.
    ///
    /// - Parameter index: The index of the last of its outputs that the sweep has reached.
    @inline(never)
    func sweepCompound<R: Reach>(endingAt index: Int, _: R.Type) -> Int {
        let compound = state.pointee.compounds[nodes[index].firstIndex]
        let first = Int(compound.firstOutput)
        let stride = compound.stride
        withUnsafeTemporaryAllocation(of: MicrogradRow.self, capacity: index &- first &+ 1) { rows in
            guard let rows = rows.baseAddress else { return }
            var count = 0
            var output = index
            while output >= first {
                if output == index || R.takes(output, grad: grads[output], of: self) {
                    let grad = compound.activation.grad(grads[output], result: data[output])
                    (rows + count).initialize(
                        to: MicrogradRow(start: (output &- first) &* stride, grad: grad))
                    count &+= 1
                }
                output &-= 1
            }
            if _fastPath(compound.operandsAreSeparateSpans) {
                let (weights, inputs) = (Int(compound.weights.start), Int(compound.inputs.start))
                micrograd_sweep_rows(
                    rows, count, data + weights, grads + weights, data + inputs, grads + inputs,
                    compound.columnCount)
            } else if compound.kind == .neurons, compound.inputs.isSeparate {
                sweepRows(rows, count, of: compound)
            } else {
                for row in UnsafeBufferPointer(start: rows, count: count) { sweepRow(row, of: compound) }
            }
        }
        return first &- 1
    }

    /// Sweeps rows whose inputs are listed, each once: in a copy side by side.
    @inline(never)
    private func sweepRows(_ rows: UnsafePointer<MicrogradRow>, _ count: Int, of compound: Compound) {
        let columns = compound.columnCount
        guard let listed = state.pointee.listedOperands.elements else { return }
        let indices = listed + Int(compound.inputs.start)
        withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * columns) { copies in
            guard let inputs = copies.baseAddress else { return }
            let inputGrads = inputs + columns
            for column in 0..<columns {
                let index = Int(indices[column])
                (inputs + column).initialize(to: data[index])
                (inputGrads + column).initialize(to: grads[index])
            }
            let weights = Int(compound.weights.start)
            micrograd_sweep_rows(
                rows, count, data + weights, grads + weights, inputs, inputGrads, columns)
            for column in 0..<columns { grads[Int(indices[column])] = inputGrads[column] }
        }
    }

    /// Sweeps a row whose operands stand anywhere, and may be the same.
    @inline(never)
    private func sweepRow(_ gradient: MicrogradRow, of compound: Compound) {
        let (row, grad) = (gradient.start, gradient.grad)
        let columns = compound.columnCount
        for column in (0..<columns).reversed() {
            let input = state.pointee.operand(column, of: compound.inputs)
            guard compound.kind != .sum else {
                grads[input] += grad
                continue
            }
            let weight = state.pointee.operand(row &+ column, of: compound.weights)
            if column == 0, compound.kind == .neurons {
                grads[state.pointee.operand(row &+ columns, of: compound.weights)] += grad
            }
            grads[weight] += grad * data[input] + 0.0
            grads[input] += grad * data[weight] + 0.0
        }
    }
}

extension Compound {
    fileprivate var operandsAreSeparateSpans: Bool {
        @inline(__always) get {
            kind == .neurons && !inputs.isListed
                && (inputs.start >= weights.start &+ rows &* (columns &+ 1)
                    || weights.start >= inputs.start &+ columns)
        }
    }
}

extension FusedActivation {
    /// What a gradient of the output gives to the weighted sum: the output alone tells it.
    @inline(__always)
    func grad(_ grad: Double, result: Double) -> Double {
        switch self {
        case .linear: grad
        case .relu: Relu.gradX(grad, result, result) + 0.0
        case .tanh: Tanh.gradX(grad, result, result) + 0.0
        case .sigmoid: Sigmoid.gradX(grad, result, result) + 0.0
        }
    }
}
