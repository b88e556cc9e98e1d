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
        for input in 0..<inputCount {
            slots[start + input] = .varying(newVaryingSlot(differentiates: differentiatesInputs))
        }
        program.captured = reached.filter { $0 < start }
        for index in program.captured { slots[index] = .shared(newSharedSlot(differentiates: true)) }
    }

    private mutating func newSharedSlot(differentiates: Bool) -> Int {
        program.differentiatesShared.append(differentiates)
        return program.differentiatesShared.count - 1
    }

    private mutating func newVaryingSlot(differentiates: Bool) -> Int {
        program.differentiatesVarying.append(differentiates)
        return program.differentiatesVarying.count - 1
    }

    private mutating func constant(_ data: Double) -> ReplaySlot {
        let slot = newSharedSlot(differentiates: false)
        program.constants.append((slot, data))
        return .shared(slot)
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

    private mutating func unary(_ operation: Value.Operation, _ x: ReplaySlot) -> ReplaySlot {
        let differentiates = program.differentiates(x)
        switch x {
        case .shared(let x):
            let result = newSharedSlot(differentiates: differentiates)
            program.sharedSteps.append(.unary(operation, x: x, result: result))
            return .shared(result)
        case .varying(let x):
            let result = newVaryingSlot(differentiates: differentiates)
            program.varyingSteps.append(.unary(operation, x: x, result: result))
            return .varying(result)
        }
    }

    private mutating func binary(
        _ operation: Value.Operation, _ x: ReplaySlot, _ y: ReplaySlot
    ) -> ReplaySlot {
        let differentiates = program.differentiates(x) || program.differentiates(y)
        let operands: VaryingStep.Operands
        switch (x, y) {
        case (.shared(let x), .shared(let y)):
            let result = newSharedSlot(differentiates: differentiates)
            program.sharedSteps.append(.binary(operation, x: x, y: y, result: result))
            return .shared(result)
        case (.varying(let x), .varying(let y)): operands = .bothVary(x, y)
        case (.varying(let x), .shared(let y)): operands = .firstVaries(x, shared: y)
        case (.shared(let x), .varying(let y)): operands = .secondVaries(shared: x, y)
        }
        let result = newVaryingSlot(differentiates: differentiates)
        program.varyingSteps.append(.binary(operation, operands, result: result))
        return .varying(result)
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
        if let first = firstOfSpan(weights), inputs.contains(where: \.isVarying) {
            emitNeurons(compound, inputs: inputs, firstParameter: first)
        } else if compound.kind == .dot, let first = firstOfSpan(inputs), weights.contains(where: \.isVarying)
        {
            emitNeurons(compound, inputs: weights, firstParameter: first)
        } else if compound.kind == .dot, let x = sharedIndices(weights), let y = sharedIndices(inputs) {
            let result = newSharedSlot(differentiates: true)
            program.sharedSteps.append(.dot(x: x, y: y, result: result))
            slots[compound.outputs.lowerBound] = .shared(result)
        } else {
            emitParts(of: compound, inputs: inputs, weights: weights)
        }
    }

    /// The indices of slots that are all shared; nil where one varies.
    private func sharedIndices(_ slots: [ReplaySlot]) -> [Int]? {
        var indices: [Int] = []
        for slot in slots {
            guard case .shared(let index) = slot else { return nil }
            indices.append(index)
        }
        return indices
    }

    /// The index of the first of slots that are all shared and follow each other; nil of others.
    private func firstOfSpan(_ slots: [ReplaySlot]) -> Int? {
        guard let indices = sharedIndices(slots), let first = indices.first,
            indices.elementsEqual(first..<first + indices.count)
        else { return nil }
        return first
    }

    private mutating func emitNeurons(_ compound: Compound, inputs: [ReplaySlot], firstParameter: Int) {
        let inputs = inputs.map { input in
            switch input {
            case .varying(let index): return index
            case .shared(let index):
                let result = newVaryingSlot(differentiates: program.differentiates(input))
                program.varyingSteps.append(.spread(index, result: result))
                return result
            }
        }
        let results = compound.outputs.map { output in
            let result = newVaryingSlot(differentiates: true)
            slots[output] = .varying(result)
            return result
        }
        program.varyingSteps.append(
            .neurons(
                ReplayNeurons(
                    activation: compound.activation, hasBias: compound.kind == .neurons, inputs: inputs,
                    firstParameter: firstParameter, results: results[0]..<results[0] + results.count)))
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
        output.varyingSteps = program.varyingSteps.reversed().flatMap { step in
            let parts = step.parts { isNeeded.contains(.varying($0)) }
            for part in parts { isNeeded.formUnion(part.operands) }
            return parts
        }
        output.sharedSteps = program.sharedSteps.reversed().filter { step in
            guard isNeeded.contains(.shared(step.result)) else { return false }
            isNeeded.formUnion(step.operands.map { .shared($0) })
            return true
        }
        output.captured = program.captured.indices.filter { isNeeded.contains(.shared($0)) }
        return output
    }
}
