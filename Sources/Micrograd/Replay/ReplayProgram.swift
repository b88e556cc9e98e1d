internal import MicrogradSupport

/// What a recording does, step by step, and where its numbers stand.
struct ReplayProgram {
    /// Where on the tape the values stand that were made before the recording, in rising order; they have the
    /// first shared slots.
    var captured: [Int] = []
    /// The numbers of the shared slots that never change.
    var constants: [(slot: Int, data: Double)] = []
    /// The inputs have the first varying slots, in their order.
    var inputCount = 0
    var sharedCount = 0
    var varyingCount = 0
    /// The steps on shared numbers, operands before results.
    var sharedSteps: [ReplayStep] = []
    /// The steps that run for each example.
    var varyingSteps: [ReplayStep] = []
    /// Which slots get gradients.
    var differentiatesShared: [Bool] = []
    var differentiatesVarying: [Bool] = []

    func differentiates(_ slot: ReplaySlot) -> Bool {
        slot.isVarying ? differentiatesVarying[slot.index] : differentiatesShared[slot.index]
    }
}

/// Which steps and captured values an output depends on.
struct ReplayOutput {
    var name: String
    var slots: [ReplaySlot]
    /// In the order of a sweep, which is against that of the computation; of neurons only those needed.
    var sharedSteps: [ReplayStep] = []
    var varyingSteps: [ReplayStep] = []
    /// Positions in `ReplayProgram.captured`.
    var captured: [Int] = []
}

// MARK: - From the tape

/// Makes a program of what a region of a tape recorded.
struct ReplayCompiler {
    private let state: TapeState
    /// The index of the first node that the recording made: the first input.
    private let start: Int
    private let differentiatesInputs: Bool
    private var program = ReplayProgram()
    private var slots: [Int: ReplaySlot] = [:]

    static func compile(
        _ state: TapeState, from start: Int, inputCount: Int, outputs: [(name: String, values: [Int])],
        differentiatesInputs: Bool
    ) -> (ReplayProgram, [ReplayOutput]) {
        var compiler = ReplayCompiler(state, from: start, differentiatesInputs: differentiatesInputs)
        let reached = compiler.reached(from: outputs.flatMap(\.values))
        compiler.assignSlots(reached, inputCount: inputCount)
        compiler.emitSteps(reached)
        return (
            compiler.program,
            outputs.map { compiler.plan(ReplayOutput(name: $0.name, slots: $0.values.map(compiler.slot))) }
        )
    }

    private init(_ state: TapeState, from start: Int, differentiatesInputs: Bool) {
        self.state = state
        self.start = start
        self.differentiatesInputs = differentiatesInputs
    }

    private func slot(_ index: Int) -> ReplaySlot { slots[index] ?? .shared(0) }

    /// Returns the nodes that `roots` depend on, in rising order; of a compound all outputs.
    private func reached(from roots: [Int]) -> [Int] {
        var waiting = roots
        var isReached: Set<Int> = []
        while let index = waiting.popLast() {
            guard isReached.insert(index).inserted, index >= start else { continue }
            state.forEachOperand(of: index) { waiting.append($0) }
            if state.nodes[index].isCompound {
                waiting += state.compounds[state.nodes[index].firstIndex].outputs
            }
        }
        return isReached.sorted()
    }

    private mutating func assignSlots(_ reached: [Int], inputCount: Int) {
        program.inputCount = inputCount
        for input in 0..<inputCount {
            slots[start + input] = newSlot(isVarying: true, differentiates: differentiatesInputs)
        }
        program.captured = reached.filter { $0 < start }
        for index in program.captured { slots[index] = newSlot(isVarying: false, differentiates: true) }
    }

    private mutating func newSlot(isVarying: Bool, differentiates: Bool) -> ReplaySlot {
        if isVarying {
            program.differentiatesVarying.append(differentiates)
            program.varyingCount += 1
            return .varying(program.varyingCount - 1)
        }
        program.differentiatesShared.append(differentiates)
        program.sharedCount += 1
        return .shared(program.sharedCount - 1)
    }

    private mutating func constant(_ data: Double) -> ReplaySlot {
        let slot = newSlot(isVarying: false, differentiates: false)
        program.constants.append((slot.index, data))
        return slot
    }

    // MARK: Steps

    private mutating func emitSteps(_ reached: [Int]) {
        for index in reached where index >= start && slots[index] == nil {
            let node = state.nodes[index]
            switch node.form {
            case .leaf:
                slots[index] = constant(state.data[index])
            case .unary:
                slots[index] = unary(node.operation, slot(node.firstIndex))
            case .values:
                slots[index] = binary(node.operation, slot(node.firstIndex), slot(node.secondIndex))
            case .valueConstant:
                slots[index] = binary(node.operation, slot(node.firstIndex), constant(node.constant))
            case .constantValue:
                slots[index] = binary(node.operation, constant(node.constant), slot(node.firstIndex))
            case .compound:
                emit(state.compounds[node.firstIndex])
            }
        }
    }

