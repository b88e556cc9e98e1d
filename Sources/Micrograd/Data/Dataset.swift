internal import MicrogradSupport

/// Examples to learn from: lists of inputs, each with its list of targets.
///
///     let moons = makeMoons(200, noise: 0.1, using: &random)
///     for (inputs, targets) in moons { … }
///
/// It is a collection of examples, so `count`, `prefix` and loops work on it.
public struct Dataset: Sendable, Equatable {
    /// One list for each example, all of one length.
    public let inputs: [[Double]]
    /// One list for each example, all of one length; for classes a list of one number, the index of the class.
    public let targets: [[Double]]

    /// Makes a dataset of inputs and targets, both of shape [examples][numbers].
    ///
    /// - Precondition: As many lists of targets as of inputs; each of the two of one length.
    public init(inputs: [[Double]], targets: [[Double]]) {
        guard inputs.count == targets.count else {
            trap(
                "A dataset needs targets for each example: it was given \(inputs.count) lists of inputs and "
                    + "\(targets.count) of targets.")
        }
        inputs.checkWidths("The inputs of a dataset")
        targets.checkWidths("The targets of a dataset")
        self.inputs = inputs
        self.targets = targets
    }

    /// Makes a dataset of inputs and the class of each.
    ///
    /// - Precondition: As many labels as lists of inputs, which are of one length.
    public init(inputs: [[Double]], labels: [Int]) {
        self.init(inputs: inputs, targets: labels.map { [Double($0)] })
    }

    /// The class of each example: its only target, as a whole number.
    ///
    /// - Precondition: Each list of targets is one whole number.
    public var labels: [Int] {
        targets.enumerated().map { index, targets in
            guard targets.count == 1, let label = Int(exactly: targets[0]) else {
                trap("Example \(index) has no label: its targets are \(targets), not one whole number.")
            }
            return label
        }
    }

    /// Returns the examples at some indices, in their order; an index may come twice.
    public func subset(_ indices: some Sequence<Int>) -> Dataset {
        var inputs: [[Double]] = []
        var targets: [[Double]] = []
        for index in indices {
            let example = self[index]
            inputs.append(example.inputs)
            targets.append(example.targets)
        }
        return Dataset(inputs: inputs, targets: targets)
    }
}

extension Dataset: RandomAccessCollection {
    /// One example.
    public typealias Element = (inputs: [Double], targets: [Double])

    /// Always 0.
    public var startIndex: Int { 0 }
    /// The number of examples.
    public var endIndex: Int { inputs.count }

    /// Returns an example.
    public subscript(index: Int) -> (inputs: [Double], targets: [Double]) {
        guard inputs.indices.contains(index) else {
            trap("A dataset of \(inputs.count) examples has no example \(index).")
        }
        return (inputs[index], targets[index])
    }
}

extension Dataset: CustomStringConvertible {
    /// The sizes, such as `Dataset of 100 examples (2 inputs, 1 targets)`.
    public var description: String {
        "Dataset of \(count) examples (\(inputs.first?.count ?? 0) inputs, \(targets.first?.count ?? 0) targets)"
    }
}

extension [[Double]] {
    /// Ends the program where a row has another length than the first.
    func checkWidths(_ what: String) {
        guard let first, let index = firstIndex(where: { $0.count != first.count }) else { return }
        trap(
            "\(what) need rows of one length: row \(index) has \(self[index].count) and row 0 has \(first.count)."
        )
    }
}
