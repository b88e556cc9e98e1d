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
    /// - Complexity: O(n) in the values recorded up to the last root, in time and space.
    package static func forEachUse(inGraphOf roots: [Value], _ body: (_ operand: Int, _ result: Int) -> Void)
    {
        guard let first = roots.first else { return }
        let state = first.state
        let end = (roots.map(\.position).max() ?? 0) + 1
        var isReached = [Bool](repeating: false, count: end)
        for root in roots { isReached[root.position] = true }
        for index in stride(from: end - 1, through: 0, by: -1) where isReached[index] {
            state.pointee.forEachOperand(of: index) { operand in
                isReached[operand] = true
                body(operand, index)
            }
        }
    }
}
