internal import MicrogradSupport

/// A part of a module, with its name: a parameter, a module, or a list of parts.
public struct ModulePart {
    /// The name of the part within its module; parameters are saved under it.
    public let name: String
    let content: Content

    enum Content {
        case parameter(Value)
        case module(any Module)
        case list([ModulePart])
        /// The parameters of neurons, with the name of that at a position: the part's own is left out.
        case block(NeuronBlock, name: (_ position: Int) -> String)
    }

    private init(_ name: String, _ content: Content) {
        self.name = name
        self.content = content
    }

    /// Makes a part of one parameter.
    public init(_ name: String, _ parameter: Value) {
        self.init(name, .parameter(parameter))
    }

    /// Makes a part that is a module, whose parts follow its name and a point.
    public init(_ name: String, _ module: any Module) {
        self.init(name, .module(module))
    }

    /// Makes a list of parts of a part, such as the layers of a network, which are named by their numbers.
    public init(_ name: String, _ modules: [any Module]) {
        self.init(name, .list(modules.enumerated().map { ModulePart("\($0)", $1) }))
    }

    init(_ block: NeuronBlock, name: @escaping (_ position: Int) -> String) {
        self.init("", .block(block, name: name))
    }

    /// Makes a list of parts that have names of their own.
    public init(_ name: String, parts: [ModulePart]) {
        self.init(name, .list(parts))
    }
}

// MARK: - Stored properties

extension ModulePart {
    /// Finds the parts among the stored properties of a module, those of its superclasses first.
    static func storedProperties(of module: any Module) -> [ModulePart] {
        var mirrors = [Mirror(reflecting: module)]
        while let mirror = mirrors[0].superclassMirror { mirrors.insert(mirror, at: 0) }
        return mirrors.flatMap(parts)
    }

    private static func parts(of mirror: Mirror) -> [ModulePart] {
        mirror.children.enumerated().compactMap { index, child in
            part(child.label.map(plainName) ?? "\(index)", child.value)
        }
    }

    /// The name without what Swift puts before that of a lazy property or of an element of a tuple.
    private static func plainName(_ label: String) -> String {
        let lazyPrefix = "$__lazy_storage_$_"
        return String(
            label.hasPrefix(lazyPrefix) ? label.dropFirst(lazyPrefix.count) : label.drop { $0 == "." })
    }

    private static func part(_ name: String, _ property: Any) -> ModulePart? {
        if let value = property as? Value { return ModulePart(name, value) }
        if let values = property as? Values { return part(name, values.elements) }
        if let module = property as? any Module { return ModulePart(name, module) }
        let mirror = Mirror(reflecting: property)
        switch mirror.displayStyle {
        case .optional: return mirror.children.first.flatMap { part(name, $0.value) }
        case .collection, .tuple:
            let parts = parts(of: mirror)
            return parts.isEmpty ? nil : ModulePart(name, parts: parts)
        case .dictionary, .set:
            // These have no order. A pair is an element of a dictionary.
            let elements = mirror.children.map(\.value)
            guard !elements.contains(where: { part("", $0) != nil }) else {
                trap(
                    "The property '\(name)' of a module holds values or modules in a dictionary or set, which has no order: use an array, or give the module `parts` of its own."
                )
            }
            return nil
        default: return nil
        }
    }
}
