/// A part of a module, with its name: a parameter, a module, or a list of parts.
public struct ModulePart {
    /// The name of the part within its module; parameters are saved under it.
    public let name: String
    private let content: Content

    private enum Content {
        case parameter(Value)
        case module(any Module)
        case list([ModulePart])
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

    /// Makes a list of parts that have names of their own.
    public init(_ name: String, parts: [ModulePart]) {
        self.init(name, .list(parts))
    }

    var parameters: [Value] {
        switch content {
        case .parameter(let value): [value]
        case .module(let module): module.parameters
        case .list(let parts): parts.flatMap(\.parameters)
        }
    }

    func namedParameters(prefix: String) -> [NamedParameter] {
        let path = prefix + name
        switch content {
        case .parameter(let value): return [NamedParameter(name: path, value: value)]
        case .module(let module): return module.parts.flatMap { $0.namedParameters(prefix: path + ".") }
        case .list(let parts): return parts.flatMap { $0.namedParameters(prefix: path + ".") }
        }
    }

    func setMode(_ mode: ModuleMode) {
        switch content {
        case .parameter: break
        case .module(let module): module.setMode(mode)
        case .list(let parts): for part in parts { part.setMode(mode) }
        }
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
        default: return nil
        }
    }
}
