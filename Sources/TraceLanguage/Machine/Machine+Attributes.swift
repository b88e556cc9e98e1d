internal import Micrograd

// `x.name`: read, set, and what a message says of one that is not there.

extension Machine {
    private func name(ofSite site: Int) -> Name { frames[top].code.takeUnretainedValue().sites[site] }

    /// Reads an attribute.
    ///
    /// - Parameter isCalled: Whether a call follows; a method of a built-in object has no other use.
    func attribute(of object: Cell, site: Int, isCalled: Bool) throws(Failure) -> Cell {
        let name = name(ofSite: site)
        if object.tag == .instance {
            return try instanceAttribute(name, of: object, cache: frames[top].caches + site)
        }
        if let found = try ownAttribute(name, of: object) { return found }
        if let namespace = Namespace(methodsOf: object), let member = lookup.member(name.text, of: namespace)
        {
            // `y = x.tanh` is a mistake of those who know properties; `add = xs.append` is a habit.
            guard isCalled || namespace == .list || namespace == .string || namespace == .set else {
                throw notCalled(name)
            }
            return heap.makeMethod(member, of: object)
        }
        throw unknownAttribute(name, of: object)
    }

    private func instanceAttribute(
        _ name: Name, of object: Cell, cache: UnsafeMutablePointer<AttributeCache>
    ) throws(Failure) -> Cell {
        let instance = object.instance
        let type = instance.pointee.type.takeUnretainedValue()
        if let slot = type.knownSlot(of: name.id), slot < instance.pointee.capacity,
            instance.pointee.slots[slot].isBound
        {
            cache.pointee = AttributeCache(version: instance.pointee.version, slot: slot)
            return instance.pointee.slots[slot]
        }
        guard let found = type.attribute(name.id) else { throw unknownAttribute(name, of: object) }
        if found.tag == .function {
            // An object that has an attribute of this name itself would hide the function.
            if type.knownSlot(of: name.id) == nil {
                cache.pointee = AttributeCache(
                    version: instance.pointee.version, slot: -1, function: found)
            }
            return heap.makeMethod(found, of: object)
        }
        return found.tag == .builtin && type.isModuleMethod(name.id)
            ? heap.makeMethod(found, of: object) : found
    }

    /// The attributes of built-in objects, classes and modules that are no methods.
    private func ownAttribute(_ name: Name, of object: Cell) throws(Failure) -> Cell? {
        switch object.tag {
        case .value: return valueAttribute(name.text, of: value(object))
        case .network: return networkAttribute(name.text, of: object.payload(NetworkBox.self).network)
        case .module: return lookup.member(name.text, of: Namespace(object))
        case .unusable: throw failure(.unusable(unusableName(object)))
        case .classObject:
            if name.text == "__name__" { return heap.makeString(object.classInfo.name) }
            return object.classInfo.attribute(name.id)
        case .superObject:
            let receiver = object.method.pointee.receiver
            guard let base = object.method.pointee.function.classInfo.base else {
                // Every class is built on Python's own, which makes nothing.
                if name.id == SpecialName.construction.id, let member = lookup.member("__init__", of: .module)
                {
                    return heap.makeMethod(member, of: receiver)
                }
                return nil
            }
            guard let found = base.attribute(name.id) else {
                if name.id == SpecialName.construction.id, let member = lookup.member("__init__", of: .module)
                {
                    return heap.makeMethod(member, of: receiver)
                }
                return nil
            }
            return found.tag == .function || found.tag == .builtin
                ? heap.makeMethod(found, of: receiver) : found
        default: return nil
        }
    }

    private func valueAttribute(_ name: String, of value: Value) -> Cell? {
        switch name {
        case "data": return Cell(value.data)
        case "grad":
            backward.noteGradientRead()
            return Cell(value.grad)
        case "label": return heap.makeString(value.label ?? "")
        case "_op": return heap.makeString(value.operationSymbol)
        case "_prev":
            let operands = value.operandPositions
            return makeSet(operands.map { Cell(valueAt: $0) })
        default: return nil
        }
    }

    private func networkAttribute(_ name: String, of network: Network) -> Cell? {
        func box(_ network: Network) -> Cell { heap.makeForeign(.network, NetworkBox(network)) }
        switch (network, name) {
        case (.neuron(let neuron), "w"): return heap.makeList(neuron.weights.map(cell))
        case (.neuron(let neuron), "b"): return cell(neuron.bias)
        case (.layer(let layer), "neurons"): return heap.makeList(layer.neurons.map { box(.neuron($0)) })
        case (.perceptron(let model), "layers"): return heap.makeList(model.layers.map { box(.layer($0)) })
        default: return nil
        }
    }

