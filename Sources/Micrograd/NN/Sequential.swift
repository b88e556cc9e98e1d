internal import MicrogradSupport

/// Models one after the other: each is given what the one before returns.
///
///     let model = Sequential(
///         Reshape(1, 8, 8), Conv2D(1, 8, kernel: 3, padding: 1), Activation.relu, MaxPool2D(2), Flatten(),
///         Linear(128, 10))
public struct Sequential: Model {
    /// From the inputs to the outputs.
    public private(set) var models: [any Model]
    private let name: String
    private var instance = ScopeIdentity.makeInstance()

    /// - Parameter name: That of its scope in pictures.
    public init(_ models: any Model..., name: String = "sequential") {
        self.init(models, name: name)
    }

    /// - Parameter name: That of its scope in pictures.
    public init(_ models: [any Model], name: String = "sequential") {
        self.models = models
        self.name = name
    }

    /// Returns what the last model makes of what those before it make of the inputs.
    public func callAsFunction(_ inputs: Values) -> Values {
        guard let first = inputs.first else { return models.reduce(inputs) { $1($0) } }
        let scope = ScopeIdentity(kind: "sequential", name: name, on: first.state, instance: instance)
        return first.inScope(scope) { models.reduce(inputs) { $1($0) } }
    }

    /// Returns a sequence of copies, with parameters of their own.
    ///
    /// - Precondition: Each model knows how to copy itself (see `Module.copy()`), and no two share parameters.
    public func copy() -> Sequential {
        guard models.reduce(0, { $0 + $1.parameters.count }) == parameters.count else {
            trap(
                "Models of a Sequential that share parameters cannot be copied one by one. Make a second one in the same way, and call `copyParameters(from:)` on it."
            )
        }
        var copy = self
        copy.models = models.map { $0.copy() }
        copy.instance = ScopeIdentity.makeInstance()
        return copy
    }

    /// The models by their numbers: `0.weight.1.0`.
    public var parts: [ModulePart] { models.enumerated().map { ModulePart("\($0)", $1) } }
}
