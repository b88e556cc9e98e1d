/// What an optimizer remembers between steps: a plain value, to be saved with the parameters.
///
///     let state = optimizer.state
///     // … in another run, on parameters with the data of then:
///     try optimizer.restore(state)
///
/// A restored optimizer continues bit for bit.
public struct OptimizerState: Equatable, Sendable {
    /// Whose it is, such as `Adam`.
    public var optimizer: String
    /// How many steps it has made.
    public var stepCount: Int
    /// That of its last moment.
    public var learningRate: Double
    /// What it keeps by name, such as `velocity`; one number for each parameter.
    public var lists: [String: [Double]]

    /// Makes a state from what was saved.
    public init(optimizer: String, stepCount: Int, learningRate: Double, lists: [String: [Double]]) {
        self.optimizer = optimizer
        self.stepCount = stepCount
        self.learningRate = learningRate
        self.lists = lists
    }
}

extension OptimizerState {
    /// Why a state does not fit an optimizer.
    public enum Mismatch: Error, Equatable, Sendable {
        /// It is that of another kind.
        case optimizer(String, expected: String)
        /// It has other lists, as with and without momentum.
        case lists([String], expected: [String])
        /// It is for another number of parameters.
        case count(Int, list: String, expected: Int)
        /// A number that no optimizer has.
        case number(Double, name: String)
    }

    /// Checks that the state is one of `optimizer`, with `lists` of `count` numbers each.
    func check(_ optimizer: String, lists names: [String], count: Int) throws(Mismatch) {
        guard self.optimizer == optimizer else {
            throw .optimizer(self.optimizer, expected: optimizer)
        }
        guard lists.keys.sorted() == names.sorted() else {
            throw .lists(lists.keys.sorted(), expected: names.sorted())
        }
        for (name, numbers) in lists.sorted(by: { $0.key < $1.key }) where numbers.count != count {
            throw .count(numbers.count, list: name, expected: count)
        }
        guard stepCount >= 0 else { throw .number(Double(stepCount), name: "step count") }
        guard learningRate >= 0, learningRate.isFinite else {
            throw .number(learningRate, name: "learning rate")
        }
    }
}

extension OptimizerState.Mismatch: CustomStringConvertible {
    /// One sentence: what does not fit, and what to do.
    public var description: String {
        switch self {
        case .optimizer(let name, let expected):
            "the state is one of '\(name)', and this optimizer is '\(expected)'; restore it in one of its own kind"
        case .lists(let names, let expected):
            "the state holds \(Self.listing(names)), and this optimizer keeps \(Self.listing(expected)); make it with the same momentum as then"
        case .count(let count, let list, let expected):
            "the state's '\(list)' is for \(count) parameters, and this optimizer has \(expected); restore it for the model that it was saved with"
        case .number(let number, let name):
            "the state has a \(name) of \(number); it should be 0 or more"
        }
    }

    private static func listing(_ names: [String]) -> String {
        names.isEmpty ? "no lists" : names.map { "'\($0)'" }.joined(separator: " and ")
    }
}
