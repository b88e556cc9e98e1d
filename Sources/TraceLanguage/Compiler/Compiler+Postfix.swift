// Attributes, elements and calls.

extension Compiler {
    func compilePostfix(
        _ base: Expression, _ trailers: [Expression.Trailer], start: Int, into target: UInt16
    ) throws(Failure) {
        if try compileSpecialCall(base, trailers, start: start, into: target) { return }
        try scope.withRegisters { () throws(Failure) in
            let home = try scope.takeRegister(at: base.range)
            var current = try scope.withRegisters { () throws(Failure) in
                // What is called or looked through may well be a variable, which needs no copy.
                let operand = try self.operand(base)
                if operand > home, operand & Instruction.constantBit == 0, !isVariable(operand) {
                    emit(Instruction(.move, home, operand), at: base.range)
                    return home
                }
                return operand
            }
            var callStart = start
            var index = 0
            while index < trailers.count {
                let trailer = trailers[index]
                let isLast = index == trailers.count - 1
                let result = isLast ? target : home
                switch trailer.kind {
                case .attribute(let name):
                    callStart = trailer.range.lowerBound
                    if index + 1 < trailers.count, case .call(let arguments) = trailers[index + 1].kind,
                        arguments.allSatisfy(\.isPlain), arguments.count <= Compiler.mostInRegisters
                    {
                        let range = callStart..<trailers[index + 1].range.upperBound
                        let isEnd = index + 1 == trailers.count - 1
                        try compileMethodCall(
                            name, arguments, of: current, into: isEnd ? target : home, at: range)
                        index += 1
                    } else {
                        emit(
                            Instruction(getter(of: name), result, current, site(of: name)), at: trailer.range)
                        if index + 1 == trailers.count || !trailers[index + 1].isCall {
                            scope.builder.instructions[position - 1].flags = 1
                        }
                    }
                case .index(let expression):
                    try scope.withRegisters { () throws(Failure) in
                        let place = try operand(expression)
                        emit(Instruction(.getItem, result, current, place), at: trailer.range)
                    }
                case .slice(let parts):
                    try scope.withRegisters { () throws(Failure) in
                        let first = scope.freeRegister
                        for part in parts + Array(repeating: nil, count: 3 - parts.count) {
                            let register = try scope.takeRegister(at: trailer.range)
                            guard let part else {
                                emit(
                                    Instruction(.loadConstant, register, wide: constant(.none)),
                                    at: trailer.range)
                                continue
                            }
                            try scope.withRegisters { () throws(Failure) in try compile(part, into: register)
                            }
                        }
                        emit(Instruction(.getSlice, result, current, first), at: trailer.range)
                    }
                case .call(let arguments):
                    let range = callStart..<trailer.range.upperBound
                    try compileCall(arguments, of: current, into: result, at: range)
                }
                current = result
                index += 1
            }
        }
    }

    private func isVariable(_ register: UInt16) -> Bool {
        scope.builder.registerNames[register] != nil
            || (scope.kind == .module && register >= Scope.moduleTemporaries)
    }

    private func compileCall(
        _ arguments: [Expression.ArgumentSyntax], of callee: UInt16, into target: UInt16, at range: Range<Int>
    ) throws(Failure) {
        try scope.withRegisters { () throws(Failure) in
            let first = try scope.takeRegister(at: range)
            emit(Instruction(.move, first, callee), at: range)
            let isSpread =
                arguments.count > Compiler.mostInRegisters
                || arguments.contains {
                    switch $0.form {
                    case .list, .keywords: true
                    case .plain, .keyword: false
                    }
                }
            if isSpread {
                try compileSpread(arguments, behind: first, at: range)
            } else {
                _ = try compileInRow(arguments.map(\.value), at: range)
                let names = arguments.compactMap(\.name)
                if names.isEmpty {
                    emit(Instruction(.call, first, UInt16(arguments.count)), at: range)
                } else {
                    scope.builder.keywordSites.append(names)
                    emit(
                        Instruction(
                            .callKeywords, first, UInt16(arguments.count),
                            UInt16(scope.builder.keywordSites.count - 1)),
                        at: range)
                }
            }
            if first != target { emit(Instruction(.move, target, first), at: range) }
        }
    }

