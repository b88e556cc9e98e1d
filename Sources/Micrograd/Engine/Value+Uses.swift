extension Value {
    /// Returns those of `values` that no other one of them depends on, in their order.
    ///
    /// - Complexity: O(n) in the values recorded up to the last one given, in time and space.
    package static func unused(among values: [Value]) -> [Value] {
        guard let first = values.first else { return [] }
        let state = first.state
        let end = (values.map(\.position).max() ?? 0) + 1
        var isReached = [Bool](repeating: false, count: end)
        var isUsed = [Bool](repeating: false, count: end)
        for value in values { isReached[value.position] = true }
        func use(_ operand: Int) {
            isReached[operand] = true
            isUsed[operand] = true
        }
        for index in stride(from: end - 1, through: 0, by: -1) where isReached[index] {
            state.pointee.forEachOperand(of: index, use)
        }
        return values.filter { !isUsed[$0.position] }
    }

    /// How many values stand on its tape.
    package var tapeCount: Int { state.pointee.count }

    /// Whether one of the first `count` values of its tape was computed from this one.
    ///
    /// - Complexity: O(n) in the values recorded since.
    package func isUsed(amongFirst count: Int) -> Bool {
        let state = state
        return (position + 1..<max(count, position + 1)).contains { index in
            var isOperand = false
            state.pointee.forEachOperand(of: index) { isOperand = isOperand || $0 == position }
            return isOperand
        }
    }
}
