internal import MicrogradSupport

/// What a tape stores for values that were computed together, each of which stands for many operations.
///
/// Its outputs stand on the tape side by side, one node each; the multiplications, additions and
/// activations that they stand for have no nodes. A walk shows them all the same: see `CompoundParts`.
@usableFromInline
struct Compound: BitwiseCopyable {
    enum Kind: UInt8 {
        /// Output i is `activation(bᵢ + wᵢ₀·x₀ + wᵢ₁·x₁ + …)`: neurons that share their inputs.
        case neurons
        /// The one output is `w₀·x₀ + w₁·x₁ + …`.
        case dot
        /// The one output is `x₀ + x₁ + …`.
        case sum
    }

    var kind: Kind
    var activation: FusedActivation
    /// How many outputs there are.
    var rows: UInt32
    /// How many inputs there are, at least 1; for a sum at least 2.
    var columns: UInt32
    /// The index of the first output.
    var firstOutput: UInt32
    /// x.
    var inputs: OperandList
    /// w; of neurons with a bias after the weights of each. Without meaning in a sum.
    var weights: OperandList
    /// The number of the first neuron's scope, where each output has one of its own; else 0.
    var firstInstance: UInt64

    var outputs: Range<Int> { Int(firstOutput)..<Int(firstOutput) + Int(rows) }
    var columnCount: Int { Int(columns) }

    /// How many weights a row has, its bias included.
    var stride: Int { kind == .neurons ? columnCount + 1 : columnCount }

    /// How many operations each output stands for.
    var operationCount: Int {
        switch kind {
        case .neurons: 2 * columnCount + (activation == .linear ? 0 : 1)
        case .dot: 2 * columnCount - 1
        case .sum: columnCount - 1
        }
    }

    /// The operation that makes an output, the last of those that it stands for.
    var lastOperation: Value.Operation {
        switch kind {
        case .neurons: activation.operation ?? .add
        case .dot: columns == 1 ? .multiply : .add
        case .sum: .add
        }
    }
}

extension TapeState {
    /// Calls `body` for each operand of a node that is a value; for a value used twice, twice.
    @inline(__always)
    func forEachOperand(of index: Int, _ body: (Int) -> Void) {
        let node = nodes[index]
        switch node.form {
        case .leaf:
            break
        case .unary, .valueConstant, .constantValue:
            body(node.firstIndex)
        case .values:
            body(node.firstIndex)
            body(node.secondIndex)
        case .compound:
            let compound = compounds[node.firstIndex]
            for column in 0..<compound.columnCount { body(operand(column, of: compound.inputs)) }
            guard compound.kind != .sum else { return }
            let start = node.secondIndex * compound.stride
            for position in start..<start + compound.stride { body(operand(position, of: compound.weights)) }
        }
    }
}