    /// Writes a call whose arguments stand in a list and in keywords.
    private func compileSpread(
        _ arguments: [Expression.ArgumentSyntax], behind callee: UInt16, at range: Range<Int>
    ) throws(Failure) {
        let (list, keywords) = (
            try scope.takeRegister(at: range), try scope.takeRegister(at: range)
        )
        emit(Instruction(.newList, list, 0), at: range)
        emit(Instruction(.makeKeywords, keywords, UInt16(keywordSite([])), 0), at: range)
        for argument in arguments {
            try scope.withRegisters { () throws(Failure) in
                switch argument.form {
                case .plain:
                    emit(Instruction(.append, list, try operand(argument.value)), at: argument.value.range)
                case .list:
                    emit(Instruction(.extend, list, try operand(argument.value)), at: argument.value.range)
                case .keyword(let name):
                    let one = try compileInRow([argument.value], at: range)
                    let made = try scope.takeRegister(at: range)
                    emit(Instruction(.makeKeywords, made, UInt16(keywordSite([name])), one), at: name.range)
                    emit(Instruction(.mergeKeywords, keywords, made), at: name.range)
                case .keywords:
                    emit(
                        Instruction(.mergeKeywords, keywords, try operand(argument.value)),
                        at: argument.value.range)
                }
            }
        }
        emit(Instruction(.callSpread, callee), at: range)
    }

    private func keywordSite(_ names: [Name]) -> Int {
        scope.builder.keywordSites.append(names)
        return scope.builder.keywordSites.count - 1
    }

    private func compileMethodCall(
        _ name: Name, _ arguments: [Expression.ArgumentSyntax], of receiver: UInt16, into target: UInt16,
        at range: Range<Int>
    ) throws(Failure) {
        try scope.withRegisters { () throws(Failure) in
            let first = try scope.takeRegister(at: range)
            emit(Instruction(.move, try scope.takeRegister(at: range), receiver), at: range)
            _ = try compileInRow(arguments.map(\.value), at: range)
            emit(Instruction(.callMethod, first, UInt16(arguments.count), site(of: name)), at: range)
            if first != target { emit(Instruction(.move, target, first), at: range) }
        }
    }

    // MARK: - Calls that need no call

    /// Writes `super()`, and `sum` of a generator expression as a loop; false for all other calls.
    private func compileSpecialCall(
        _ base: Expression, _ trailers: [Expression.Trailer], start: Int, into target: UInt16
    ) throws(Failure) -> Bool {
        guard let name = base.name, let first = trailers.first, case .call(let arguments) = first.kind,
            case .global = scope.meaning(of: name.id)
        else { return false }
        let range = start..<first.range.upperBound
        if name.text == "super", arguments.isEmpty, scope.kind == .function {
            try scope.withRegisters { () throws(Failure) in
                let register = try scope.takeRegister(at: range)
                emit(Instruction(.makeSuper, register), at: range)
                try compileRest(trailers, of: register, start: start, into: target)
            }
            return true
        }
        guard name.text == "sum", trailers.count == 1, (1...2).contains(arguments.count),
            arguments.allSatisfy(\.isPlain), let row = builtins.row(of: name.text),
            case .comprehension(let comprehension) = arguments[0].value.kind
        else { return false }
        try scope.withRegisters { () throws(Failure) in
            let total = try scope.takeRegister(at: range)
            // The name may mean another function where the code runs.
            try compile(base, into: total)
            emit(Instruction(.unlessBuiltin, total, UInt16(row)), at: base.range)
            let other = emitJump(.jump, at: range)
            try compileSum(comprehension, from: arguments.dropFirst().first?.value, into: total, at: range)
            let end = emitJump(.jump, at: range)
            land(other)
            _ = try compileInRow(arguments.map(\.value), at: range)
            emit(Instruction(.call, total, UInt16(arguments.count)), at: range)
            land(end)
            emit(Instruction(.move, target, total), at: range)
        }
        return true
    }

