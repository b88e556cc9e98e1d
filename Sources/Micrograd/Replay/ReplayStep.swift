/// Where a recording keeps a number: one for the whole batch, or one for each example.
struct ReplaySlot: BitwiseCopyable, Hashable {
    var index: Int
    /// Whether each example has a number of its own, because it depends on an input.
    var isVarying: Bool

    static func shared(_ index: Int) -> ReplaySlot { ReplaySlot(index: index, isVarying: false) }
    static func varying(_ index: Int) -> ReplaySlot { ReplaySlot(index: index, isVarying: true) }
}

/// One operation of a recording.
///
/// Its results vary if one of its operands does.
enum ReplayStep {
    case unary(Operation, x: ReplaySlot, result: ReplaySlot)
    case binary(Operation, x: ReplaySlot, y: ReplaySlot, result: ReplaySlot)
    /// Neurons of shared parameters, with inputs that vary.
    case neurons(ReplayNeurons)
    /// `x₀·y₀ + x₁·y₁ + …`, all shared.
    case dot(x: [Int], y: [Int], result: Int)
    /// A shared number, for each example.
    case spread(Int, result: Int)

    var operands: [ReplaySlot] {
        switch self {
        case .unary(_, let x, _): [x]
        case .binary(_, let x, let y, _): [x, y]
        case .neurons(let neurons):
            neurons.inputs.map { .varying($0) } + neurons.parameters.map { .shared($0) }
        case .dot(let x, let y, _): (x + y).map { .shared($0) }
        case .spread(let x, _): [.shared(x)]
        }
    }

    var results: [ReplaySlot] {
        switch self {
        case .unary(_, _, let result), .binary(_, _, _, let result): [result]
        case .neurons(let neurons): neurons.results.map { .varying($0) }
        case .dot(_, _, let result): [.shared(result)]
        case .spread(_, let result): [.varying(result)]
        }
    }

    /// The step, cut down to the results that are needed: of neurons a step for each run of them.
    func parts(needing isNeeded: (ReplaySlot) -> Bool) -> [ReplayStep] {
        guard case .neurons(let neurons) = self else {
            return results.contains(where: isNeeded) ? [self] : []
        }
        var parts: [ReplayNeurons] = []
        for result in neurons.results where isNeeded(.varying(result)) {
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
    /// The slot of each input.
    var inputs: [Int]
    /// The slot of the first weight; the rows follow each other, each with its bias at the end.
    var firstParameter: Int
    /// The slots of the outputs.
    var results: Range<Int>

    var stride: Int { inputs.count + (hasBias ? 1 : 0) }
    var parameters: Range<Int> { firstParameter..<firstParameter + results.count * stride }
}
