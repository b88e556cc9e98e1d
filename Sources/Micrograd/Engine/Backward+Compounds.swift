extension TapeState {
    /// Adds what the outputs of a compound give to the gradients of its operands, as the operations that it
    /// stands for would one by one, and in their order; returns the index before its first output.
    ///
    /// - Parameter index: The index of one of its outputs, the last that a sweep can have reached.
    @inline(never)
    func sweepCompound(endingAt index: Int, where isReached: (Int) -> Bool) -> Int {
        let compound = compounds[nodes[index].firstIndex]
        let first = Int(compound.firstOutput)
        let stride = compound.stride
        withUnsafeTemporaryAllocation(of: RowGradient.self, capacity: index &- first &+ 1) { rows in
            guard let rows = rows.baseAddress else { return }
            var count = 0
            var output = index
            while output >= first {
                if isReached(output) {
                    let grad = compound.activation.grad(grads[output], result: data[output])
                    (rows + count).initialize(to: RowGradient(start: (output &- first) &* stride, grad: grad))
                    count &+= 1
                }
                output &-= 1
            }
            guard count > 0 else { return }
            let reached = UnsafeBufferPointer(start: rows, count: count)
            if _fastPath(compound.operandsAreSeparateSpans) {
                sweepNeurons(reached, of: compound)
            } else {
                for row in reached { sweepRow(row, of: compound) }
            }
        }
        return first &- 1
    }

    /// Sweeps neurons whose inputs stand side by side, and whose parameters do too: some columns of all rows
    /// at a time, so that the gradients of the inputs stay in registers.
    @inline(__always)
    private func sweepNeurons(_ rows: UnsafeBufferPointer<RowGradient>, of compound: Compound) {
        let columns = compound.columnCount
        let weights = Int(compound.weights.start), inputs = Int(compound.inputs.start)
        for row in rows { grads[weights &+ row.start &+ columns] += row.grad }
        var column = 0
        while column &+ 8 <= columns {
            sweep(rows, SIMD8<Double>.self, input: inputs &+ column, weight: weights &+ column)
            column &+= 8
        }
        while column &+ 2 <= columns {
            sweep(rows, SIMD2<Double>.self, input: inputs &+ column, weight: weights &+ column)
            column &+= 2
        }
        guard column < columns else { return }
        for row in rows {
            let (input, weight) = (inputs &+ column, weights &+ row.start &+ column)
            grads[weight] += row.grad * data[input] + 0.0
            grads[input] += row.grad * data[weight] + 0.0
        }
    }

    @inline(__always)
    private func sweep<Block: SIMD<Double>>(
        _ rows: UnsafeBufferPointer<RowGradient>, _: Block.Type, input: Int, weight: Int
    ) {
        let inputs = load(Block.self, from: data + input)
        // From here on no sum can be negative zero: see `Gradient.none`.
        var inputGrads = load(Block.self, from: grads + input) + 0.0
        for row in rows {
            let weight = weight &+ row.start
            let weightGrads = load(Block.self, from: grads + weight)
            store(weightGrads + (row.grad * inputs + 0.0), to: grads + weight)
            inputGrads += row.grad * load(Block.self, from: data + weight)
        }
        store(inputGrads, to: grads + input)
    }

    /// Sweeps a row whose operands stand anywhere, and may be the same.
    @inline(never)
    private func sweepRow(_ gradient: RowGradient, of compound: Compound) {
        let (row, grad) = (gradient.start, gradient.grad)
        let columns = compound.columnCount
        for column in (0..<columns).reversed() {
            let input = operand(column, of: compound.inputs)
            guard compound.kind != .sum else {
                grads[input] += grad
                continue
            }
            let weight = operand(row &+ column, of: compound.weights)
            if column == 0, compound.kind == .neurons {
                grads[operand(row &+ columns, of: compound.weights)] += grad
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

extension Activation {
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

/// What a sweep gives to the weighted sum of a compound's output.
private struct RowGradient: BitwiseCopyable {
    /// Where the weights of the row start among those of all rows.
    var start: Int
    var grad: Double
}

@inline(__always)
private func load<Block: SIMD<Double>>(_: Block.Type, from pointer: UnsafeMutablePointer<Double>) -> Block {
    UnsafeRawPointer(pointer).loadUnaligned(as: Block.self)
}

@inline(__always)
private func store<Block: SIMD<Double>>(_ numbers: Block, to pointer: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(pointer).storeBytes(of: numbers, as: Block.self)
}
