internal import MicrogradSupport

/// What is found in a module and in all that its parts lead to.
///
/// A loop over a stack and not recursion, so that modules may stand in each other as deep as they like. Each object
/// is looked at once, where it is found first.
struct ModuleContents {
    /// Each once, where it is found first.
    private(set) var parameters: [Value] = []
    /// Itself first, then those inside.
    private(set) var modules: [any Module] = []
    /// Where a stored property holds what may be a parameter and has ended, where it is found first; nil where none does.
    private(set) var endedParameter: String?
    /// As many as parameters where they are wanted, else none.
    private(set) var names: [String] = []
    /// Further names of what is found again, where names are wanted: that of the part, and the one it had first.
    private(set) var aliases: [String: String] = [:]

    private let isNaming: Bool
    private let root: any Module
    private var steps: [Step] = []
    private var seen: Set<ObjectIdentifier> = []
    /// Those that were seen: as long as they live, no other object has the identity of one that a mirror made.
    private var objects: [AnyObject] = []
    /// The objects around the part that is looked at.
    private var around: Set<ObjectIdentifier> = []
    /// The names of the objects that were seen, where names are wanted.
    private var firstPaths: [ObjectIdentifier: String] = [:]
    /// Where the parameters stand among all, where names are wanted.
    private var positions: [Value.ID: Int] = [:]

    private enum Step {
        /// With the name of the dictionary or set around it, if there is one.
        case look(ModulePart.Content, path: String, dictionary: String?)
        case leave(ObjectIdentifier)
    }

    /// - Parameter isNaming: Whether to make the names, which takes longer than the rest.
    init(of module: any Module, isNaming: Bool = false) {
        self.isNaming = isNaming
        root = module
        steps = [.look(.module(module), path: "", dictionary: nil)]
        while let step = steps.popLast() {
            switch step {
            case .look(let content, let path, let dictionary): look(at: content, path, dictionary)
            case .leave(let object): around.remove(object)
            }
        }
        if !isNaming { parameters = parameters.distinct }
    }

    /// Whether any part is an object, which a copy would share.
    var hasObjects: Bool { !objects.isEmpty }

    var named: [NamedParameter] { zip(names, parameters).map { NamedParameter(name: $0, value: $1) } }

    /// The name in `names` of a parameter, by that one or another that it has: of a part that is found again too.
    func firstName(of name: String) -> String {
        var name = name
        // Each replacement leads to an earlier part.
        for _ in aliases {
            let ends = name.indices.filter { name[$0] == "." } + [name.endIndex]
            guard let end = ends.first(where: { aliases[String(name[..<$0])] != nil }),
                let first = aliases[String(name[..<end])]
            else { break }
            name = first + name[end...]
        }
        return name
    }

    private mutating func look(at content: ModulePart.Content, _ path: String, _ dictionary: String?) {
        switch content {
        case .parameter(let value): add(value, path, dictionary)
        case .module(let module): enter(module, path, dictionary)
        case .list(let parts): push(parts, path, dictionary)
        case .property(let property): look(into: property, path, dictionary)
        case .block(let block, let name):
            if isNaming || dictionary != nil {
                for position in 0..<block.parameterCount {
                    add(block.parameter(position), isNaming ? joined(path, name(position)) : "", dictionary)
                }
            } else {
                for position in 0..<block.parameterCount { parameters.append(block.parameter(position)) }
            }
        }
    }

    private mutating func add(_ parameter: Value, _ name: String, _ dictionary: String?) {
        if let dictionary { refuse(dictionary) }
        guard isNaming else { return parameters.append(parameter) }
        let identity = parameter.id
        if let position = positions[identity] {
            if names[position] != name { aliases[name] = names[position] }
            return
        }
        positions[identity] = names.count
        parameters.append(parameter)
        names.append(name)
    }

    private mutating func enter(_ module: any Module, _ path: String, _ dictionary: String?) {
        if type(of: module) is AnyClass {
            if let dictionary { refuse(dictionary) }
            guard enter(module as AnyObject, path, isModule: true) else { return }
        }
        modules.append(module)
        push(module.parts, path, dictionary)
    }

    /// Whether an object is found for the first time. Modules hold each other one way; other objects need not.
    private mutating func enter(_ object: AnyObject, _ path: String, isModule: Bool) -> Bool {
        let identity = ObjectIdentifier(object)
        guard seen.insert(identity).inserted else {
            if isModule, around.contains(identity) { refuseCycle(path) }
            if let first = firstPaths[identity], first != path { aliases[path] = first }
            return false
        }
        objects.append(object)
        if isNaming { firstPaths[identity] = path }
        around.insert(identity)
        steps.append(.leave(identity))
        return true
    }

    /// Follows what a stored property holds, by the one rule of `Module`.
    private mutating func look(into property: Any, _ path: String, _ dictionary: String?) {
        if let value = property as? Value { return addIfLeaf(value, path, dictionary) }
        if let values = property as? Values {
            for (index, value) in values.elements.enumerated() {
                addIfLeaf(value, isNaming ? joined(path, "\(index)") : "", dictionary)
            }
            return
        }
        if let module = property as? any Module { return enter(module, path, dictionary) }
        if UnseenType.hidesParameters(type(of: property)) { refuseUnseen(property, path) }
        let mirror = Mirror(reflecting: property)
        switch mirror.displayStyle {
        case .optional:
            if let payload = mirror.children.first {
                push([ModulePart("", .property(payload.value))], path, dictionary)
            }
        case .class:
            // An optimizer is none of the parts, and its parameters are those of the model.
            if enter(property as AnyObject, path, isModule: false), !(property is any Optimizer) {
                push(ModulePart.storedProperties(in: mirror), path, dictionary)
            }
        case .dictionary, .set: push(ModulePart.storedProperties(in: mirror), path, dictionary ?? path)
        default: push(ModulePart.storedProperties(in: mirror), path, dictionary)
        }
    }

    private mutating func addIfLeaf(_ value: Value, _ name: String, _ dictionary: String?) {
        switch value.standing {
        case .leaf: add(value, name, dictionary)
        case .computed, .ended(mayBeParameter: false): break
        case .ended(mayBeParameter: true): endedParameter = endedParameter ?? name
        }
    }

    /// Has the parts looked at next, the first one first.
    private mutating func push(_ parts: [ModulePart], _ path: String, _ dictionary: String?) {
        for part in parts.reversed() {
            steps.append(
                .look(
                    part.content, path: isNaming ? joined(path, part.name) : "", dictionary: dictionary))
        }
    }

    private func joined(_ path: String, _ name: String) -> String {
        path.isEmpty ? name : name.isEmpty ? path : "\(path).\(name)"
    }

    // MARK: Refusals

    private func refuseCycle(_ path: String) -> Never {
        // With names it ends here again, and says where.
        if !isNaming { _ = ModuleContents(of: root, isNaming: true) }
        trap(
            "A module holds itself, as '\(path)' or a part around it. Give the one that points back `parts` without the other."
        )
    }

    private func refuseUnseen(_ property: Any, _ path: String) -> Never {
        if !isNaming { _ = ModuleContents(of: root, isNaming: true) }
        trap(
            "The property '\(path)' of a module is of the type '\(type(of: property))', whose elements cannot be seen from outside: use an array, or give the module `parts` of its own."
        )
    }

    private func refuse(_ dictionary: String) -> Never {
        if !isNaming { _ = ModuleContents(of: root, isNaming: true) }
        trap(
            "The property '\(dictionary)' of a module holds parameters or modules in a dictionary or set, which has no order: use an array, or give the module `parts` of its own."
        )
    }
}