    private func compileRest(
        _ trailers: [Expression.Trailer], of register: UInt16, start: Int, into target: UInt16
    ) throws(Failure) {
        // `super()` alone, or `super().name(…)`.
        let rest = Array(trailers.dropFirst())
        guard case .attribute(let name)? = rest.first?.kind else {
            return emit(Instruction(.move, target, register), at: trailers[0].range)
        }
        guard rest.count > 1, case .call(let arguments) = rest[1].kind else {
            return emit(Instruction(getter(of: name), target, register, site(of: name)), at: rest[0].range)
        }
        emit(Instruction(getter(of: name), register, register, site(of: name)), at: rest[0].range)
        let range = rest[0].range.lowerBound..<rest[1].range.upperBound
        try compileCall(arguments, of: register, into: target, at: range)
        for trailer in rest.dropFirst(2) { emitFailure(.tooComplex, at: trailer.range) }
    }

    // MARK: - Comprehensions

    func compileListComprehension(
        _ comprehension: Expression.Comprehension, into target: UInt16, at range: Range<Int>
    ) throws(Failure) {
        try scope.withRegisters { () throws(Failure) in
            let list = try scope.takeRegister(at: range)
            emit(Instruction(.newList, list, 0), at: range)
            try compileLoops(of: comprehension, at: range) { () throws(Failure) in
                emit(
                    Instruction(.append, list, try operand(comprehension.element)),
                    at: comprehension.element.range)
            }
            emit(Instruction(.move, target, list), at: range)
        }
    }

    private func compileSum(
        _ comprehension: Expression.Comprehension, from start: Expression?, into total: UInt16,
        at range: Range<Int>
    ) throws(Failure) {
        // As in a call, the first iterable is evaluated before the start.
        try scope.withRegisters { () throws(Failure) in
            let state = try scope.takeRegister(at: range)
            try compile(comprehension.loops[0].iterable, into: state)
            if let start {
                try scope.withRegisters { () throws(Failure) in try compile(start, into: total) }
                emit(Instruction(.addToSum, flags: 1, total, total), at: range)
            } else {
                emitConstant(.unbound, into: total, at: range)
            }
            try compileLoops(of: comprehension, first: state, at: range) { () throws(Failure) in
                emit(Instruction(.addToSum, total, try operand(comprehension.element)), at: range)
            }
            // Of nothing it is 0.
            emit(Instruction(.addToSum, flags: 2, total), at: range)
        }
    }

    /// Writes the loops of a comprehension around what each turn does.
    ///
    /// - Parameter first: The register that holds the outermost iterable already.
    private func compileLoops(
        of comprehension: Expression.Comprehension, first: UInt16? = nil, at range: Range<Int>,
        _ body: () throws(Failure) -> Void
    ) throws(Failure) {
        let uses = NameUses(inside: comprehension)
        var iterable = first
        if iterable == nil {
            let register = try scope.takeRegister(at: range)
            try scope.withRegisters { () throws(Failure) in
                try compile(comprehension.loops[0].iterable, into: register)
            }
            iterable = register
        }
        let names = comprehension.loops.flatMap(\.target.names)
        try scope.withNames(names, boxed: uses.sharedInside) { () throws(Failure) in
            try compileLoop(0, of: comprehension, over: iterable ?? 0, body)
        }
    }

    private func compileLoop(
        _ index: Int, of comprehension: Expression.Comprehension, over iterable: UInt16,
        _ body: () throws(Failure) -> Void
    ) throws(Failure) {
        guard index < comprehension.loops.count else { return try body() }
        let loop = comprehension.loops[index]
        try compileTurns(loop.target, over: iterable, at: loop.iterable.range) { () throws(Failure) in
            var skips: [Int] = []
            for condition in loop.conditions { skips += try jumpUnless(condition) }
            if index + 1 < comprehension.loops.count {
                let next = try scope.takeRegister(at: loop.iterable.range)
                try scope.withRegisters { () throws(Failure) in
                    try compile(comprehension.loops[index + 1].iterable, into: next)
                }
                try compileLoop(index + 1, of: comprehension, over: next, body)
            } else {
                try scope.withRegisters(body)
            }
            land(skips)
        }
    }

