internal import CMicrograd
internal import MicrogradSupport

extension TapeState {
    /// Records neurons that share their inputs; returns the index of the first output.
    ///
    /// - Parameters:
    ///   - firstWeight: Where the parameters stand, neuron by neuron, the weights of each before its bias.
    ///   - firstInstance: The number of the first neuron's scope; 0 where they have none of their own.
    @inline(__always)
    static func recordNeurons(
        on state: Reference, firstWeight: Int, rows: Int, inputs: OperandList, columns: Int,
        activation: FusedActivation, firstInstance: UInt64
    ) -> Int {
        let compound = Compound(
            kind: .neurons, activation: activation, rows: UInt32(truncatingIfNeeded: rows),
            columns: UInt32(truncatingIfNeeded: columns), firstOutput: 0, inputs: inputs,
            weights: .span(from: firstWeight), firstInstance: firstInstance)
        let outputs = record(compound, on: state)
        let (first, results) = (state.pointee.data + firstWeight, state.pointee.data + outputs)
        state.pointee.withInputs(inputs, count: columns) { inputs in
            micrograd_weighted_sums(first, inputs, results, rows, columns)
        }
        activation.apply(to: UnsafeMutableBufferPointer(start: results, count: rows))
        return outputs
    }

    /// Records `w₀·x₀ + w₁·x₁ + …`, of at least one product.
    static func recordDot(
        on state: Reference, weights: OperandList, inputs: OperandList, columns: Int
    ) -> Value {
        let output = record(
            Compound(
                kind: .dot, activation: .linear, rows: 1, columns: UInt32(columns), firstOutput: 0,
                inputs: inputs, weights: weights, firstInstance: 0), on: state)
        let data = state.pointee.data
        var sum =
            data[state.pointee.operand(0, of: weights)] * data[state.pointee.operand(0, of: inputs)]
        for column in 1..<max(columns, 1) {
            sum +=
                data[state.pointee.operand(column, of: weights)]
                * data[state.pointee.operand(column, of: inputs)]
        }
        data[output] = sum
        return Value(stamp: state.pointee.stamp, index: UInt32(truncatingIfNeeded: output))
    }

    /// Records `x₀ + x₁ + …`, of at least two values.
    static func recordSum(on state: Reference, of inputs: OperandList, columns: Int) -> Value {
        let output = record(
            Compound(
                kind: .sum, activation: .linear, rows: 1, columns: UInt32(columns), firstOutput: 0,
                inputs: inputs, weights: .span(from: 0), firstInstance: 0), on: state)
        let data = state.pointee.data
        var sum = data[state.pointee.operand(0, of: inputs)]
        for column in 1..<columns { sum += data[state.pointee.operand(column, of: inputs)] }
        data[output] = sum
        return Value(stamp: state.pointee.stamp, index: UInt32(truncatingIfNeeded: output))
    }

    /// Records one leaf for each number, side by side.
    static func recordLeaves(_ numbers: [Double], on state: Reference) -> OperandList {
        let first = state.pointee.count
        for number in numbers { _ = Value(input: number, on: state) }
        return .span(from: first)
    }

    /// The newest values of the tape as handles.
    func values(_ indices: Range<Int>) -> [Value] {
        let first = Value(stamp: stamp, index: UInt32(truncatingIfNeeded: indices.lowerBound))
        // A literal costs half of what an array of any length does.
        guard indices.count != 1 else { return [first] }
        return indices.map { Value(stamp: stamp, index: UInt32(truncatingIfNeeded: $0)) }
    }

    /// Adds a compound and the nodes of its outputs, whose data are not yet set; returns the index of the first.
    @inline(__always)
    private static func record(_ compound: Compound, on state: Reference) -> Int {
        let rows = Int(compound.rows)
        while _slowPath(state.pointee.capacity - state.pointee.count < rows) { state.pointee.grow() }
        if _slowPath(state.pointee.changes.hasMarks) { state.pointee.endMarks() }
        let outputs = state.pointee.count
        let number = UInt32(truncatingIfNeeded: state.pointee.compounds.count)
        var compound = compound
        compound.firstOutput = UInt32(truncatingIfNeeded: outputs)
        state.pointee.compounds.push(compound)
        let node = Node(operation: compound.lastOperation, form: .compound, first: number, second: 0)
        for row in 0..<rows {
            var node = node
            node.second = UInt64(truncatingIfNeeded: row)
            state.pointee.nodes[outputs + row] = node
        }
        state.pointee.count = outputs + rows
        return outputs
    }

    /// Gives `body` the data of operands side by side.
    @inline(__always)
    mutating func withInputs(_ list: OperandList, count: Int, _ body: (UnsafePointer<Double>) -> Void) {
        guard _slowPath(list.isListed) else { return body(UnsafePointer(data + Int(list.start))) }
        withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { copy in
            for position in 0..<count {
                copy.initializeElement(at: position, to: data[operand(position, of: list)])
            }
            guard let base = copy.baseAddress else { return }
            body(UnsafePointer(base))
        }
    }
}

extension FusedActivation {
    /// Replaces each number by its activation.
    @inline(__always)
    fileprivate func apply(to numbers: UnsafeMutableBufferPointer<Double>) {
        func apply<O: UnaryOperation>(_: O.Type) {
            for index in numbers.indices { numbers[index] = O.value(numbers[index]) }
        }
        switch self {
        case .linear: break
        case .relu: apply(Relu.self)
        case .tanh: apply(Tanh.self)
        case .sigmoid: apply(Sigmoid.self)
        }
    }
}
