/// RMSProp: steps by the gradient over the root of the running mean of its squares; the numbers of `torch.optim.RMSprop`.
///
/// For a parameter p with gradient g, and λ the weight decay, μ the momentum, η the learning rate:
///
///     g ← g + λ·p
///     v ← α·v + (1 - α)·g²          at first 0
///     b ← μ·b + g / (√v + ε)        at first 0
///     p ← p - η·b
///
/// Source: Hinton, Neural Networks for Machine Learning, lecture 6e, 2012; the defaults are PyTorch's.
public final class RMSProp: ResumableOptimizer {
    /// What it changes, each once.
    public let parameters: [Value]
    /// How far a step goes: a finite number, 0 or more.
    public var learningRate: Double {
        didSet { OptimizerChecks(optimizer: "RMSProp").rate(learningRate) }
    }

    private let alpha: Double
    private let epsilon: Double
    private let momentum: Double
    private let weightDecay: Double
    private var stepCount = 0
    private var squares: [Double]
    /// Empty without momentum.
    private var velocity: [Double]

    /// Makes an optimizer before its first step.
    ///
    /// - Parameters:
    ///   - parameters: Leaves, at least one; what stands there twice counts once.
    ///   - learningRate: η, 0 or more; 1e-2 by default.
    ///   - alpha: α, in 0 ..< 1; 0.99 by default.
    ///   - epsilon: ε, 0 or more; 1e-8 by default.
    ///   - momentum: μ, 0 or more; 0 by default.
    ///   - weightDecay: λ, 0 or more; 0 by default.
    public init(
        _ parameters: [Value], learningRate: Double = 1e-2, alpha: Double = 0.99, epsilon: Double = 1e-8,
        momentum: Double = 0, weightDecay: Double = 0
    ) {
        let checks = OptimizerChecks(optimizer: "RMSProp")
        self.parameters = checks.parameters(parameters)
        self.learningRate = learningRate
        checks.rate(learningRate)
        self.alpha = checks.share(alpha, "`alpha`")
        self.epsilon = checks.notNegative(epsilon, "`epsilon`")
        self.momentum = checks.notNegative(momentum, "momentum")
        self.weightDecay = checks.notNegative(weightDecay, "weight decay")
        squares = [Double](repeating: 0, count: self.parameters.count)
        velocity = momentum > 0 ? squares : []
    }

    /// Changes the data of all parameters by their gradients.
    public func step() {
        stepCount += 1
        let (rate, alpha, epsilon) = (learningRate, alpha, epsilon)
        let (momentum, weightDecay) = (momentum, weightDecay)
        squares.withUnsafeMutableBufferPointer { squares in
            velocity.withUnsafeMutableBufferPointer { velocity in
                for (index, parameter) in parameters.enumerated() {
                    let data = parameter.data
                    var grad = parameter.grad
                    if weightDecay > 0 { grad += weightDecay * data }
                    squares[index] = alpha * squares[index] + (1 - alpha) * grad * grad
                    var change = grad / (squares[index].squareRoot() + epsilon)
                    if momentum > 0 {
                        change += momentum * velocity[index]
                        velocity[index] = change
                    }
                    parameter.data = data - rate * change
                }
            }
        }
    }

    /// The steps, the learning rate, `squares` (v) and with momentum `velocity` (b).
    public var state: OptimizerState {
        var lists = ["squares": squares]
        if momentum > 0 { lists["velocity"] = velocity }
        return OptimizerState(
            optimizer: "RMSProp", stepCount: stepCount, learningRate: learningRate, lists: lists)
    }

    /// Continues from a state that an RMSProp had, for as many parameters.
    public func restore(_ state: OptimizerState) throws(OptimizerState.Mismatch) {
        let lists = momentum > 0 ? ["squares", "velocity"] : ["squares"]
        try state.check("RMSProp", lists: lists, count: parameters.count)
        (stepCount, learningRate) = (state.stepCount, state.learningRate)
        squares = state.lists["squares"] ?? []
        velocity = state.lists["velocity"] ?? []
    }
}
