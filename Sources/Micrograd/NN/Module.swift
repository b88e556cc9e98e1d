internal import MicrogradSupport

/// A part of a network: something with parameters.
///
/// A struct or class of values and modules needs no more than the name of the protocol. Its parameters are those of
/// its stored properties, and are named after them:
///
///     struct Classifier: Module {
///         let hidden = Linear(2, 16, seed: 1)
///         let output = Linear(16, 1, seed: 2)
///     }
///     Classifier().namedParameters[0].name  // "hidden.weight.0.0"
///
/// **What is a parameter.** Each leaf value that the stored properties lead to: by way of modules, structs, classes,
/// payloads of enums, optionals, tuples, arrays and `Values`, however deep. A value that was computed is none, nor is
/// one that has ended: a model may keep its activations between calls. Inputs are leaves, so keep them as numbers.
/// Dictionaries and sets have no order: where one leads to a parameter or to an object that is a module, the program
/// ends with a message. So it does at a module with a `customMirror`, at a pointer or a `ManagedBuffer` of values or
/// modules, and at an `InlineArray` of anything but numbers, texts and lists of them: give the module `parts`. What
/// closures capture, what the `customMirror` of anything else leaves out and what cannot be copied is not seen: name it
/// there too.
///
/// An `Optimizer` is no part: it holds the parameters of the model, and gives none.
///
/// **Copies share their weights.** A value is a handle, so `let second = first` is the same parameters twice, for
/// structs too. `first.copy()` has parameters of its own.
public protocol Module {
    /// What the module is made of, in order, by name.
    ///
    /// By default its stored properties, found by reflection, those of superclasses first. A lazy property is none
    /// before its first use. A weak or unowned reference counts as any other: a module that points back to the one
    /// around it names its parts without that.
    var parts: [ModulePart] { get }

    /// Called by `setMode` of this module and of those around it, and by `train`. By default it does nothing.
    ///
    /// A class that works in another way while it trains keeps the mode, as `Dropout` does:
    ///
    ///     final class Noise: Model {
    ///         private var mode = ModuleMode.training
    ///         func modeChanged(to mode: ModuleMode) { self.mode = mode }
    ///         …
    ///     }
    func modeChanged(to mode: ModuleMode)

    /// Returns a module of the same structure whose parameters are its own, and start at the same numbers.
    ///
    /// New leaves go to the tape on which the thread records, which need not be that of the original. The modules of
    /// the package copy themselves, and a struct without parameters is its own copy. One of yours says how:
    ///
    ///     func copy() -> Classifier {
    ///         let copy = Classifier()
    ///         copy.copyParameters(from: self)
    ///         return copy
    ///     }
    func copy() -> Self
}

extension Module {
    /// The stored properties.
    ///
    /// - Precondition: The module has no `customMirror`, which stands before them.
    public var parts: [ModulePart] {
        let mirror = Mirror(reflecting: self)
        // The mirror of a list, optional or dictionary of the standard library shows all that is in it.
        if self is any CustomReflectable, !(self is any PlainContainer) {
            trap(
                "The module '\(type(of: self))' has a `customMirror`, which hides its stored properties. Give it `parts` that name what it is made of."
            )
        }
        return ModulePart.storedProperties(in: mirror)
    }

    /// Does nothing.
    public func modeChanged(to mode: ModuleMode) {}

    /// All parameters, those of nested modules included, as one flat list in the order of `parts`.
    ///
    /// One that belongs to several parts stands there once. Gathered anew at each call.
    ///
    /// - Complexity: O(n) in the parameters and parts. An object that several parts share is looked at once, and data
    ///   that can hold none, such as an array of numbers, not element by element.
    public var parameters: [Value] { ModuleContents(of: self).parameters }

    /// The same parameters in the same order, each with its place in the module, such as `layers.0.bias`.
    ///
    /// One that belongs to several parts has the name of the first.
    public var namedParameters: [NamedParameter] { ModuleContents(of: self, isNaming: true).named }

    /// Removes the gradients of all parameters: call it before each `backward()` of a training loop.
    public func zeroGrad() {
        for parameter in parameters { parameter.zeroGrad() }
    }

    /// Turns training or evaluation on for the module and all inside, of which `Dropout` works in another way in each.
    public func setMode(_ mode: ModuleMode) {
        for module in ModuleContents(of: self).modules { module.modeChanged(to: mode) }
    }
}
