extension Value {
    /// Adds what this value alone gives to the gradients of its operands: one step of `backward()`.
    ///
    /// The output of a neuron, sum or dot product goes through all the operations that it stands for. A leaf,
    /// or a value without a gradient, gives nothing.
    ///
    /// - Returns: Whether the value has a gradient.
    /// - Complexity: O(1), or O(n) in the operands of a compound.
    @discardableResult
    package func backwardStep() -> Bool {
        checkRecording()
        let state = state
        state.pointee.prepareGrads()
        let node = state.pointee.nodes[position]
        let grad = state.pointee.grads[position]
        guard Gradient.exists(grad) else { return false }
        guard !node.isLeaf else { return true }
        // An operand's gradient is about to change, and its own step has yet to come.
        state.pointee.forEachOperand(of: position) { operand in
            if state.pointee.nodes[operand].isCompound { state.pointee.keepInnerGrad(of: operand) }
        }
        state.pointee.sweptEnd = max(state.pointee.sweptEnd, position + 1)
        if node.isCompound {
            state.pointee.innerGrads.pointee.remove(position)
            _ = Sweep(state).sweepCompound(endingAt: position, ThisAlone.self)
            return true
        }
        let (data, grads) = (state.pointee.data, state.pointee.grads)
        let first = data[node.firstIndex]
        func gradients(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
            node.operation.gradients(grad, x, y, result: data[position])
        }
        switch node.form {
        case .leaf, .compound:
            break
        case .unary:
            grads[node.firstIndex] += gradients(first, first).x + 0.0
        case .values:
            let gradients = gradients(first, data[node.secondIndex])
            grads[node.firstIndex] += gradients.x + 0.0
            grads[node.secondIndex] += gradients.y + 0.0
        case .valueConstant:
            grads[node.firstIndex] += gradients(first, node.constant).x + 0.0
        case .constantValue:
            grads[node.firstIndex] += gradients(node.constant, first).y + 0.0
        }
        return true
    }
}

/// Takes no other output of the compound whose output is swept.
private enum ThisAlone: Reach {
    static func takes(_ index: Int, grad: Double, of sweep: Sweep) -> Bool { false }
    static func take(_ index: Int, of sweep: Sweep) {}
}
