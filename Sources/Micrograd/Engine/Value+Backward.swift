extension Value {
    /// Computes the gradient of this value with respect to every value that it depends on.
    ///
    /// One sweep over the tape, against the order of creation: `x.grad` becomes ∂self/∂x. Leaves add
    /// it to the gradient they have (see `zeroGrad()`); values in between start afresh. Values that
    /// this one does not depend on keep what they have.
    ///
    /// - Complexity: O(n) in the values recorded since the first that this one depends on, and in the operands
    ///   of neurons, sums and dot products; the first sweep of a tape or region starts at its first value that
    ///   is no leaf.
    public func backward() {
        checkRecording()
        TapeState.sweep(state, from: position)
    }
}

extension TapeState {
    @inline(__always)
    fileprivate static func sweep(_ state: Reference, from root: Int) {
        state.pointee.prepareGrads()
        let sweep = Sweep(state)
        var leafPrefix = state.pointee.leafPrefix
        while leafPrefix < root, sweep.nodes[leafPrefix].isLeaf { leafPrefix &+= 1 }
        state.pointee.leafPrefix = leafPrefix
        // Where no inner node has a gradient yet, nothing has to be started afresh, and a node has
        // a gradient exactly if the root depends on it.
        let isFirstSweep = state.pointee.sweptEnd <= leafPrefix
        let lowest = isFirstSweep ? leafPrefix : state.pointee.markDependencies(of: root)
        sweep.grads[root] = (sweep.nodes[root].isLeaf ? sweep.grads[root] : Gradient.none) + 1
        if isFirstSweep {
            sweep.run(from: root, to: lowest, FirstSweep.self)
        } else {
            sweep.run(from: root, to: lowest, MarkedSweep.self)
        }
        state.pointee.sweptEnd = max(state.pointee.sweptEnd, root &+ 1)
        state.pointee.log(SweepRecord(root: root, calls: 1), after: state.pointee.regions.last.sweepCount)
    }

    /// Marks the inner nodes that `root` depends on, removes their gradients, and returns the lowest.
    private func markDependencies(of root: Int) -> Int {
        guard !nodes[root].isLeaf else { return root }
        var lowest = root
        nodes[root].flags.insert(.marked)
        func mark(_ operand: Int) {
            guard !nodes[operand].isLeaf else { return }
            nodes[operand].flags.insert(.marked)
            lowest = min(lowest, operand)
        }
        let hasInnerGrads = !innerGrads.pointee.isEmpty
        var index = root
        while index >= lowest {
            if nodes[index].flags.contains(.marked) {
                grads[index] = Gradient.none
                if hasInnerGrads { innerGrads.pointee.remove(index) }
                forEachOperand(of: index, mark)
            }
            index -= 1
        }
        return lowest
    }
}
