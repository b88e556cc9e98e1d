import Micrograd
import Testing

/// Sweeps a walk by hand, from its last node on; holds all gradients to the result, to the last bit.
func expectGradientsFollow(_ nodes: [GraphNode], sourceLocation: SourceLocation = #_sourceLocation) {
    var grads = [Double](repeating: 0, count: nodes.count)
    grads[nodes.count - 1] = 1
    for node in nodes.reversed() {
        for (operand, derivative) in zip(node.operands, node.localDerivatives) {
            #expect(operand < node.id, sourceLocation: sourceLocation)
            grads[operand] += grads[node.id] * derivative
        }
    }
    // The same additions in the same order.
    #expect(nodes.map(\.grad) == grads, sourceLocation: sourceLocation)
}