    // MARK: - Setting

    func setAttribute(of object: Cell, site: Int, to new: Cell) throws(Failure) {
        let name = name(ofSite: site)
        switch object.tag {
        case .value: try set(name, of: value(object), to: new)
        case .instance:
            let instance = object.instance
            let cache = frames[top].caches + site
            if cache.pointee.version == instance.pointee.version, cache.pointee.slot >= 0,
                cache.pointee.slot < instance.pointee.capacity
            {
                instance.pointee.slots[cache.pointee.slot] = new
            } else {
                let type = instance.pointee.type.takeUnretainedValue()
                let isNew = type.knownSlot(of: name.id) == nil
                let slot = type.slot(of: name.id)
                heap.grow(instance, toSlots: slot + 1)
                instance.pointee.slots[slot] = new
                if isNew, type.attribute(name.id) != nil {
                    classVersion += 1
                    type.cache.pointee.version = classVersion
                }
                cache.pointee = AttributeCache(version: instance.pointee.version, slot: slot)
            }
            if new.tag == .value || new.tag == .instance || new.tag == .list { nameAttribute(new, name) }
        case .classObject:
            guard !object.classInfo.isBuiltin else {
                throw failure(.notSettable(name.text, type: typeName(of: object)))
            }
            setClassAttribute(name, of: object, to: new)
        default:
            throw failure(.notSettable(name.text, type: typeName(of: object)))
        }
    }

    private func set(_ name: Name, of value: Value, to new: Cell) throws(Failure) {
        switch name.text {
        case "label":
            switch new.tag {
            case .string: naming.setLabel(value, new.string)
            case .none: naming.setLabel(value, "")
            default:
                throw failure(
                    .wrongArgument(
                        function: "a Value", parameter: "label", wanted: "a string", given: typeName(of: new))
                )
            }
        case "data": setData(of: value, to: try number(new, for: "data", of: value))
        case "grad": setGradient(of: value, to: try number(new, for: "grad", of: value))
        case "_backward", "_prev", "_op":
            throw failure(.notSettable(name.text, type: "a Value"))
        default:
            let known = ["data", "grad", "label"]
            throw failure(
                .unknownAttribute(
                    name.text, type: "a Value", suggestion: Suggestion.nearest(to: name.text, among: known),
                    known: known))
        }
    }

    private func number(_ cell: Cell, for attribute: String, of owner: Value) throws(Failure) -> Double {
        if let number = number(of: cell) { return number }
        if cell.tag == .value, kind == .expressions {
            // The number was made an input on its way here, or computed from inputs such as a rate.
            guard let name = inputOfGraph(value(cell), beside: owner) else { return value(cell).data }
            throw failure(.inputAsNumber(attribute, name: name))
        }
        throw failure(
            .wrongArgument(
                function: "a Value", parameter: attribute, wanted: "a number", given: typeName(of: cell)))
    }

    /// Reads a result of an expression file, such as `rate*w.grad`, as its number, where it is computed from inputs
    /// that serve as numbers alone.
    ///
    /// - Returns: The name of what else it is computed from, an input or parameter of the graph that was drawn or
    ///   swept, or what is set; nil where there is none.
    private func inputOfGraph(_ result: Value, beside owner: Value) -> String? {
        guard !result.isLeaf else { return nil }
        let graph = GraphWalk(from: backward.kept.map(tape.value) + [owner])
        let inputs = naming.kept.map(tape.value).filter(\.isLeaf) + naming.networkParameters.map(tape.value)
        let walk = GraphWalk(from: [result])
        let read = inputs.filter { walk.id(of: $0) != nil }
        if let other = read.first(where: { $0.isParameter || graph.id(of: $0) != nil }) {
            return other.label ?? "x"
        }
        for value in read + [result] { naming.markReadAsNumber(value) }
        return nil
    }

    /// Sets a gradient; 0 removes it, so that a value that no backward reaches shows none.
    func setGradient(of value: Value, to grad: Double) {
        if grad == 0 {
            value.zeroGrad()
        } else {
            value.grad = grad
        }
        backward.noteGradient(grad, of: value.position)
        dataChanges.noteGradientSet(of: value.position)
    }

