extension Value {
    /// Computes the gradient of this value with respect to every value that it depends on.
    ///
    /// One sweep over the tape, against the order of creation: `x.grad` becomes ∂self/∂x. Leaves add
    /// it to the gradient they have (see `zeroGrad()`); values in between start afresh. Values that
    /// this one does not depend on keep what they have.
    ///
    /// - Complexity: O(n) in the values recorded since the first that this one depends on; the first sweep
    ///   of a tape or region starts at its first value that is no leaf.
    public func backward() {
        state.pointee.sweep(from: Int(index))
    }
}

extension TapeState {
    fileprivate mutating func sweep(from root: Int) {
        while leafPrefix < root, nodes[leafPrefix].isLeaf { leafPrefix += 1 }
        // Where no inner node has a gradient yet, nothing has to be started afresh, and a node has
        // a gradient exactly if the root depends on it.
        let isFirstSweep = sweptEnd <= leafPrefix
        let lowest = isFirstSweep ? leafPrefix : markDependencies(of: root)
        grads[root] = (nodes[root].isLeaf ? grads[root] : Gradient.none) + 1
        if isFirstSweep {
            sweep(from: root, to: lowest) { [grads] in Gradient.exists(grads[$0]) }
        } else {
            sweep(from: root, to: lowest) { [nodes] index in
                guard nodes[index].flags.contains(.marked) else { return false }
                nodes[index].flags.remove(.marked)
                return true
            }
        }
        sweptEnd = max(sweptEnd, root + 1)
        log(Sweep(root: root, calls: 1), after: regions.last.sweepCount)
    }

    @inline(__always)
    private func sweep(from root: Int, to lowest: Int, where isReached: (Int) -> Bool) {
        let (data, grads, nodes) = (data, grads, nodes)
        var index = root
        while index >= lowest {
            let node = nodes[index]
            if node.form == .compound {
                index = sweepCompound(endingAt: index, where: isReached)
                continue
            }
            if !node.isLeaf, isReached(index) {
                var step = SweepStep(
                    data: data, grads: grads, node: node, grad: grads[index], result: data[index])
                node.operation.dispatch(&step)
            }
            index &-= 1
        }
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

/// Adds what one node gives to the gradients of its operands.
private struct SweepStep: OperationVisitor {
    let data: UnsafeMutablePointer<Double>
    let grads: UnsafeMutablePointer<Double>
    let node: Node
    let grad: Double
    let result: Double

    @inline(__always)
    private func add(_ contribution: Double, to operand: Int) {
        grads[operand] += contribution + 0.0
    }

    @inline(__always)
    func visit<O: UnaryOperation>(_: O.Type) {
        add(O.gradX(grad, data[node.firstIndex], result), to: node.firstIndex)
    }

    @inline(__always)
    func visit<O: BinaryOperation>(_: O.Type) {
        let first = data[node.firstIndex]
        switch node.form {
        case .values:
            let second = data[node.secondIndex]
            add(O.gradX(grad, first, second, result), to: node.firstIndex)
            add(O.gradY(grad, first, second, result), to: node.secondIndex)
        case .constantValue:
            add(O.gradY(grad, node.constant, first, result), to: node.firstIndex)
        default:
            add(O.gradX(grad, first, node.constant, result), to: node.firstIndex)
        }
    }
}
