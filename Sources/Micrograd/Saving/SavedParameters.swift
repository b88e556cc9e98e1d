internal import MicrogradSupport

/// The numbers of a model's parameters, each with its name, and where wanted the state of its optimizer.
///
/// It needs no tape, and has a JSON form that keeps every bit of a number (but NaN is one number).
public struct SavedParameters: Sendable, Equatable {
    /// In the order of the model; names are different from each other.
    public let parameters: [Parameter]
    /// The state of the optimizer that trained them; nil where none was saved.
    public let optimizer: OptimizerState?

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

    /// Makes saved parameters from their parts.
    ///
    /// - Precondition: The names of the parameters are different from each other.
    public init(_ parameters: [Parameter], optimizer: OptimizerState? = nil) {
        var seen: Set<String> = []
        for parameter in parameters where !seen.insert(parameter.name).inserted {
            trap("Two parameters to save are named '\(parameter.name)'. Give each a name of its own.")
        }
        self.parameters = parameters
        self.optimizer = optimizer
    }
}
