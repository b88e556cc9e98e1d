internal import Micrograd

// Functions, generators and classes that the text makes.

extension Machine {
    /// Makes function number `index` of the running code; a generator expression is at once the generator.
    func makeFunction(_ index: Int, defaults: UnsafeMutablePointer<Cell>) -> Cell {
        let code = frames[top].code.takeUnretainedValue()
        let description = code.functions[index]
        let captured = captured(description)
        guard description.code.kind == .generator else {
            let cells = (0..<description.defaultCount).map { defaults[$0] }
            return heap.makeFunction(description.code, captured: captured, defaults: cells)
        }
        let function = heap.makeFunction(description.code, captured: captured, defaults: [])
        let generator = heap.makeGenerator(of: function, registers: description.code.registerCount)
        generator.generator.pointee.registers[0] = defaults[0]
        return generator
    }

    private func captured(_ description: FunctionDescription) -> [Cell] {
        let frame = frames[top]
        return description.captured.map { source in
            switch source {
            case .register(let register): stack[frame.base + Int(register)]
            case .captured(let index): frame.function.function.pointee.captured[index]
            }
        }
    }

    // MARK: - Generators

    /// Lets a generator go on to its next element, which goes to a register of the frame that runs.
    ///
    /// - Returns: Whether a frame was pushed; if not, the generator has no more elements.
    func resume(_ cell: Cell, target: Int, isBoundary: Bool = false) throws(Failure) -> Bool {
        let generator = cell.generator
        switch generator.pointee.state {
        case .finished: return false
        case .running: throw failure(.generatorRuns)
        case .waiting: break
        }
        let base = freeStack
        let code = generator.pointee.function.function.pointee.code.takeUnretainedValue()
        reserve(base + code.registerCount)
        (stack + base).update(from: generator.pointee.registers, count: generator.pointee.count)
        var frame = Frame(
            code, base: base, function: generator.pointee.function, target: target, kind: .generator)
        frame.object = cell
        frame.instruction = UnsafePointer(code.instructions + generator.pointee.position)
        frame.isBoundary = isBoundary
        generator.pointee.state = .running
        try push(frame)
        return true
    }

    // MARK: - Classes

    /// Pushes the frame of a class's block, whose result is the class.
    func makeClass(_ index: Int, base: Cell, target: Int) throws(Failure) {
        let code = frames[top].code.takeUnretainedValue()
        let summary = code.classes[index]
        var baseType: ClassInfo?
        if summary.hasBase {
            switch base.tag {
            case .classObject: baseType = base.classInfo
            case .builtin where builtins[Int(base.bits)].name == "Module": baseType = moduleClass
            case .builtin where builtins[Int(base.bits)].name == "object": break
            default:
                throw failure(.badBase(typeName(of: base)))
            }
        }
        classVersion += 1
        let type = ClassInfo(name: summary.name.text, base: baseType, version: classVersion)
        classes.append(type)
        let function = heap.makeFunction(
            summary.code.code, captured: captured(summary.code), defaults: [])
        let home = freeStack
        reserve(home + summary.code.code.registerCount)
        stack[home] = heap.makeForeign(.classObject, type)
        (stack + home + 1).update(repeating: .unbound, count: max(summary.code.code.registerCount - 1, 0))
        try push(Frame(summary.code.code, base: home, function: function, target: target))
    }

    /// `nn.Module`, as classes of the text may be built on it.
    private var moduleClass: ClassInfo {
        if let known = classes.first(where: { $0.name == "Module" && $0.isBuiltin }) { return known }
        classVersion += 1
        let type = ClassInfo(name: "Module", base: nil, version: classVersion)
        type.isBuiltin = true
        for name in ["zero_grad", "parameters"] {
            if let member = lookup.member(name, of: .module) { type.attributes[names.id(of: name)] = member }
        }
        classes.append(type)
        return type
    }

    func setClassAttribute(_ name: Name, of type: Cell, to cell: Cell) {
        let info = type.classInfo
        if cell.tag == .function, !cell.function.pointee.owner.isBound { cell.function.pointee.owner = type }
        info.attributes[name.id] = cell
        if name.id == SpecialName.call.id { info.isCallable = true }
        renewVersions(of: info)
    }

    /// Makes what caches know of a class, and of those below it, invalid.
    private func renewVersions(of type: ClassInfo) {
        for one in classes where one.isKind(of: type) {
            classVersion += 1
            one.cache.pointee.version = classVersion
        }
    }

    /// What `super()` means in the method that runs.
    func makeSuper() throws(Failure) -> Cell {
        let frame = frames[top]
        guard frame.kind != .generator, frame.function.tag == .function,
            frame.function.function.pointee.owner.isBound
        else { throw failure(.superOutsideMethod) }
        var receiver = stack[frame.base]
        if receiver.tag == .box { receiver = receiver.box.pointee.cell }
        guard receiver.tag == .instance else { throw failure(.superOutsideMethod) }
        return heap.makeSuper(of: receiver, below: frame.function.function.pointee.owner)
    }

    // MARK: - Scopes

    /// Opens a frame of the picture for the call of an object.
    func openScope(of object: Cell) {
        let instance = object.instance
        if let identity = instance.pointee.identity, instance.pointee.identityEpoch == core.pointee.scopeEpoch
        {
            return tape.openScope(identity)
        }
        let type = instance.pointee.type.takeUnretainedValue()
        let name = instance.pointee.name < 0 ? type.name : naming.texts[Int(instance.pointee.name)]
        let identity = tape.scopeIdentity(kind: type.name, name: name, instance: instance.pointee.scope)
        instance.pointee.identity = identity
        instance.pointee.identityEpoch = core.pointee.scopeEpoch
        tape.openScope(identity)
    }
}
