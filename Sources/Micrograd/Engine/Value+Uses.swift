extension Value {
    /// Returns those of `values` that no other one of them depends on, in their order.
    ///
    /// - Complexity: O(n) in the values recorded up to the last one given, in time and space.
    package static func unused(among values: [Value]) -> [Value] {
        let end = (values.map(\.position).max() ?? 0) + 1
        var isUsed = [Bool](repeating: false, count: end)
        forEachUse(inGraphOf: values) { operand, _ in isUsed[operand] = true }
        return values.filter { !isUsed[$0.position] }
    }

    /// How many values stand on its tape.
    package var tapeCount: Int { state.pointee.count }

    /// Calls `body` with the positions of each operand and its result in the graph of some values, the last
    /// results first.
    ///
    /// - Complexity: O(n) in the values recorded between the first that is no leaf and the last root.
    package static func forEachUse(inGraphOf roots: [Value], _ body: (_ operand: Int, _ result: Int) -> Void)
    {
        guard let first = roots.first else { return }
        let state = first.state
        let end = (roots.map(\.position).max() ?? 0) + 1
        var isReached = [Bool](repeating: false, count: end)
        // Leaves have no operands: parameters that were made long ago need no look at all in between.
        var lowest = end
        func reach(_ index: Int) {
            isReached[index] = true
            if index < lowest, !state.pointee.nodes[index].isLeaf { lowest = index }
        }
        for root in roots { reach(root.position) }
        var index = end - 1
        while index >= lowest {
            if isReached[index] {
                state.pointee.forEachOperand(of: index) { operand in
                    reach(operand)
                    body(operand, index)
                }
            }
            index -= 1
        }
    }

    /// Whether a backward or a caller gave it a gradient.
    package var hasGrad: Bool {
        let state = state
        return position < state.pointee.gradCount && Gradient.exists(state.pointee.grads[position])
    }
}

extension Value {
    /// The positions of its operands on the tape, in order, each once.
    package var operandPositions: [Int] {
        var positions: [Int] = []
        state.pointee.forEachOperand(of: position) { operand in
            if !positions.contains(operand) { positions.append(operand) }
        }
        return positions
    }

    /// The symbol of the operation that computed it; empty for a leaf.
    package var operationSymbol: String {
        isLeaf ? "" : state.pointee.nodes[position].operation.symbol
    }
}
