/// One operation of a recording that runs for each example, because one of its operands varies.
enum VaryingStep {
    case unary(Value.Operation, x: Int, result: Int)
    case binary(Value.Operation, Operands, result: Int)
    /// Neurons of shared parameters.
    case neurons(ReplayNeurons)
    /// A shared number, for each example.
    case spread(Int, result: Int)

    /// The slots of two operands, x and y in this order.
    enum Operands {
        case bothVary(Int, Int)
        case firstVaries(Int, shared: Int)
        case secondVaries(shared: Int, Int)

        var slots: [ReplaySlot] {
            switch self {
            case .bothVary(let x, let y): [.varying(x), .varying(y)]
            case .firstVaries(let x, let y): [.varying(x), .shared(y)]
            case .secondVaries(let x, let y): [.shared(x), .varying(y)]
            }
        }
    }

    var operands: [ReplaySlot] {
        switch self {
        case .unary(_, let x, _): [.varying(x)]
        case .binary(_, let operands, _): operands.slots
        case .neurons(let neurons):
            neurons.inputs.map { .varying($0) } + neurons.parameters.map { .shared($0) }
        case .spread(let x, _): [.shared(x)]
        }
    }

    /// The varying slots of the results.
    var results: Range<Int> {
        switch self {
        case .unary(_, _, let result), .binary(_, _, let result), .spread(_, let result): result..<result + 1
        case .neurons(let neurons): neurons.results
        }
    }

    /// The step, cut down to the results that are needed: of neurons a step for each run of them.
    func parts(needing isNeeded: (Int) -> Bool) -> [VaryingStep] {
        guard case .neurons(let neurons) = self else {
            return results.contains(where: isNeeded) ? [self] : []
        }
        var parts: [ReplayNeurons] = []
        for result in neurons.results where isNeeded(result) {
            if let last = parts.last, last.results.upperBound == result {
                parts[parts.count - 1].results = last.results.lowerBound..<result + 1
            } else {
                var part = neurons
                part.firstParameter += (result - neurons.results.lowerBound) * neurons.stride
                part.results = result..<result + 1
                parts.append(part)
            }
        }
        return parts.map { .neurons($0) }
    }
}

/// `activation(bᵢ + Σⱼ wᵢⱼ·xⱼ)` for each row i of a matrix, or without b.
struct ReplayNeurons {
    var activation: FusedActivation
    var hasBias: Bool
    /// The varying slot of each input.
    var inputs: [Int]
    /// The shared slot of the first weight; the rows follow each other, each with its bias at the end.
    var firstParameter: Int
    /// The varying slots of the outputs.
    var results: Range<Int>

    var stride: Int { inputs.count + (hasBias ? 1 : 0) }
    var parameters: Range<Int> { firstParameter..<firstParameter + results.count * stride }
}
