internal import MicrogradSupport

/// The operations that one output of a compound stands for, as the nodes that operators would have recorded.
struct CompoundParts {
    private let state: TapeState
    private let compound: Compound
    private let numbering: WalkNumbering
    private let number: Int
    private let row: Int
    private let output: Int
    private let scope: Int?

    private var nodes: [GraphNode] = []

    /// Returns the nodes, operands before results; the last is the output itself.
    static func nodes(
        ofOutput output: Int, in state: TapeState, history: DataHistory, numbering: WalkNumbering, scope: Int?
    ) -> [GraphNode] {
        var parts = CompoundParts(output: output, in: state, numbering: numbering, scope: scope)
        parts.makeNodes(history)
        return parts.nodes
    }

    private init(output: Int, in state: TapeState, numbering: WalkNumbering, scope: Int?) {
        self.state = state
        self.numbering = numbering
        self.output = output
        self.scope = scope
        number = state.nodes[output].firstIndex
        row = state.nodes[output].secondIndex
        compound = state.compounds[number]
    }

    /// The gradient of the output; nil where no backward has reached it.
    private var grad: Double? {
        Gradient.exists(state.grads[output]) ? state.grads[output] : nil
    }

    private var firstID: Int { numbering.id(of: output) - compound.operationCount + 1 }

    /// The data of an operand when the compound was computed.
    private func data(_ index: Int, _ history: DataHistory) -> Double {
        history.data(index, atCompound: number, in: state)
    }

    private func input(_ column: Int) -> Int { state.operand(column, of: compound.inputs) }

    private func weight(_ position: Int) -> Int {
        state.operand(row * compound.stride + position, of: compound.weights)
    }

    private mutating func makeNodes(_ history: DataHistory) {
        let innerGrad = state.innerGrad(of: output)
        let inner = Gradient.exists(innerGrad) ? innerGrad : nil
        var sum: (id: Int, data: Double)?
        if compound.kind == .neurons {
            let bias = weight(compound.columnCount)
            sum = (numbering.id(of: bias), data(bias, history))
        }
        for column in 0..<compound.columnCount {
            var term = (id: numbering.id(of: input(column)), data: data(input(column), history))
            if compound.kind != .sum { term = append(productOf: column, grad: inner, history) }
            guard let before = sum else {
                sum = term
                continue
            }
            let total = before.data + term.data
            sum = (append(.add, [before.id, term.id], [1, 1], data: total, grad: inner), total)
        }
        if let operation = compound.activation.operation, let sum {
            let derivative = operation.derivatives(sum.data, 0, result: state.data[output]).x + 0.0
            _ = append(operation, [sum.id], [derivative], data: 0, grad: nil)
        }
        // The output has a node of its own, whose numbers a caller may have set.
        nodes[nodes.count - 1].data = state.data[output]
        nodes[nodes.count - 1].grad = grad
        nodes[nodes.count - 1].label = state.labels.pointee[output]
    }

    private mutating func append(
        productOf column: Int, grad: Double?, _ history: DataHistory
    ) -> (id: Int, data: Double) {
        let (weight, input) = (weight(column), input(column))
        let product = data(weight, history) * data(input, history)
        let id = append(
            .multiply, [numbering.id(of: weight), numbering.id(of: input)],
            [state.data[input] + 0.0, state.data[weight] + 0.0], data: product, grad: grad)
        return (id, product)
    }

    private mutating func append(
        _ operation: Value.Operation, _ operands: [Int], _ derivatives: [Double], data: Double, grad: Double?
    ) -> Int {
        let id = firstID + nodes.count
        nodes.append(
            GraphNode(
                id: id, operation: operation, operands: operands, data: data, grad: grad,
                localDerivatives: derivatives, scope: scope))
        return id
    }

    // MARK: Whole

    /// Returns the output as one node, whose operands are the inputs, then the weights, then the bias.
    static func wholeNode(
        ofOutput output: Int, in state: TapeState, numbering: WalkNumbering, scope: Int?
    ) -> GraphNode {
        let parts = CompoundParts(output: output, in: state, numbering: numbering, scope: scope)
        return parts.wholeNode()
    }

    private func wholeNode() -> GraphNode {
        let slope = compound.activation.grad(1, result: state.data[output])
        var operands = (0..<compound.columnCount).map(input)
        var derivatives = operands.map { _ in 1.0 }
        if compound.kind != .sum {
            let weights = (0..<compound.stride).map(weight)
            derivatives = zip(operands, weights).map { slope * state.data[$1] + 0.0 }
            derivatives += operands.map { slope * state.data[$0] + 0.0 }
            if compound.kind == .neurons { derivatives.append(slope) }
            operands += weights
        }
        return GraphNode(
            id: numbering.id(of: output), operation: compound.lastOperation,
            operands: operands.map(numbering.id), data: state.data[output], grad: grad,
            localDerivatives: derivatives, label: state.labels.pointee[output],
            scope: scope, compound: compound.graphCompound)
    }
}

extension Compound {
    fileprivate var graphCompound: GraphCompound {
        switch kind {
        case .neurons: .neuron
        case .dot: .dot
        case .sum: .sum
        }
    }
}
