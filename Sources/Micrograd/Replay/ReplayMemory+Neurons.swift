// A layer for the examples of a tile: 8 examples and two rows or columns at a time stay in registers.

extension ReplayMemory {
    func runNeurons(_ neurons: ReplayNeurons, tile: Int) {
        let columns = neurons.inputs.count
        let count = blockCount
        neurons.inputs.withUnsafeBufferPointer { inputs in
            let first = data(0, tile: tile)
            var row = 0
            while row < neurons.results.count {
                let isPair = row &+ 1 < neurons.results.count
                // Without a bias a sum starts at negative zero, which is neutral in addition.
                let one = shared + neurons.firstParameter + row &* neurons.stride
                let two = isPair ? one + neurons.stride : one
                let results = first + (neurons.results.lowerBound &+ row) &* count
                for block in 0..<count {
                    var sumOne = Block(repeating: neurons.hasBias ? one[columns] : -0.0)
                    var sumTwo = Block(repeating: neurons.hasBias ? two[columns] : -0.0)
                    for column in 0..<columns {
                        let input = first[inputs[column] &* count &+ block]
                        sumOne += one[column] * input
                        sumTwo += two[column] * input
                    }
                    results[block] = sumOne
                    if isPair { results[count &+ block] = sumTwo }
                }
                row &+= 2
            }
        }
        neurons.activation.apply(
            to: data(neurons.results.lowerBound, tile: tile).numbers,
            count: neurons.results.count &* count &* Block.scalarCount)
    }

    func sweepNeurons(_ neurons: ReplayNeurons, tile: Int, of program: ReplayProgram) {
        let grads = grads(neurons.results.lowerBound)
        neurons.activation.sweep(
            grads.numbers, results: data(neurons.results.lowerBound, tile: tile).numbers,
            count: neurons.results.count &* blockCount &* Block.scalarCount)
        sweepParameters(of: neurons, grads: grads, tile: tile)
        if neurons.inputs.contains(where: { program.differentiatesVarying[$0] }) {
            sweepInputs(of: neurons, grads: grads)
        }
    }

    /// Adds to the gradient of each weight the sum over the examples of gradient times input.
    private func sweepParameters(of neurons: ReplayNeurons, grads: UnsafeMutablePointer<Block>, tile: Int) {
        let columns = neurons.inputs.count
        let first = halves(data(0, tile: tile))
        let count = blockCount &* 2
        let grads = halves(grads)
        let examples = examples(ofTile: tile).count
        let fullCount = examples / Half.scalarCount
        let rest = examples % Half.scalarCount
        // What fills the last block may be infinite: it counts as 0.
        let isFilling = SIMD4<Int64>(0, 1, 2, 3) .>= Int64(rest)
        @inline(__always)
        func number(_ numbers: UnsafeMutablePointer<Half>, _ block: Int) -> Half {
            numbers[block].replacing(with: 0, where: isFilling)
        }
        neurons.inputs.withUnsafeBufferPointer { inputs in
            for row in stride(from: 0, to: neurons.results.count, by: 2) {
                let isPair = row &+ 1 < neurons.results.count
                let one = grads + row &* count
                let two = isPair ? one + count : one
                let gradsOne = sharedGrads + neurons.firstParameter + row &* neurons.stride
                let gradsTwo = gradsOne + neurons.stride
                for column in stride(from: 0, to: columns, by: 2) {
                    let hasTwoColumns = column &+ 1 < columns
                    let left = first + inputs[column] &* count
                    let right = hasTwoColumns ? first + inputs[column &+ 1] &* count : left
                    var (sum0, sum1, sum2, sum3) = (Half(), Half(), Half(), Half())
                    for block in 0..<fullCount {
                        let (gradOne, gradTwo) = (one[block], two[block])
                        let (inputLeft, inputRight) = (left[block], right[block])
                        sum0 += gradOne * inputLeft
                        sum1 += gradOne * inputRight
                        sum2 += gradTwo * inputLeft
                        sum3 += gradTwo * inputRight
                    }
                    if rest > 0 {
                        let (gradOne, gradTwo) = (number(one, fullCount), number(two, fullCount))
                        let (inputLeft, inputRight) = (number(left, fullCount), number(right, fullCount))
                        sum0 += gradOne * inputLeft
                        sum1 += gradOne * inputRight
                        sum2 += gradTwo * inputLeft
                        sum3 += gradTwo * inputRight
                    }
                    gradsOne[column] += sum0.sum()
                    if hasTwoColumns { gradsOne[column &+ 1] += sum1.sum() }
                    if isPair {
                        gradsTwo[column] += sum2.sum()
                        if hasTwoColumns { gradsTwo[column &+ 1] += sum3.sum() }
                    }
                }
                if neurons.hasBias {
                    var (sumOne, sumTwo) = (Half(), Half())
                    for block in 0..<fullCount {
                        sumOne += one[block]
                        sumTwo += two[block]
                    }
                    if rest > 0 {
                        sumOne += number(one, fullCount)
                        sumTwo += number(two, fullCount)
                    }
                    gradsOne[columns] += sumOne.sum()
                    if isPair { gradsTwo[columns] += sumTwo.sum() }
                }
            }
        }
    }

    /// Adds to the gradient of each input the sum over the rows of gradient times weight.
    private func sweepInputs(of neurons: ReplayNeurons, grads: UnsafeMutablePointer<Block>) {
        let columns = neurons.inputs.count
        let count = blockCount
        let rows = neurons.results.count
        let stride = neurons.stride
        neurons.inputs.withUnsafeBufferPointer { inputs in
            for column in Swift.stride(from: 0, to: columns, by: 2) {
                let isPair = column &+ 1 < columns
                let weights = shared + neurons.firstParameter + column
                let left = self.grads(inputs[column])
                let right = isPair ? self.grads(inputs[column &+ 1]) : left
                let next = isPair ? 1 : 0
                for block in 0..<count {
                    var (sumLeft, sumRight) = (Block(), Block())
                    for row in 0..<rows {
                        let grad = grads[row &* count &+ block]
                        sumLeft += weights[row &* stride] * grad
                        sumRight += weights[row &* stride &+ next] * grad
                    }
                    left[block] += sumLeft
                    if isPair { right[block] += sumRight }
                }
            }
        }
    }

    /// Half a block: four sums of these fit into registers.
    private typealias Half = SIMD4<Double>

    private func halves(_ blocks: UnsafeMutablePointer<Block>) -> UnsafeMutablePointer<Half> {
        UnsafeMutableRawPointer(blocks).assumingMemoryBound(to: Half.self)
    }
}

extension Activation {
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
