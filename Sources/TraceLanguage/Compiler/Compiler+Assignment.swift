// What stands left of `=`, and imports.

extension Compiler {
    func compileAssignment(_ targets: [Statement.Target], _ value: Expression) throws(Failure) {
        // The object goes straight to where it stays, if that is one register.
        if targets.count == 1, case .name(let name) = targets[0], let register = plainRegister(of: name) {
            try compile(value, intoVariable: register)
            emitBind(register, name, value)
            scope.noteBound(name.id)
            noteAssignment(name)
            return
        }
        let register: UInt16
        if case .tuple(let elements) = value.kind, targets.count == 1,
            case .tuple(let inner, _) = targets[0], inner.count == elements.count,
            elements.count <= Compiler.mostInRegisters
        {
            // `a, b = b, a` needs no tuple.
            let first = try compileInRow(elements, at: value.range)
            for (index, target) in inner.enumerated() {
                try assign(first + UInt16(index), to: target, isNaming: true, from: nil)
            }
            return
        }
        register = try scope.takeRegister(at: value.range)
        try compile(value, into: register)
        if targets.contains(where: { if case .name = $0 { true } else { false } }), kind == .expressions {
            // `a = b = 2.0` is one input of two names.
            emit(Instruction(.bindGlobal, flags: BindFlags.lifts, register, wide: -1), at: value.range)
        }
        for target in targets { try assign(register, to: target, isNaming: true, from: value) }
    }

    /// Gives the object of a register to a target.
    ///
    /// - Parameter value: The expression of the object, where it is known.
    func assign(
        _ register: UInt16, to target: Statement.Target, isNaming: Bool, from value: Expression? = nil
    ) throws(Failure) {
        switch target {
        case .name(let name):
            try assign(register, to: name, isNaming: isNaming, from: value)
        case .attribute(let object, let name):
            try scope.withRegisters { () throws(Failure) in
                let owner = try operand(object)
                emit(Instruction(setter(of: name), owner, register, site(of: name)), at: name.range)
            }
        case .item(let object, let index, let range):
            try scope.withRegisters { () throws(Failure) in
                let owner = try operand(object)
                emit(Instruction(.setItem, owner, try operand(index), register), at: range)
            }
        case .tuple(let targets, let range):
            try scope.withRegisters { () throws(Failure) in
                let first = scope.freeRegister
                for _ in targets { _ = try scope.takeRegister(at: range) }
                emit(Instruction(.unpack, register, first, UInt16(clamping: targets.count)), at: range)
                for (index, target) in targets.enumerated() {
                    try assign(first + UInt16(index), to: target, isNaming: isNaming)
                }
            }
        }
    }

    private func assign(
        _ register: UInt16, to name: Name, isNaming: Bool, from value: Expression?
    ) throws(Failure) {
        noteAssignment(name)
        let place = plainRegister(of: name)
        if let place { emit(Instruction(.move, place, register), at: name.range) }
        let holder = place ?? register
        if isNaming { emitBind(holder, name, value) }
        if place == nil {
            switch scope.meaning(of: name.id) {
            case .variable(let variable):
                emit(
                    Instruction(variable.isBoxed ? .storeBox : .move, variable.register, register),
                    at: name.range)
                if scope.kind == .classBlock {
                    scope.builder.names.append(name)
                    emit(
                        Instruction(
                            .setClassAttribute, 0, UInt16(scope.builder.names.count - 1), register),
                        at: name.range)
                }
            case .captured:
                emitFailure(.tooComplex, at: name.range)
            case .global:
                emit(Instruction(.storeGlobal, register, wide: name.id), at: name.range)
            }
        }
        scope.noteBound(name.id)
    }

    /// Gives the object of a register a name, where it may be a Value, or a list.
    private func emitBind(_ register: UInt16, _ name: Name, _ value: Expression?) {
        noteNumberName(name)
        if let value, kind == .program, value.isNeverNamed { return }
        var flags: UInt8 = value?.isListDisplay ?? false ? BindFlags.elements : 0
        if kind == .expressions { flags |= BindFlags.lifts }
        switch scope.meaning(of: name.id) {
        case .variable(let variable):
            guard let counter = variable.counter else { break }
            scope.builder.names.append(name)
            emit(
                Instruction(
                    .bindLocal, flags: flags, register, counter, UInt16(scope.builder.names.count - 1)),
                at: name.range)
        case .captured: break
        case .global:
            emit(Instruction(.bindGlobal, flags: flags, register, wide: name.id), at: name.range)
        }
    }