    private mutating func unary(_ operation: Operation, _ x: ReplaySlot) -> ReplaySlot {
        let result = newSlot(isVarying: x.isVarying, differentiates: program.differentiates(x))
        append(.unary(operation, x: x, result: result), isVarying: x.isVarying)
        return result
    }

    private mutating func binary(_ operation: Operation, _ x: ReplaySlot, _ y: ReplaySlot) -> ReplaySlot {
        let isVarying = x.isVarying || y.isVarying
        let result = newSlot(
            isVarying: isVarying, differentiates: program.differentiates(x) || program.differentiates(y))
        append(.binary(operation, x: x, y: y, result: result), isVarying: isVarying)
        return result
    }

    private mutating func append(_ step: ReplayStep, isVarying: Bool) {
        if isVarying { program.varyingSteps.append(step) } else { program.sharedSteps.append(step) }
    }

    private mutating func emit(_ compound: Compound) {
        let inputs = (0..<compound.columnCount).map { slot(state.operand($0, of: compound.inputs)) }
        guard compound.kind != .sum else {
            slots[compound.outputs.lowerBound] = inputs.dropFirst().reduce(inputs[0]) { binary(.add, $0, $1) }
            return
        }
        let weights = (0..<Int(compound.rows) * compound.stride).map {
            slot(state.operand($0, of: compound.weights))
        }
        if isSpan(weights), inputs.contains(where: \.isVarying) {
            emitNeurons(compound, inputs: inputs, weights: weights)
        } else if compound.kind == .dot, isSpan(inputs), weights.contains(where: \.isVarying) {
            emitNeurons(compound, inputs: weights, weights: inputs)
        } else if compound.kind == .dot, !(inputs + weights).contains(where: \.isVarying) {
            let result = newSlot(isVarying: false, differentiates: true)
            program.sharedSteps.append(
                .dot(x: weights.map(\.index), y: inputs.map(\.index), result: result.index))
            slots[compound.outputs.lowerBound] = result
        } else {
            emitParts(of: compound, inputs: inputs, weights: weights)
        }
    }

    /// Whether the slots are shared, and follow each other.
    private func isSpan(_ slots: [ReplaySlot]) -> Bool {
        slots.indices.allSatisfy { slots[$0] == .shared(slots[0].index + $0) }
    }

    private mutating func emitNeurons(_ compound: Compound, inputs: [ReplaySlot], weights: [ReplaySlot]) {
        let inputs = inputs.map { input in
            guard !input.isVarying else { return input.index }
            let result = newSlot(isVarying: true, differentiates: program.differentiates(input))
            program.varyingSteps.append(.spread(input.index, result: result.index))
            return result.index
        }
        let first = program.varyingCount
        for output in compound.outputs { slots[output] = newSlot(isVarying: true, differentiates: true) }
        program.varyingSteps.append(
            .neurons(
                ReplayNeurons(
                    activation: compound.activation, hasBias: compound.kind == .neurons, inputs: inputs,
                    firstParameter: weights[0].index, results: first..<program.varyingCount)))
    }

    /// Emits the operations that a compound stands for, one by one.
    private mutating func emitParts(of compound: Compound, inputs: [ReplaySlot], weights: [ReplaySlot]) {
        for (row, output) in compound.outputs.enumerated() {
            let own = weights[row * compound.stride..<(row + 1) * compound.stride]
            let products = zip(own, inputs).map { binary(.multiply, $0, $1) }
            let sum =
                compound.kind == .neurons
                ? products.reduce(own[own.endIndex - 1]) { binary(.add, $0, $1) }
                : products.dropFirst().reduce(products[0]) { binary(.add, $0, $1) }
            slots[output] = compound.activation.operation.map { unary($0, sum) } ?? sum
        }
    }

    // MARK: Outputs

    /// Finds what an output depends on.
    private func plan(_ output: ReplayOutput) -> ReplayOutput {
        var output = output
        var isNeeded = Set(output.slots)
        func needed(_ steps: [ReplayStep]) -> [ReplayStep] {
            steps.reversed().flatMap { step in
                let parts = step.parts { isNeeded.contains($0) }
                for part in parts { isNeeded.formUnion(part.operands) }
                return parts
            }
        }
        output.varyingSteps = needed(program.varyingSteps)
        output.sharedSteps = needed(program.sharedSteps)
        output.captured = program.captured.indices.filter { isNeeded.contains(.shared($0)) }
        return output
    }
}
