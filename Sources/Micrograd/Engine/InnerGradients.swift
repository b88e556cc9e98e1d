/// The gradients of the operations that outputs of compounds stand for, where the numbers of an output no
/// longer tell them, because they were set by hand.
///
/// These operations have no nodes: a walk takes their gradients from data and gradient of the output, as the
/// last sweep through it did.
struct InnerGradients {
    private var grads: [Int: Double] = [:]
    /// No output from here on has an entry.
    private var end = 0

    var count: Int { grads.count }
    var isEmpty: Bool { end == 0 }

    subscript(output: Int) -> Double? { isEmpty ? nil : grads[output] }

    /// Adds the gradient of an output that has none here yet.
    mutating func keep(_ grad: Double, of output: Int) {
        guard grads[output] == nil else { return }
        grads[output] = grad
        end = max(end, output + 1)
    }

    mutating func remove(_ output: Int) {
        grads[output] = nil
        if grads.isEmpty { end = 0 }
    }

    /// Moves those of a region, or removes them where they have no new place.
    mutating func moveAll(from start: Int, to place: (Int) -> Int?) {
        guard end > start else { return }
        var moved: [Int: Double] = [:]
        end = 0
        for (output, grad) in grads {
            guard let place = output < start ? output : place(output) else { continue }
            moved[place] = grad
            end = max(end, place + 1)
        }
        grads = moved
    }

    /// Removes those of a region that ends.
    @inline(__always)
    mutating func removeAll(from start: Int) {
        if _slowPath(end > start) { remove(from: start) }
    }

    @inline(never)
    private mutating func remove(from start: Int) {
        grads = grads.filter { $0.key < start }
        end = grads.isEmpty ? 0 : start
    }
}

extension TapeState {
    /// What the last sweep through an output gave to the operation before its activation.
    func innerGrad(of output: Int) -> Double {
        if let kept = innerGrads.pointee[output] { return kept }
        guard Gradient.exists(grads[output]) else { return Gradient.none }
        return compounds[nodes[output].firstIndex].activation.grad(grads[output], result: data[output])
    }

    /// Keeps what the last sweep gave to the operations of an output, whose data or gradient are about to be set.
    @usableFromInline @inline(never)
    mutating func keepInnerGrad(of output: Int) {
        innerGrads.pointee.keep(innerGrad(of: output), of: output)
    }
}
