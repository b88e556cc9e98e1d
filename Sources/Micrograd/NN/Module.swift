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
    /// By default the stored properties that are values, modules, or lists, tuples and optionals of these, found
    /// by reflection. A lazy property is none before its first use.
    var parts: [ModulePart] { get }
}

extension Module {
    /// The stored properties that hold parameters.
    public var parts: [ModulePart] { ModulePart.storedProperties(of: self) }

    /// All parameters, those of nested modules included, as one flat list in the order of `parts`.
    ///
    /// One that belongs to several parts stands there once. Gathered anew at each call.
    public var parameters: [Value] { ModuleContents(of: self).parameters.distinct }

    /// All parameters, each with its place in the module, such as `layers.0.bias`.
    ///
    /// One that belongs to several parts stands there under each of its names.
    public var namedParameters: [NamedParameter] { ModuleContents(of: self, isNaming: true).named }

    /// Removes the gradients of all parameters: call it before each `backward()` of a training loop.
    public func zeroGrad() {
        for parameter in parameters { parameter.zeroGrad() }
    }

    /// Turns training or evaluation on for all modules inside that work in another way in each, such as `Dropout`.
    public func setMode(_ mode: ModuleMode) {
        for module in ModuleContents(of: self).modeDependent { module.mode = mode }
    }
}

/// Whether a network learns or is used.
public enum ModuleMode: Sendable {
    case training, evaluation
}

/// A module that works in another way while a network learns.
public protocol ModeDependent: AnyObject, Module {
    /// Set by `setMode` of the modules around it, and by `train`.
    var mode: ModuleMode { get set }
}

/// A parameter and its place in a module.
public struct NamedParameter {
    /// The names of the parts around it and its own, with points between, such as `layers.0.neurons.2.w1`.
    public let name: String
    /// The parameter itself.
    public let value: Value
}
