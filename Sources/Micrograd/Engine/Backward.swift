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
        nodes[root].grad = (nodes[root].isLeaf ? nodes[root].grad : Node.noGradient) + 1
        if isFirstSweep {
            sweep(from: root, to: lowest) { $0.pointee.hasGradient }
        } else {
            sweep(from: root, to: lowest) { node in
                guard node.pointee.flags.contains(.marked) else { return false }
                node.pointee.flags.remove(.marked)
                return true
            }
        }
        sweptEnd = max(sweptEnd, root + 1)
        log(Sweep(root: root, calls: 1), after: regions.last.sweepCount)
    }

    @inline(__always)
    private func sweep(from root: Int, to lowest: Int, where isReached: (UnsafeMutablePointer<Node>) -> Bool)
    {
        var index = root
        while index >= lowest {
            let node = nodes + index
            if !node.pointee.isLeaf, isReached(node) {
                var step = SweepStep(nodes: nodes, node: node)
                node.pointee.operation.dispatch(&step)
            }
            index -= 1
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
        var index = root
        while index >= lowest {
            if nodes[index].flags.contains(.marked) {
                nodes[index].grad = Node.noGradient
                mark(nodes[index].firstIndex)
                if nodes[index].form == .values { mark(nodes[index].secondIndex) }
            }
            index -= 1
        }
        return lowest
    }
}

/// Adds what one node gives to the gradients of its operands.
private struct SweepStep: OperationVisitor {
    let nodes: UnsafeMutablePointer<Node>
    let node: UnsafeMutablePointer<Node>

    @inline(__always)
    private func add(_ contribution: Double, to operand: UnsafeMutablePointer<Node>) {
        operand.pointee.grad += contribution + 0.0
    }

    @inline(__always)
    func visit<O: UnaryOperation>(_: O.Type) {
        let x = nodes + node.pointee.firstIndex
        add(O.gradX(node.pointee.grad, x.pointee.data, node.pointee.data), to: x)
    }

    @inline(__always)
    func visit<O: BinaryOperation>(_: O.Type) {
        let grad = node.pointee.grad
        let z = node.pointee.data
        let first = nodes + node.pointee.firstIndex
        switch node.pointee.form {
        case .values:
            let second = nodes + node.pointee.secondIndex
            let x = first.pointee.data
            let y = second.pointee.data
            add(O.gradX(grad, x, y, z), to: first)
            add(O.gradY(grad, x, y, z), to: second)
        case .constantValue:
            add(O.gradY(grad, node.pointee.constant, first.pointee.data, z), to: first)
        default:
            add(O.gradX(grad, first.pointee.data, node.pointee.constant, z), to: first)
        }
    }
}