    /// Writes a loop over what a register holds, without `break` and `else`.
    func compileTurns(
        _ target: Statement.Target, over iterable: UInt16, at range: Range<Int>,
        _ body: () throws(Failure) -> Void
    ) throws(Failure) {
        try scope.withRegisters { () throws(Failure) in
            let state = try takeLoopState(over: iterable, at: range)
            let start = position
            let exit = try compileNext(target, of: state, at: range)
            try scope.withBranch { () throws(Failure) in
                noteBound(target)
                try scope.withRegisters(body)
            }
            emitJumpBack(.loop, to: start, at: range)
            land(exit)
        }
    }

    /// Takes three registers for a loop, and prepares them.
    func takeLoopState(over iterable: UInt16, at range: Range<Int>) throws(Failure) -> UInt16 {
        let state = try scope.takeRegister(at: range)
        _ = try scope.takeRegister(at: range)
        _ = try scope.takeRegister(at: range)
        emit(Instruction(.move, state, iterable), at: range)
        emit(Instruction(.prepareLoop, state), at: range)
        return state
    }

    /// Writes the step to the next element, and returns the jump that is taken at the end.
    func compileNext(
        _ target: Statement.Target, of state: UInt16, at range: Range<Int>
    ) throws(Failure) -> Int {
        if case .name(let name) = target, let register = plainRegister(of: name) {
            emit(Instruction(.next, state, register), at: range)
            return emitJump(.jump, at: range)
        }
        if case .tuple(let targets, _) = target, targets.count <= Compiler.mostInRegisters {
            // Names that stand side by side take the elements as they come.
            if let first = registersInRow(of: targets) {
                emit(Instruction(.nextElements, state, first, UInt16(targets.count)), at: range)
                return emitJump(.jump, at: range)
            }
            let first = scope.freeRegister
            for _ in targets { _ = try scope.takeRegister(at: range) }
            emit(Instruction(.nextElements, state, first, UInt16(targets.count)), at: range)
            let exit = emitJump(.jump, at: range)
            for (index, target) in targets.enumerated() {
                try assign(first + UInt16(index), to: target, isNaming: false)
            }
            return exit
        }
        let element = try scope.takeRegister(at: range)
        emit(Instruction(.next, state, element), at: range)
        let exit = emitJump(.jump, at: range)
        try assign(element, to: target, isNaming: false)
        return exit
    }

    /// The first of the registers of some names, where these stand one after the other and need no more than a write.
    private func registersInRow(of targets: [Statement.Target]) -> UInt16? {
        var first: UInt16?
        for (index, target) in targets.enumerated() {
            guard case .name(let name) = target, let register = plainRegister(of: name) else { return nil }
            if index == 0 { first = register }
            guard let first, Int(register) == Int(first) + index else { return nil }
        }
        return first
    }

    /// The register of a name that is assigned by writing to it alone.
    func plainRegister(of name: Name) -> UInt16? {
        switch scope.meaning(of: name.id) {
        case .variable(let variable) where !variable.isBoxed && scope.kind != .classBlock: variable.register
        case .global: globalRegister(name.id)
        default: nil
        }
    }

    func compileGenerator(
        _ comprehension: Expression.Comprehension, into target: UInt16, at range: Range<Int>
    ) throws(Failure) {
        try scope.withRegisters { () throws(Failure) in
            let first = try scope.takeRegister(at: range)
            try compile(comprehension.loops[0].iterable, into: first)
            // The first iterable is looked at when the expression is, all else when an element is wanted.
            emit(Instruction(.prepareLoop, flags: 1, first), at: comprehension.loops[0].iterable.range)
            let outer = scope
            scope = Scope(.generator, in: outer)
            let iterable = try scope.takeRegister(at: range)
            try compileLoops(of: comprehension, first: iterable, at: range) { () throws(Failure) in
                emit(Instruction(.yield, try operand(comprehension.element)), at: comprehension.element.range)
            }
            emit(Instruction(.resultNone), at: range)
            let description = FunctionDescription(
                code: makeCode(name: "<genexpr>", range: range), captured: scope.capturedSources,
                defaultCount: 1)
            scope = outer
            scope.builder.functions.append(description)
            emit(
                Instruction(
                    .makeFunction, target, UInt16(scope.builder.functions.count - 1), first),
                at: range)
        }
    }
}
