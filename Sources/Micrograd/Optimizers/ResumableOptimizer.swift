/// An optimizer whose memory can be saved and restored, so that a training goes on later as if it had not stopped.
public protocol ResumableOptimizer: Optimizer {
    /// What it remembers, to be saved and restored.
    var state: OptimizerState { get }

    /// Continues from a state that an optimizer of the same kind had, for as many parameters.
    ///
    /// Takes over the learning rate too. All other numbers stay as given to the initializer. On an error nothing
    /// changes.
    func restore(_ state: OptimizerState) throws(OptimizerState.Mismatch)
}
