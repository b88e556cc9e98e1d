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
        /// What a stored property holds, whatever that is.
        case property(Any)
    }

    init(_ name: String, _ content: Content) {
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
    /// The stored properties of an instance that may lead to parameters, those of its superclasses first.
    ///
    /// Of an enum its payload, of an array or tuple its elements.
    static func storedProperties(of instance: Any) -> [ModulePart] {
        storedProperties(in: Mirror(reflecting: instance))
    }

    static func storedProperties(in mirror: Mirror) -> [ModulePart] {
        var mirrors = [mirror]
        while let mirror = mirrors[0].superclassMirror { mirrors.insert(mirror, at: 0) }
        return mirrors.flatMap { mirror in
            mirror.children.enumerated().compactMap { index, child in
                PlainType.isPlain(type(of: child.value))
                    ? nil : ModulePart(child.label.map(plainName) ?? "\(index)", .property(child.value))
            }
        }
    }

    /// The name without what Swift puts before that of a lazy property or of an element of a tuple.
    private static func plainName(_ label: String) -> String {
        let lazyPrefix = "$__lazy_storage_$_"
        return String(
            label.hasPrefix(lazyPrefix) ? label.dropFirst(lazyPrefix.count) : label.drop { $0 == "." })
    }
}