    func compileAugmented(
        _ target: Statement.Target, _ operation: BinaryOperator, _ value: Expression, at sign: Range<Int>
    ) throws(Failure) {
        let opcode: Opcode =
            switch operation {
            case .add: .addInPlace
            case .multiply: .multiplyInPlace
            default: operation.opcode
            }
        switch target {
        case .name(let name):
            let old = try operand(Expression(kind: .name(name), range: name.range))
            let right = try operand(value)
            let place = plainRegister(of: name)
            var result = place ?? 0
            if place == nil { result = try scope.takeRegister(at: sign) }
            emit(Instruction(opcode, result, old, right), at: sign)
            if place != nil {
                noteAssignment(name)
                emitBind(result, name, nil)
                scope.noteBound(name.id)
            } else {
                try assign(result, to: name, isNaming: true, from: nil)
            }
        case .attribute(let object, let name):
            let owner = try operand(object)
            let result = try scope.takeRegister(at: sign)
            emit(Instruction(getter(of: name), flags: 1, result, owner, site(of: name)), at: name.range)
            emit(Instruction(opcode, result, result, try operand(value)), at: sign)
            emit(Instruction(setter(of: name), owner, result, site(of: name)), at: name.range)
        case .item(let object, let index, let range):
            let owner = try operand(object)
            let place = try operand(index)
            let result = try scope.takeRegister(at: sign)
            emit(Instruction(.getItem, result, owner, place), at: range)
            emit(Instruction(opcode, result, result, try operand(value)), at: sign)
            emit(Instruction(.setItem, owner, place, result), at: range)
        case .tuple(_, let range):
            throw Failure(.cannotAssign("several names"), at: range)
        }
    }

    // MARK: - Imports

    func compileImport(_ one: Statement.Import) throws(Failure) {
        if Compiler.isUnread(one, in: source) {
            // What nothing uses may be imported.
            if let name = one.binding { missingModules[name.id] = one.module[0] }
            return
        }
        guard let namespace = Namespace(path: one.module) else {
            throw Failure(.unknownModule(one.module.joined(separator: ".")), at: one.moduleRange)
        }
        if one.isStar {
            return emit(Instruction(.importAll, 0, wide: namespace.number), at: one.range)
        }
        guard let binding = one.binding else { return }
        let register = try scope.takeRegister(at: one.range)
        if let name = one.member {
            if let inner = Namespace(path: one.module + [name]) {
                emitConstant(inner.cell, into: register, at: one.range)
            } else if let member = builtins.member(name, of: namespace) {
                emitConstant(member, into: register, at: one.range)
            } else {
                let known = builtins.members(of: namespace)
                return emitFailure(
                    .unknownAttribute(
                        name, type: "the module \(namespace.rawValue)",
                        suggestion: Suggestion.nearest(to: name, among: known), known: known),
                    at: one.range)
            }
        } else {
            let bound = one.bindsFirst ? Namespace(path: [one.module[0]]) : namespace
            emitConstant((bound ?? namespace).cell, into: register, at: one.range)
        }
        try assign(register, to: .name(binding), isNaming: false)
    }

    /// Whether a module may be imported as long as nothing uses it: in a notebook any that is not here.
    static func isUnread(_ one: Statement.Import, in source: SourceText) -> Bool {
        unreadModules.contains(one.module[0]) || (source.isNotebook && Namespace(path: one.module) == nil)
    }

    /// What lectures import for plots and comparisons.
    private static let unreadModules: Set<String> = ["numpy", "matplotlib", "torch", "sklearn"]
}

extension Expression {
    /// Whether its object is neither a Value nor a list, so that a name for it needs no note.
    fileprivate var isNeverNamed: Bool {
        switch kind {
        case .literal, .format, .comparison, .not: true
        default: false
        }
    }
}
