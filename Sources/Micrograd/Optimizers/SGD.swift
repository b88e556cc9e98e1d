internal import MicrogradSupport

/// Stochastic gradient descent, with momentum if wanted; the numbers of `torch.optim.SGD`.
///
/// For a parameter p with gradient g, and λ the weight decay, μ the momentum, η the learning rate:
///
///     g ← g + λ·p
///     v ← μ·v + g                   at first 0
///     p ← p - η·v                   or p - η·(g + μ·v) with Nesterov's momentum
///
/// Source: Sutskever et al., On the Importance of Initialization and Momentum in Deep Learning, 2013, in the form
/// of PyTorch, where η stands outside of v.
public final class SGD: ResumableOptimizer {
    /// What it changes, each once.
    public let parameters: [Value]
    /// How far a step goes: a finite number, 0 or more.
    public var learningRate: Double {
        didSet { OptimizerChecks(optimizer: "SGD").rate(learningRate) }
    }

    private let momentum: Double
    private let nesterov: Bool
    private let weightDecay: Double
    private var stepCount = 0
    /// Empty without momentum.
    private var velocity: [Double]

    /// Makes an optimizer at rest.
    ///
    /// - Parameters:
    ///   - parameters: Leaves, at least one; what stands there twice counts once.
    ///   - learningRate: η, 0 or more.
    ///   - momentum: μ, 0 or more; 0 by default.
    ///   - nesterov: Whether to look ahead along v; needs a momentum. False by default.
    ///   - weightDecay: λ, 0 or more; 0 by default.
    public init(
        _ parameters: [Value], learningRate: Double, momentum: Double = 0, nesterov: Bool = false,
        weightDecay: Double = 0
    ) {
        let checks = OptimizerChecks(optimizer: "SGD")
        self.parameters = checks.parameters(parameters)
        self.learningRate = learningRate
        checks.rate(learningRate)
        self.momentum = checks.notNegative(momentum, "momentum")
        self.weightDecay = checks.notNegative(weightDecay, "weight decay")
        guard !nesterov || momentum > 0 else { trap("SGD needs a momentum above 0 for `nesterov: true`.") }
        self.nesterov = nesterov
        velocity = momentum > 0 ? [Double](repeating: 0, count: self.parameters.count) : []
    }

    /// Changes the data of all parameters by their gradients.
    public func step() {
        stepCount += 1
        let (rate, momentum, nesterov, weightDecay) = (learningRate, momentum, nesterov, weightDecay)
        velocity.withUnsafeMutableBufferPointer { velocity in
            for (index, parameter) in parameters.enumerated() {
                let data = parameter.data
                var change = parameter.grad
                if weightDecay > 0 { change += weightDecay * data }
                if momentum > 0 {
                    velocity[index] = momentum * velocity[index] + change
                    change = nesterov ? change + momentum * velocity[index] : velocity[index]
                }
                parameter.data = data - rate * change
            }
        }
    }

    /// The steps, the learning rate, and with momentum `velocity`.
    public var state: OptimizerState {
        OptimizerState(
            optimizer: "SGD", stepCount: stepCount, learningRate: learningRate,
            lists: momentum > 0 ? ["velocity": velocity] : [:])
    }

    /// Continues from a state that an SGD had, for as many parameters.
    public func restore(_ state: OptimizerState) throws(OptimizerState.Mismatch) {
        try state.check("SGD", lists: momentum > 0 ? ["velocity"] : [], count: parameters.count)
        (stepCount, learningRate) = (state.stepCount, state.learningRate)
        velocity = state.lists["velocity"] ?? []
    }
}
