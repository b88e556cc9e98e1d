extension ReplayMemory {
    func run(_ step: VaryingStep, tile: Int) {
        switch step {
        case .unary(let operation, let x, let result):
            let x = data(x, tile: tile).numbers
            var step = VaryingValue(
                operands: .bothVary(x, x), result: data(result, tile: tile).numbers,
                count: blockCount * Block.scalarCount)
            operation.dispatch(&step)
        case .binary(let operation, let operands, let result):
            var step = VaryingValue(
                operands: numbers(of: operands, tile: tile), result: data(result, tile: tile).numbers,
                count: blockCount * Block.scalarCount)
            operation.dispatch(&step)
        case .neurons(let neurons):
            runNeurons(neurons, tile: tile)
        case .spread(let x, let result):
            data(result, tile: tile).update(repeating: Block(repeating: shared[x]), count: blockCount)
        }
    }

    func sweep(_ step: VaryingStep, tile: Int, of program: ReplayProgram) {
        let examples = examples(ofTile: tile).count
        switch step {
        case .unary(let operation, let x, let result):
            guard program.differentiatesVarying[x] else { return }
            let data = data(x, tile: tile).numbers
            var step = VaryingGradient(
                grads: grads(result).numbers, operands: .bothVary(data, data),
                result: self.data(result, tile: tile).numbers, count: examples, gradX: grads(x).numbers)
            operation.dispatch(&step)
        case .binary(let operation, let operands, let result):
            var step = VaryingGradient(
                grads: grads(result).numbers, operands: numbers(of: operands, tile: tile),
                result: data(result, tile: tile).numbers, count: examples)
            switch operands {
            case .bothVary(let x, let y):
                step.gradX = varyingGrads(x, of: program)
                step.gradY = varyingGrads(y, of: program)
                operation.dispatch(&step)
            case .firstVaries(let x, let y):
                step.gradX = varyingGrads(x, of: program)
                step.sumsShared = program.differentiatesShared[y]
                operation.dispatch(&step)
                if step.sumsShared { sharedGrads[y] += step.sum }
            case .secondVaries(let x, let y):
                step.gradY = varyingGrads(y, of: program)
                step.sumsShared = program.differentiatesShared[x]
                operation.dispatch(&step)
                if step.sumsShared { sharedGrads[x] += step.sum }
            }
        case .neurons(let neurons):
            sweepNeurons(neurons, tile: tile, of: program)
        case .spread(let x, let result):
            let grads = grads(result).numbers
            for example in 0..<examples { sharedGrads[x] += grads[example] }
        }
    }

    private func numbers(of operands: VaryingStep.Operands, tile: Int) -> VaryingNumbers {
        switch operands {
        case .bothVary(let x, let y): .bothVary(data(x, tile: tile).numbers, data(y, tile: tile).numbers)
        case .firstVaries(let x, let y): .firstVaries(data(x, tile: tile).numbers, shared: shared[y])
        case .secondVaries(let x, let y): .secondVaries(shared: shared[x], data(y, tile: tile).numbers)
        }
    }

    /// Where the gradients of a varying slot go; nil where it gets none.
    private func varyingGrads(_ slot: Int, of program: ReplayProgram) -> UnsafeMutablePointer<Double>? {
        program.differentiatesVarying[slot] ? grads(slot).numbers : nil
    }
}

/// The numbers of `VaryingStep.Operands`; that of an operation on one stands twice.
private enum VaryingNumbers {
    case bothVary(UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>)
    case firstVaries(UnsafeMutablePointer<Double>, shared: Double)
    case secondVaries(shared: Double, UnsafeMutablePointer<Double>)
}

/// Computes the results of one step.
private struct VaryingValue: OperationVisitor {
    let operands: VaryingNumbers
    let result: UnsafeMutablePointer<Double>
    let count: Int

    @inline(__always)
    func visit<O: UnaryOperation>(_: O.Type) {
        switch operands {
        case .bothVary(let x, _), .firstVaries(let x, _):
            for example in 0..<count { result[example] = O.value(x[example]) }
        case .secondVaries(let x, _):
            for example in 0..<count { result[example] = O.value(x) }
        }
    }

    @inline(__always)
    func visit<O: BinaryOperation>(_: O.Type) {
        switch operands {
        case .bothVary(let x, let y):
            for example in 0..<count { result[example] = O.value(x[example], y[example]) }
        case .firstVaries(let x, let y):
            for example in 0..<count { result[example] = O.value(x[example], y) }
        case .secondVaries(let x, let y):
            for example in 0..<count { result[example] = O.value(x, y[example]) }
        }
    }
}

/// Adds what one step gives to the gradients of its operands.
private struct VaryingGradient: OperationVisitor {
    let grads: UnsafeMutablePointer<Double>
    let operands: VaryingNumbers
    let result: UnsafeMutablePointer<Double>
    /// How many examples there are: those that only fill the last block give nothing.
    let count: Int
    /// Where the gradients of varying operands go; nil where they go nowhere.
    var gradX: UnsafeMutablePointer<Double>?
    var gradY: UnsafeMutablePointer<Double>?
    /// Whether a shared operand gets something: a constant does not.
    var sumsShared = false
    /// What it gets.
    var sum = 0.0

    @inline(__always)
    mutating func visit<O: UnaryOperation>(_: O.Type) {
        switch operands {
        case .bothVary(let x, _), .firstVaries(let x, _):
            guard let gradX else { return }
            for example in 0..<count {
                gradX[example] += O.gradX(grads[example], x[example], result[example])
            }
        case .secondVaries(let x, _):
            guard sumsShared else { return }
            for example in 0..<count { sum += O.gradX(grads[example], x, result[example]) }
        }
    }

    @inline(__always)
    mutating func visit<O: BinaryOperation>(_: O.Type) {
        switch operands {
        case .bothVary(let x, let y):
            for example in 0..<count {
                gradX?[example] += O.gradX(grads[example], x[example], y[example], result[example])
                gradY?[example] += O.gradY(grads[example], x[example], y[example], result[example])
            }
        case .firstVaries(let x, let y):
            for example in 0..<count {
                gradX?[example] += O.gradX(grads[example], x[example], y, result[example])
            }
            guard sumsShared else { return }
            for example in 0..<count { sum += O.gradY(grads[example], x[example], y, result[example]) }
        case .secondVaries(let x, let y):
            for example in 0..<count {
                gradY?[example] += O.gradY(grads[example], x, y[example], result[example])
            }
            guard sumsShared else { return }
            for example in 0..<count { sum += O.gradX(grads[example], x, y[example], result[example]) }
        }
    }
}
