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
    func run<R: Reach>(from root: Int, to lowest: Int, _: R.Type) {
        var step = SweepStep(data: data, grads: grads, node: .leaf, index: root)
        while step.index >= lowest {
            let index = step.index
            step.load(nodes[index])
            guard R.takes(index, grad: step.grad, of: self) else {
                step.index = index &- 1
                continue
            }
            // The usual operations come first, without a jump through a table.
            if step.node.isSum {
                if isSumOfProduct(index), step.node.firstIndex != index &- 1 {
                    step.index = sweepSum(endingAt: index, R.self)
                    continue
                }
                step.visitSum()
            } else if step.node.isProduct {
                step.visit(Multiply.self)
            } else if step.node.isSingleOperation {
                step.node.operation.dispatch(&step)
            } else if step.node.isCompound {
                step.index = sweepCompound(endingAt: index, R.self)
                continue
            }
            step.index = index &- 1
        }
    }

    /// Whether a node is the sum of a value and the product directly before it.
    @inline(__always)
    private func isSumOfProduct(_ index: Int) -> Bool {
        nodes[index].isSum && nodes[index].secondIndex == index &- 1 && nodes[index &- 1].isProduct
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
            // A product added to itself is left to the other steps, mark and all.
            guard follows || before != index &- 1 else { return index }
            R.take(index, of: self)
            let productGrad = grads[index &- 1] + grad
            grads[index &- 1] = productGrad
            grad += grads[before]
            grads[before] = grad
            R.take(index &- 1, of: self)
            let (x, y) = (data[product.firstIndex], data[product.secondIndex])
            grads[product.firstIndex] += productGrad * y + 0.0
            grads[product.secondIndex] += productGrad * x + 0.0
            index &-= 2
            guard follows, product.firstIndex != index, product.secondIndex != index,
                isSumOfProduct(index)
            else { return index }
        }
    }
}

// MARK: - What the root depends on

/// How a sweep knows what its root depends on.
protocol Reach {
    /// Whether the root depends on a node; asked once for each inner node.
    static func takes(_ index: Int, grad: Double, of sweep: Sweep) -> Bool
    /// Says that it does, instead of the question.
    static func take(_ index: Int, of sweep: Sweep)
}

/// The nodes that have a gradient.
enum FirstSweep: Reach {
    @inline(__always)
    static func takes(_ index: Int, grad: Double, of sweep: Sweep) -> Bool { Gradient.exists(grad) }

    @inline(__always)
    static func take(_ index: Int, of sweep: Sweep) {}
}

/// The nodes that are marked, which loses them the mark.
enum MarkedSweep: Reach {
    @inline(__always)
    static func takes(_ index: Int, grad: Double, of sweep: Sweep) -> Bool {
        guard sweep.nodes[index].flags.contains(.marked) else { return false }
        take(index, of: sweep)
        return true
    }

    @inline(__always)
    static func take(_ index: Int, of sweep: Sweep) { sweep.nodes[index].flags.remove(.marked) }
}

// MARK: - One node

/// Adds what one node gives to the gradients of its operands.
private struct SweepStep: OperationVisitor {
    let data: UnsafeMutablePointer<Double>
    let grads: UnsafeMutablePointer<Double>
    var node: Node
    var index: Int
    var grad = 0.0
    /// The gradient of the node before, where this step gave it some; else that of none.
    ///
    /// The step there takes it from here: through memory it would come four times as late.
    private var nextGrad = Gradient.none

    init(
        data: UnsafeMutablePointer<Double>, grads: UnsafeMutablePointer<Double>, node: Node, index: Int
    ) {
        self.data = data
        self.grads = grads
        self.node = node
        self.index = index
    }

    /// Turns to the node at `index`.
    @inline(__always)
    mutating func load(_ node: Node) {
        self.node = node
        grad = nextGrad
        if !Gradient.exists(grad) { grad = grads[index] }
        nextGrad = Gradient.none
    }

    @inline(__always)
    private mutating func add(_ contribution: Double, to operand: Int) {
        let grad = grads[operand] + contribution
        grads[operand] = grad
        if operand == index &- 1 { nextGrad = grad }
    }

    /// A gradient that exists is never negative zero, so that it can be added as it is.
    @inline(__always)
    mutating func visitSum() {
        add(grad, to: node.firstIndex)
        add(grad, to: node.secondIndex)
    }

    @inline(__always)
    mutating func visit<O: UnaryOperation>(_: O.Type) {
        add(O.gradX(grad, data[node.firstIndex], data[index]) + 0.0, to: node.firstIndex)
    }

    @inline(__always)
    mutating func visit<O: BinaryOperation>(_: O.Type) {
        let result = data[index]
        let first = data[node.firstIndex]
        switch node.form {
        case .values:
            let second = data[node.secondIndex]
            add(O.gradX(grad, first, second, result) + 0.0, to: node.firstIndex)
            add(O.gradY(grad, first, second, result) + 0.0, to: node.secondIndex)
        case .constantValue:
            add(O.gradY(grad, node.constant, first, result) + 0.0, to: node.firstIndex)
        default:
            add(O.gradX(grad, first, node.constant, result) + 0.0, to: node.firstIndex)
        }
    }
}