    /// Sets data, and keeps those that have been used until now.
    func setData(of value: Value, to data: Double) {
        dataChanges.noteChange(of: value, tapeCount: tape.count, backward)
        value.data = data
        if value.isLeaf { value.isParameter = true }
    }

    // MARK: - Mistakes

    private func notCalled(_ name: Name) -> Failure {
        // What stands before the name begins where its expression does.
        let place = self.place
        let line = source.range(ofLine: source.line(at: place.lowerBound))
        let before = source.text(in: line.lowerBound..<place.lowerBound)
        let start = before.utf8.count - PostfixText.length(before)
        let text = source.text(in: line.lowerBound + start..<place.upperBound)
        guard PostfixText.isWhole(text) else { return failure(.notCalled("(…).\(name.text)")) }
        return Failure(.notCalled(text), at: line.lowerBound + start..<place.upperBound)
    }

    private func unknownAttribute(_ name: Name, of object: Cell) -> Failure {
        let text = name.text
        if number(of: object) != nil, ["backward", "_backward", "grad", "zero_grad"].contains(text) {
            return Failure(.plainNumberGradient(text, type: typeName(of: object)), at: attributePlace(text))
        }
        let known = attributes(of: object)
        return Failure(
            .unknownAttribute(
                text, type: typeName(of: object), suggestion: Suggestion.meant(by: text, among: known),
                known: known),
            at: attributePlace(text))
    }

    /// Where the name of the attribute stands: the place of the instruction, or its beginning where that is a call.
    private func attributePlace(_ name: String) -> Range<Int> {
        place.lowerBound..<min(place.lowerBound + name.utf8.count, place.upperBound)
    }

    private func attributes(of object: Cell) -> [String] {
        let own: [String]
        switch object.tag {
        case .value: own = ["data", "grad", "label"]
        case .network:
            switch object.payload(NetworkBox.self).network {
            case .neuron: own = ["w", "b"]
            case .layer: own = ["neurons"]
            case .perceptron: own = ["layers"]
            }
        case .module: own = lookup.members(of: Namespace(object))
        case .instance:
            let type = object.instance.pointee.type.takeUnretainedValue()
            own =
                type.slotNames.filter { object.instance.pointee.slots[type.slot(of: $0)].isBound }
                .map { names.texts[$0] } + classAttributes(type)
        case .classObject: own = classAttributes(object.classInfo)
        default: own = []
        }
        return own + (Namespace(methodsOf: object).map(lookup.members) ?? [])
    }

    private func classAttributes(_ type: ClassInfo) -> [String] {
        var all: [String] = []
        var current: ClassInfo? = type
        while let one = current {
            all += one.attributes.keys.sorted().map { names.texts[$0] }.filter {
                !$0.hasPrefix("_") && !all.contains($0)
            }
            current = one.base
        }
        return all
    }
}

extension ClassInfo {
    /// Whether a name is a method that comes from nn's own class.
    func isModuleMethod(_ name: Int) -> Bool {
        var type: ClassInfo? = self
        while let current = type {
            if current.attributes[name] != nil { return current.isBuiltin }
            type = current.base
        }
        return false
    }
}

extension Namespace {
    /// The methods of an object.
    init?(methodsOf cell: Cell) {
        switch cell.tag {
        case .value: self = .value
        case .network: self = .network
        case .drawing: self = .drawing
        case .list: self = .list
        case .string: self = .string
        case .set: self = .set
        default: return nil
        }
    }
}

/// Finds how far back an expression such as `p[0].x` reaches in the text before its last dot.
enum PostfixText {
    /// How many bytes of `before` belong to the expression whose last name follows.
    static func length(_ before: String) -> Int {
        let bytes = Array(before.utf8)
        var index = bytes.count
        var depth = 0
        while index > 0 {
            let byte = bytes[index - 1]
            if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") {
                depth += 1
            } else if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") {
                guard depth > 0 else { break }
                depth -= 1
            } else if depth == 0 {
                let isWord =
                    byte.isDigit || byte >= 128 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
                    || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
                guard isWord else { break }
            }
            index -= 1
        }
        return bytes.count - index
    }

    /// Whether all brackets of a text are closed in it.
    static func isWhole(_ text: String) -> Bool {
        var depth = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") { depth += 1 }
            if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") { depth -= 1 }
            if depth < 0 { return false }
        }
        return depth == 0
    }
}
