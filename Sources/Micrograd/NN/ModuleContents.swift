internal import MicrogradSupport

/// What is found in a module and in all modules inside.
struct ModuleContents {
    private(set) var parameters: [Value] = []
    private(set) var modeDependent: [any ModeDependent] = []
    /// As many as parameters where they are wanted, else none.
    private var names: [String] = []
    private let isNaming: Bool
    private let root: any Module
    /// The objects around the part that is looked at.
    private var ancestors: [ObjectIdentifier] = []

    /// - Parameter isNaming: Whether to make the names, which takes longer than the rest.
    init(of module: any Module, isNaming: Bool = false) {
        self.isNaming = isNaming
        root = module
        add(module, path: "")
    }

    var named: [NamedParameter] { zip(names, parameters).map { NamedParameter(name: $0, value: $1) } }

    private mutating func add(_ module: any Module, path: String) {
        guard type(of: module) is AnyClass else { return add(module.parts, path: path) }
        let identity = ObjectIdentifier(module as AnyObject)
        guard !ancestors.contains(identity) else {
            // With names it ends here again, and says where.
            if !isNaming { _ = ModuleContents(of: root, isNaming: true) }
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
        func joined(_ name: String) -> String {
            guard isNaming else { return "" }
            return path.isEmpty ? name : "\(path).\(name)"
        }
        for part in parts {
            switch part.content {
            case .parameter(let value):
                parameters.append(value)
                if isNaming { names.append(joined(part.name)) }
            case .block(let block, let name):
                for position in 0..<block.parameterCount { parameters.append(block.parameter(position)) }
                if isNaming { names += (0..<block.parameterCount).map { joined(name($0)) } }
            case .module(let module): add(module, path: joined(part.name))
            case .list(let parts): add(parts, path: joined(part.name))
            }
        }
    }
}
