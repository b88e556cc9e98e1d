/// Adam with weight decay apart from the gradient; the numbers of `torch.optim.AdamW`.
///
/// A step is that of `Adam` without weight decay, but for its last line, in which λ is the weight decay:
///
///     p ← (1 - η·λ)·p - η · m/(1 - β₁ᵗ) / (√(v/(1 - β₂ᵗ)) + ε)
///
/// Source: Loshchilov and Hutter, Decoupled Weight Decay Regularization, arXiv:1711.05101; the defaults are PyTorch's.
public final class AdamW: ResumableOptimizer {
    /// What it changes, each once.
    public let parameters: [Value]
    /// How far a step goes: a finite number, 0 or more.
    public var learningRate: Double {
        didSet { OptimizerChecks(optimizer: "AdamW").rate(learningRate) }
    }

    private var moments: AdamMoments

    /// Makes an optimizer before its first step.
    ///
    /// - Parameters:
    ///   - parameters: Leaves, at least one; what stands there twice counts once.
    ///   - learningRate: η, 0 or more; 1e-3 by default.
    ///   - beta1: β₁, in 0 ..< 1; 0.9 by default.
    ///   - beta2: β₂, in 0 ..< 1; 0.999 by default.
    ///   - epsilon: ε, 0 or more; 1e-8 by default.
    ///   - weightDecay: λ, 0 or more; 1e-2 by default.
    public init(
        _ parameters: [Value], learningRate: Double = 1e-3, beta1: Double = 0.9, beta2: Double = 0.999,
        epsilon: Double = 1e-8, weightDecay: Double = 1e-2
    ) {
        let checks = OptimizerChecks(optimizer: "AdamW")
        self.parameters = checks.parameters(parameters)
        self.learningRate = learningRate
        checks.rate(learningRate)
        moments = AdamMoments(
            checks, count: self.parameters.count, beta1: beta1, beta2: beta2, epsilon: epsilon,
            weightDecay: .parameter(weightDecay))
    }

    /// Changes the data of all parameters by their gradients.
    public func step() { moments.step(parameters, learningRate: learningRate) }

    /// The steps, the learning rate, `firstMoments` (m) and `secondMoments` (v).
    public var state: OptimizerState { moments.state(learningRate: learningRate) }

    /// Continues from a state that an AdamW had, for as many parameters.
    public func restore(_ state: OptimizerState) throws(OptimizerState.Mismatch) {
        try moments.restore(state)
        learningRate = state.learningRate
    }
}
