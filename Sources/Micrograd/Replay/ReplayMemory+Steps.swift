internal import MicrogradSupport

// What each step does, forward and backward: on shared numbers, or on the examples of a tile.

// MARK: - Shared numbers

extension ReplayMemory {
    func runShared(_ step: ReplayStep) {
        switch step {
        case .unary(let operation, let x, let result):
            shared[result.index] = operation.value(shared[x.index], 0)
        case .binary(let operation, let x, let y, let result):
            shared[result.index] = operation.value(shared[x.index], shared[y.index])
        case .dot(let x, let y, let result):
            var sum = shared[x[0]] * shared[y[0]]
            for position in 1..<max(x.count, 1) { sum += shared[x[position]] * shared[y[position]] }
            shared[result] = sum
        case .neurons, .spread:
            trap("A step of a recording varies, and stands among those that do not.")
        }
    }

    func sweepShared(_ step: ReplayStep, of program: ReplayProgram) {
        switch step {
        case .unary(let operation, let x, let result):
            guard program.differentiates(x) else { return }
            sharedGrads[x.index] +=
                operation.gradients(
                    sharedGrads[result.index], shared[x.index], 0, result: shared[result.index]
                ).x
        case .binary(let operation, let x, let y, let result):
            let gradients = operation.gradients(
                sharedGrads[result.index], shared[x.index], shared[y.index], result: shared[result.index])
            if program.differentiates(x) { sharedGrads[x.index] += gradients.x }
            if program.differentiates(y) { sharedGrads[y.index] += gradients.y }
        case .dot(let x, let y, let result):
            let grad = sharedGrads[result]
            for position in x.indices {
                sharedGrads[x[position]] += grad * shared[y[position]]
                sharedGrads[y[position]] += grad * shared[x[position]]
            }
        case .neurons, .spread:
            trap("A step of a recording varies, and stands among those that do not.")
        }
    }
}

// MARK: - The examples of a tile

extension ReplayMemory {
    func runVarying(_ step: ReplayStep, tile: Int) {
        switch step {
        case .unary(let operation, let x, let result):
            var step = VaryingValue(
                x: operand(x, tile: tile), y: .shared(0), result: data(result.index, tile: tile).numbers,
                count: blockCount * Block.scalarCount)
            operation.dispatch(&step)
        case .binary(let operation, let x, let y, let result):
            var step = VaryingValue(
                x: operand(x, tile: tile), y: operand(y, tile: tile),
                result: data(result.index, tile: tile).numbers, count: blockCount * Block.scalarCount)
            operation.dispatch(&step)
        case .neurons(let neurons):
            runNeurons(neurons, tile: tile)
        case .spread(let x, let result):
            data(result, tile: tile).update(repeating: Block(repeating: shared[x]), count: blockCount)
        case .dot:
            trap("A step of a recording does not vary, and stands among those that do.")
        }
    }

    func sweepVarying(_ step: ReplayStep, tile: Int, of program: ReplayProgram) {
        let examples = examples(ofTile: tile).count
        switch step {
        case .unary(let operation, let x, let result):
            guard program.differentiates(x) else { return }
            var step = VaryingGradient(
                grads: grads(result.index).numbers, x: operand(x, tile: tile), y: .shared(0),
                result: data(result.index, tile: tile).numbers, count: examples, gradX: grads(x.index).numbers
            )
            operation.dispatch(&step)
        case .binary(let operation, let x, let y, let result):
            var step = VaryingGradient(
                grads: grads(result.index).numbers, x: operand(x, tile: tile), y: operand(y, tile: tile),
                result: data(result.index, tile: tile).numbers, count: examples,
                gradX: target(x, of: program), gradY: target(y, of: program),
                sumsX: !x.isVarying && program.differentiates(x),
                sumsY: !y.isVarying && program.differentiates(y))
            operation.dispatch(&step)
            if step.sumsX { sharedGrads[x.index] += step.sumX }
            if step.sumsY { sharedGrads[y.index] += step.sumY }
        case .neurons(let neurons):
            sweepNeurons(neurons, tile: tile, of: program)
        case .spread(let x, let result):
            let grads = grads(result).numbers
            for example in 0..<examples { sharedGrads[x] += grads[example] }
        case .dot:
            trap("A step of a recording does not vary, and stands among those that do.")
        }
    }

