/// The numbers of a model's parameters, each with its name, and where wanted the state of its optimizer.
///
/// It needs no tape, and has a JSON form that keeps every bit of a number (but NaN is one number).
public struct SavedParameters: Sendable, Equatable {
    /// In the order of the model; names are different from each other.
    public let parameters: [Parameter]
    /// The state of the optimizer that trained them; nil where none was saved.
    public let optimizer: Optimizer?

    /// One parameter.
    public struct Parameter: Sendable, Equatable {
        /// Where it stands in the model, such as `layers.0.neurons.3.w0`.
        public var name: String
        /// Its number.
        public var data: Double

        /// Makes a parameter from its parts.
        public init(name: String, data: Double) {
            self.name = name
            self.data = data
        }
    }

    /// The state of an optimizer.
    public struct Optimizer: Sendable, Equatable {
        /// What it is, such as `Adam`.
        public var name: String
        /// How many steps it has taken, 0 or more.
        public var stepCount: Int
        /// Its lists of numbers; names are different from each other.
        public var lists: [NumberList]

        /// Makes a state from its parts.
        public init(name: String, stepCount: Int, lists: [NumberList]) {
            self.name = name
            self.stepCount = stepCount
            self.lists = lists
        }
    }

    /// Numbers with a name.
    public struct NumberList: Sendable, Equatable {
        /// What the numbers are, such as `velocity`.
        public var name: String
        /// Any number of them.
        public var numbers: [Double]

        /// Makes a list from its parts.
        public init(name: String, numbers: [Double]) {
            self.name = name
            self.numbers = numbers
        }
    }

    /// Makes saved parameters from their parts.
    ///
    /// - Precondition: The names of the parameters are different from each other, and so are those of the
    ///   optimizer's lists.
    public init(_ parameters: [Parameter], optimizer: Optimizer? = nil) {
        SavedParameters.checkNames(parameters.lazy.map(\.name), "parameters")
        SavedParameters.checkNames((optimizer?.lists ?? []).lazy.map(\.name), "lists of an optimizer")
        if let optimizer, optimizer.stepCount < 0 {
            trap("An optimizer has taken 0 steps or more (got \(optimizer.stepCount)).")
        }
        self.parameters = parameters
        self.optimizer = optimizer
    }

    private static func checkNames(_ names: some Sequence<String>, _ what: String) {
        var seen: Set<String> = []
        for name in names where !seen.insert(name).inserted {
            trap("Two \(what) to save are named '\(name)'. Give each a name of its own.")
        }
    }
}
