/// What changes parameters against their gradients: `SGD`, `Adam`, `AdamW`, `RMSProp`, or one of your own.
///
/// One that can be saved in the middle of a training is a `ResumableOptimizer`, as those of the package are.
///
///     let optimizer = Adam(model.parameters, learningRate: 0.01)
///     for _ in 0..<100 {
///         withTape {
///             let loss = loss(of: model)
///             optimizer.zeroGrad()
///             loss.backward()
///             optimizer.step()
///         }
///     }
///
/// A parameter that no backward has reached counts as one with a gradient of 0: weight decay and momentum still
/// move it. PyTorch leaves it as it is.
///
/// - Note: A class, because it remembers earlier steps. Not `Sendable`: it belongs to the tape of its parameters,
///   and is valid as long as they are.
public protocol Optimizer: AnyObject {
    /// What it changes, each once.
    var parameters: [Value] { get }
    /// How far a step goes; set it before each step to follow a `LearningRateSchedule`.
    var learningRate: Double { get set }

    /// Changes the data of all parameters by their gradients.
    func step()
}

extension Optimizer {
    /// Removes the gradients of all parameters: call it before each `backward()` of a training loop.
    public func zeroGrad() {
        for parameter in parameters { parameter.zeroGrad() }
    }
}