    private func operand(_ slot: ReplaySlot, tile: Int) -> VaryingOperand {
        slot.isVarying ? .varying(data(slot.index, tile: tile).numbers) : .shared(shared[slot.index])
    }

    /// Where the gradients of an operand that varies go; nil where they go nowhere or to a shared number.
    private func target(_ slot: ReplaySlot, of program: ReplayProgram) -> UnsafeMutablePointer<Double>? {
        slot.isVarying && program.differentiates(slot) ? grads(slot.index).numbers : nil
    }
}

private enum VaryingOperand {
    case varying(UnsafeMutablePointer<Double>)
    case shared(Double)
}

private struct VaryingValue: OperationVisitor {
    let x: VaryingOperand
    let y: VaryingOperand
    let result: UnsafeMutablePointer<Double>
    let count: Int

    @inline(__always)
    func visit<O: UnaryOperation>(_: O.Type) {
        guard case .varying(let x) = x else { return }
        for example in 0..<count { result[example] = O.value(x[example]) }
    }

    @inline(__always)
    func visit<O: BinaryOperation>(_: O.Type) {
        switch (x, y) {
        case (.varying(let x), .varying(let y)):
            for example in 0..<count { result[example] = O.value(x[example], y[example]) }
        case (.varying(let x), .shared(let y)):
            for example in 0..<count { result[example] = O.value(x[example], y) }
        case (.shared(let x), .varying(let y)):
            for example in 0..<count { result[example] = O.value(x, y[example]) }
        case (.shared, .shared):
            return
        }
    }
}

private struct VaryingGradient: OperationVisitor {
    let grads: UnsafeMutablePointer<Double>
    let x: VaryingOperand
    let y: VaryingOperand
    let result: UnsafeMutablePointer<Double>
    /// How many examples there are: those that only fill the last block give nothing.
    let count: Int
    var gradX: UnsafeMutablePointer<Double>?
    var gradY: UnsafeMutablePointer<Double>?
    /// Whether a shared operand gets something: a constant does not.
    let sumsX: Bool
    let sumsY: Bool
    /// What it gets.
    var sumX = 0.0
    var sumY = 0.0

    init(
        grads: UnsafeMutablePointer<Double>, x: VaryingOperand, y: VaryingOperand,
        result: UnsafeMutablePointer<Double>, count: Int, gradX: UnsafeMutablePointer<Double>?,
        gradY: UnsafeMutablePointer<Double>? = nil, sumsX: Bool = false, sumsY: Bool = false
    ) {
        self.grads = grads
        self.x = x
        self.y = y
        self.result = result
        self.count = count
        self.gradX = gradX
        self.gradY = gradY
        self.sumsX = sumsX
        self.sumsY = sumsY
    }

    @inline(__always)
    func visit<O: UnaryOperation>(_: O.Type) {
        guard case .varying(let x) = x, let gradX else { return }
        for example in 0..<count { gradX[example] += O.gradX(grads[example], x[example], result[example]) }
    }

    @inline(__always)
    mutating func visit<O: BinaryOperation>(_: O.Type) {
        switch (x, y) {
        case (.varying(let x), .varying(let y)):
            for example in 0..<count {
                gradX?[example] += O.gradX(grads[example], x[example], y[example], result[example])
                gradY?[example] += O.gradY(grads[example], x[example], y[example], result[example])
            }
        case (.varying(let x), .shared(let y)):
            for example in 0..<count {
                gradX?[example] += O.gradX(grads[example], x[example], y, result[example])
            }
            guard sumsY else { return }
            for example in 0..<count { sumY += O.gradY(grads[example], x[example], y, result[example]) }
        case (.shared(let x), .varying(let y)):
            for example in 0..<count {
                gradY?[example] += O.gradY(grads[example], x, y[example], result[example])
            }
            guard sumsX else { return }
            for example in 0..<count { sumX += O.gradX(grads[example], x, y[example], result[example]) }
        case (.shared, .shared):
            return
        }
    }
}
