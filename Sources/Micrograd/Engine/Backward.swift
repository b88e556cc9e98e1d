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
        TapeState.sweep(state, from: position)
    }
}

extension TapeState {
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

/// How a sweep knows what its root depends on.
protocol Reach {
    /// Whether the root depends on a node; asked once for each inner node.
    static func takes(_ index: Int, of sweep: Sweep) -> Bool
    /// The same for an inner node that is known to be one.
    static func take(_ index: Int, of sweep: Sweep)
}

/// The nodes that have a gradient.
enum FirstSweep: Reach {
    @inline(__always)
    static func takes(_ index: Int, of sweep: Sweep) -> Bool { Gradient.exists(sweep.grads[index]) }

    @inline(__always)
    static func take(_ index: Int, of sweep: Sweep) {}
}

/// The nodes that are marked, which loses them the mark.
enum MarkedSweep: Reach {
    @inline(__always)
    static func takes(_ index: Int, of sweep: Sweep) -> Bool {
        guard sweep.nodes[index].flags.contains(.marked) else { return false }
        take(index, of: sweep)
        return true
    }

    @inline(__always)
    static func take(_ index: Int, of sweep: Sweep) { sweep.nodes[index].flags.remove(.marked) }
}

/// One pass over a tape, against the order of creation, that adds what each node gives to its operands.
struct Sweep {
    let state: TapeState.Reference
    let data: UnsafeMutablePointer<Double>
    let grads: UnsafeMutablePointer<Double>
    let nodes: UnsafeMutablePointer<Node>

    init(_ state: TapeState.Reference) {
        self.state = state
        data = state.pointee.data
        grads = state.pointee.grads
        nodes = state.pointee.nodes
    }

    @inline(__always)
    fileprivate func run<R: Reach>(from root: Int, to lowest: Int, _: R.Type) {
        var index = root
        while index >= lowest {
            let node = nodes[index]
            guard R.takes(index, of: self) else {
                index &-= 1
                continue
            }
            // The usual operations come first, without a jump through a table.
            if node.isSum {
                if isSumOfProduct(index), node.firstIndex != index &- 1 {
                    index = sweepSum(endingAt: index, R.self)
                } else {
                    // A gradient that exists is never negative zero.
                    let grad = grads[index]
                    grads[node.firstIndex] += grad
                    grads[node.secondIndex] += grad
                    index &-= 1
                }
            } else if node.isProduct {
                sweepProduct(node, grad: grads[index])
                index &-= 1
            } else if node.isSingleOperation {
                var step = SweepStep(
                    data: data, grads: grads, node: node, grad: grads[index], result: data[index])
                node.operation.dispatch(&step)
                index &-= 1
            } else if node.isCompound {
                index = sweepCompound(endingAt: index, R.self)
            } else {
                index &-= 1
            }
        }
    }

    /// Whether a node is the sum of a value and the product directly before it.
    @inline(__always)
    private func isSumOfProduct(_ index: Int) -> Bool {
        nodes[index].isSum && nodes[index].secondIndex == index &- 1 && nodes[index &- 1].isProduct
    }

    @inline(__always)
    private func sweepProduct(_ node: Node, grad: Double) {
        let (x, y) = (data[node.firstIndex], data[node.secondIndex])
        grads[node.firstIndex] += grad * y + 0.0
        grads[node.secondIndex] += grad * x + 0.0
    }

    /// Sweeps `… + w₀·x₀ + w₁·x₁` as long as each sum follows its product, and that the sum before; returns
    /// the index before.
    ///
    /// The gradient of the sums stays in a register: through memory it would come four times as late.
    @inline(never)
    private func sweepSum<R: Reach>(endingAt last: Int, _: R.Type) -> Int {
        var index = last
        var grad = grads[index]
        while true {
            let product = nodes[index &- 1]
            let before = nodes[index].firstIndex
            let follows = before == index &- 2
            guard follows || before != index &- 1 else { return index }
            let productGrad = grads[index &- 1] + grad
            grads[index &- 1] = productGrad
            grad += grads[before]
            grads[before] = grad
            R.take(index &- 1, of: self)
            sweepProduct(product, grad: productGrad)
            index &-= 2
            guard follows, product.firstIndex != index, product.secondIndex != index,
                isSumOfProduct(index)
            else { return index }
            R.take(index, of: self)
        }
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
