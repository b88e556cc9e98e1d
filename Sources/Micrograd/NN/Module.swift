/// A part of a network: something with parameters.
///
/// A struct of values and modules needs no more than the name of the protocol. Its parameters are those of its
/// stored properties, and are named after them:
///
///     struct Classifier: Module {
///         let hidden = Linear(2, 16, seed: 1)
///         let output = Linear(16, 1, seed: 2)
///     }
///     Classifier().namedParameters[0].name  // "hidden.weight.0.0"
public protocol Module {
    /// What the module is made of, in order, by name.
    ///
    /// By default the stored properties that are values, modules, or lists, tuples and optionals of these.
    var parts: [ModulePart] { get }

    /// All parameters, those of nested modules included, as one flat list in the order of `parts`.
    var parameters: [Value] { get }

    /// Turns training or evaluation on, for all nested modules: only `Dropout` works in another way in each.
    func setMode(_ mode: ModuleMode)
}

/// Whether a network learns or is used.
public enum ModuleMode: Sendable {
    case training, evaluation
}

extension Module {
    /// The stored properties that hold parameters, found by reflection.
    public var parts: [ModulePart] { ModulePart.storedProperties(of: self) }

    /// The parameters of all parts, gathered anew at each call.
    public var parameters: [Value] { parts.flatMap(\.parameters) }

    /// Hands the mode on to all parts that are modules.
    public func setMode(_ mode: ModuleMode) {
        for part in parts { part.setMode(mode) }
    }

    /// Removes the gradients of all parameters: call it before each `backward()` of a training loop.
    public func zeroGrad() {
        for parameter in parameters { parameter.zeroGrad() }
    }

    /// All parameters in the order of `parameters`, each with its place in the module, such as `layers.0.bias`.
    public var namedParameters: [NamedParameter] {
        parts.flatMap { $0.namedParameters(prefix: "") }
    }
}

/// A parameter and its place in a module.
public struct NamedParameter {
    /// The names of the parts around it and its own, with points between, such as `layers.0.neurons.2.w1`.
    public let name: String
    /// The parameter itself.
    public let value: Value
}
