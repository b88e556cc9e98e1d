extension Value {
    /// The position on its tape: what tells the value from all others of the tape.
    package var position: Int { Int(index) }

    /// Returns those of `values` that no other one of them depends on, in their order.
    ///
    /// - Complexity: O(n) in the values recorded up to the last one given, in time and space.
    package static func unused(among values: [Value]) -> [Value] {
        guard let first = values.first else { return [] }
        let nodes = first.state.pointee.nodes
        let end = (values.map(\.position).max() ?? 0) + 1
        var isReached = [Bool](repeating: false, count: end)
        var isUsed = [Bool](repeating: false, count: end)
        for value in values { isReached[value.position] = true }
        func use(_ operand: Int) {
            isReached[operand] = true
            isUsed[operand] = true
        }
        for index in stride(from: end - 1, through: 0, by: -1) where isReached[index] && !nodes[index].isLeaf
        {
            use(nodes[index].firstIndex)
            if nodes[index].form == .values { use(nodes[index].secondIndex) }
        }
        return values.filter { !isUsed[$0.position] }
    }

    /// How many values stand on its tape.
    package var tapeCount: Int { state.pointee.count }

    /// Whether one of the first `count` values of its tape was computed from this one.
    ///
    /// - Complexity: O(n) in the values recorded since.
    package func isUsed(amongFirst count: Int) -> Bool {
        let nodes = state.pointee.nodes
        return (position + 1..<max(count, position + 1)).contains { index in
            let node = nodes[index]
            return !node.isLeaf
                && (node.firstIndex == position || (node.form == .values && node.secondIndex == position))
        }
    }
}
