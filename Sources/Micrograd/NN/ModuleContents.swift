/// What is found in a module and in all modules inside.
struct ModuleContents {
    private(set) var parameters: [Value] = []
    private(set) var modeDependent: [any ModeDependent] = []
    /// As many as parameters where they are wanted, else none.
    private var names: [String] = []
    private let isNaming: Bool
    /// The objects around the part that is looked at.
    private var ancestors: [ObjectIdentifier] = []

    /// - Parameter isNaming: Whether to make the names, which takes longer than the rest.
    init(of module: any Module, isNaming: Bool = false) {
        self.isNaming = isNaming
        add(module, path: "")
    }

    var named: [NamedParameter] { zip(names, parameters).map { NamedParameter(name: $0, value: $1) } }

    /// Each parameter once.
    var distinctParameters: [Value] {
        // As they were made, one after the other, each is new.
        let isRising = zip(parameters, parameters.dropFirst()).allSatisfy {
            $0.stamp == $1.stamp && $0.index < $1.index
        }
        guard !isRising else { return parameters }
        var seen: Set<ValueIdentity> = []
        return parameters.filter { seen.insert(ValueIdentity($0)).inserted }
    }

    private mutating func add(_ module: any Module, path: String) {
        guard type(of: module) is AnyClass else { return add(module.parts, path: path) }
        let identity = ObjectIdentifier(module as AnyObject)
        guard !ancestors.contains(identity) else {
            trap(
                "A module holds itself, as '\(path)' or a part around it. Give the one that points back `parts` without the other."
            )
        }
        if let module = module as? any ModeDependent { modeDependent.append(module) }
        ancestors.append(identity)
        add(module.parts, path: path)
        ancestors.removeLast()
    }

    private mutating func add(_ parts: [ModulePart], path: String) {
        for part in parts {
            let name = path.isEmpty ? part.name : "\(path).\(part.name)"
            switch part.content {
            case .parameter(let value):
                parameters.append(value)
                if isNaming { names.append(name) }
            case .block(let block, let blockName):
                for position in 0..<block.parameterCount {
                    parameters.append(block.parameter(position))
                    if isNaming {
                        names.append(path.isEmpty ? blockName(position) : "\(path).\(blockName(position))")
                    }
                }
            case .module(let module): add(module, path: name)
            case .list(let parts): add(parts, path: name)
            }
        }
    }
}

/// Which node of which tape a value is.
struct ValueIdentity: Hashable {
    private let stamp: UInt64
    private let index: UInt32

    init(_ value: Value) {
        stamp = value.stamp.rawValue
        index = value.index
    }
}
