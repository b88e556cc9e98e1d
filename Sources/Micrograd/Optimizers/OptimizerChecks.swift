internal import MicrogradSupport

/// Holds what an optimizer is given to what it can use.
struct OptimizerChecks {
    /// Its name in the messages.
    let optimizer: String

    /// Returns each parameter once, because a second one would be a second step.
    func parameters(_ parameters: [Value]) -> [Value] {
        guard !parameters.isEmpty else {
            trap("\(optimizer) needs at least one parameter: give it the `parameters` of a model.")
        }
        guard parameters.allSatisfy(\.isLeaf) else {
            trap("\(optimizer) was given a value that was computed: only a leaf can be trained.")
        }
        return parameters.distinct
    }

    func notNegative(_ number: Double, _ name: String) -> Double {
        guard number >= 0 else { trap("\(optimizer) needs a \(name) of 0 or more (got \(number)).") }
        return number
    }

    func rate(_ rate: Double) {
        guard rate >= 0, rate.isFinite else {
            trap("\(optimizer) needs a finite learning rate of 0 or more (got \(rate)).")
        }
    }

    /// The share that a mean of earlier gradients keeps in a step.
    func share(_ number: Double, _ name: String) -> Double {
        guard number >= 0, number < 1 else {
            trap("\(optimizer) needs a \(name) of at least 0 and below 1 (got \(number)).")
        }
        return number
    }
}
