/// What `Adam` and `AdamW` share: the running means of the gradients and of their squares, and a step by them.
struct AdamMoments {
    /// Where weight decay takes hold.
    enum WeightDecay {
        /// As a part of the gradient, so the means see it: an L2 penalty.
        case gradient(Double)
        /// On the parameter, beside the step.
        case parameter(Double)
    }

    let name: String
    let beta1: Double
    let beta2: Double
    let epsilon: Double
    let weightDecay: WeightDecay
    private var stepCount = 0
    private var first: [Double]
    private var second: [Double]

    private static let lists = (first: "firstMoments", second: "secondMoments")

    init(
        _ checks: OptimizerChecks, count: Int, beta1: Double, beta2: Double, epsilon: Double,
        weightDecay: WeightDecay
    ) {
        name = checks.optimizer
        self.beta1 = checks.share(beta1, "`beta1`")
        self.beta2 = checks.share(beta2, "`beta2`")
        self.epsilon = checks.notNegative(epsilon, "`epsilon`")
        switch weightDecay {
        case .gradient(let decay), .parameter(let decay): _ = checks.notNegative(decay, "weight decay")
        }
        self.weightDecay = weightDecay
        first = [Double](repeating: 0, count: count)
        second = first
    }

    mutating func step(_ parameters: [Value], learningRate: Double) {
        stepCount += 1
        let (beta1, beta2, epsilon) = (beta1, beta2, epsilon)
        let size = learningRate / (1 - beta1 ** Double(stepCount))
        let correction = (1 - beta2 ** Double(stepCount)).squareRoot()
        let (inGradient, kept) =
            switch weightDecay {
            case .gradient(let decay): (decay, 1.0)
            case .parameter(let decay): (0.0, 1 - learningRate * decay)
            }
        first.withUnsafeMutableBufferPointer { first in
            second.withUnsafeMutableBufferPointer { second in
                for (index, parameter) in parameters.enumerated() {
                    let data = parameter.data
                    var grad = parameter.grad
                    if inGradient > 0 { grad += inGradient * data }
                    first[index] += (1 - beta1) * (grad - first[index])
                    second[index] = beta2 * second[index] + (1 - beta2) * grad * grad
                    let scale = second[index].squareRoot() / correction + epsilon
                    parameter.data = kept * data - size * (first[index] / scale)
                }
            }
        }
    }

    func state(learningRate: Double) -> OptimizerState {
        OptimizerState(
            optimizer: name, stepCount: stepCount, learningRate: learningRate,
            lists: [Self.lists.first: first, Self.lists.second: second])
    }

    mutating func restore(_ state: OptimizerState) throws(OptimizerState.Mismatch) {
        try state.check(name, lists: [Self.lists.first, Self.lists.second], count: first.count)
        stepCount = state.stepCount
        first = state.lists[Self.lists.first] ?? []
        second = state.lists[Self.lists.second] ?? []
    }
}
