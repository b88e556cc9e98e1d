extension Compiler {
    func compile(_ statements: [Statement]) throws(Failure) {
        for statement in statements { try compile(statement) }
    }

    /// Writes a statement of the outermost level, with the numbers of the settings.
    func compileOutermost(_ statement: Statement) throws(Failure) {
        var statement = statement
        if scope.kind == .module { try apply(settings: &statement) }
        try compile(statement)
    }

    private func compile(_ statement: Statement) throws(Failure) {
        let range = statement.range
        try scope.withRegisters { () throws(Failure) in
            switch statement.kind {
            case .expression(let expression):
                if case .literal = expression.kind { return }
                let register = try operand(expression)
                emit(Instruction(.keep, register), at: range)
            case .assignment(let targets, let value):
                try compileAssignment(targets, value)
            case .augmented(let target, let operation, let sign, let value):
                try compileAugmented(target, operation, value, at: sign)
            case .imports(let imports):
                for one in imports { try compileImport(one) }
            case .conditional(let branches, let otherwise):
                try compileConditional(branches, otherwise, at: range)
            case .whileLoop(let branch, let otherwise):
                try compileWhile(branch, otherwise, at: range)
            case .forLoop(let target, let iterable, let body, let otherwise):
                try compileFor(target, iterable, body, otherwise)
            case .function(let function):
                try compileFunction(function, at: range)
            case .classDefinition(let type):
                try compileClass(type, at: range)
            case .returning(let value):
                guard let value else { return emit(Instruction(.resultNone), at: range) }
                emit(Instruction(.result, try operand(value)), at: range)
            case .pass: break
            case .leaveLoop:
                let jump = emitJump(.jump, at: range)
                scope.loops[scope.loops.count - 1].exits.append(jump)
            case .continueLoop:
                emitJumpBack(.loop, to: scope.loops[scope.loops.count - 1].start, at: range)
            case .assertion(let condition, let message):
                try compileAssertion(condition, message, at: range)
            case .skipped(let skipped):
                compileSkipped(skipped, at: range)
            }
        }
    }

    private func compileAssertion(
        _ condition: Expression, _ message: Expression?, at range: Range<Int>
    ) throws(Failure) {
        let register = try operand(condition)
        let end = emitJump(.jumpIf, register, at: condition.range)
        var text = Opcode.noOperand
        if let message { text = try operand(message) }
        emit(Instruction(.failAssertion, text), at: range)
        land(end)
    }

    private func compileSkipped(_ skipped: Skipped, at range: Range<Int>) {
        switch skipped {
        case .engine(let name):
            emitNote(.ownEngine, at: name.range)
        case .drawing(let name):
            skippedNames.insert(name.id)
            emitNote(.ownDrawing(name.text), at: name.range)
        case .plot(let name):
            emitNote(.plotSkipped(name), at: range)
        case .command:
            emitNote(.commandSkipped, at: range)
        }
    }

    // MARK: - Control flow

    private func compileConditional(
        _ branches: [Statement.Branch], _ otherwise: [Statement], at range: Range<Int>
    ) throws(Failure) {
        var exits: [Int] = []
        for (index, branch) in branches.enumerated() {
            let next = try jumpUnless(branch.condition)
            try scope.withBranch { () throws(Failure) in try compile(branch.body) }
            if index < branches.count - 1 || !otherwise.isEmpty { exits.append(emitJump(.jump, at: range)) }
            land(next)
        }
        try scope.withBranch { () throws(Failure) in try compile(otherwise) }
        land(exits)
    }

    private func compileWhile(
        _ branch: Statement.Branch, _ otherwise: [Statement], at range: Range<Int>
    ) throws(Failure) {
        scope.loops.append(Scope.Loop(start: position))
        let end = try jumpUnless(branch.condition)
        try scope.withBranch { () throws(Failure) in try compile(branch.body) }
        let loop = scope.loops.removeLast()
        emitJumpBack(.loop, to: loop.start, at: branch.condition.range)
        land(end)
        try scope.withBranch { () throws(Failure) in try compile(otherwise) }
        land(loop.exits)
    }

    private func compileFor(
        _ target: Statement.Target, _ iterable: Expression, _ body: [Statement], _ otherwise: [Statement]
    ) throws(Failure) {
        let range = iterable.range
        let register = try operand(iterable)
        let state = try takeLoopState(over: register, at: range)
        scope.loops.append(Scope.Loop(start: position))
        let exit = try compileNext(target, of: state, at: range)
        try scope.withBranch { () throws(Failure) in
            noteBound(target)
            try compile(body)
        }
        let loop = scope.loops.removeLast()
        emitJumpBack(.loop, to: loop.start, at: range)
        land(exit)
        try scope.withBranch { () throws(Failure) in try compile(otherwise) }
        land(loop.exits)
    }

    func noteBound(_ target: Statement.Target) {
        for name in target.names { scope.noteBound(name.id) }
    }

    // MARK: - Functions and classes

    private func compileFunction(_ function: FunctionSyntax, at range: Range<Int>) throws(Failure) {
        let defaults = function.parameters.compactMap(\.fallback)
        let first = try compileInRow(defaults, at: range)
        let register = try scope.takeRegister(at: range)
        let description = try makeFunction(function, at: range)
        scope.builder.functions.append(description)
        emit(
            Instruction(.makeFunction, register, UInt16(scope.builder.functions.count - 1), first), at: range)
        try assign(register, to: .name(function.name), isNaming: false)
    }

    private func makeFunction(
        _ function: FunctionSyntax, at range: Range<Int>
    ) throws(Failure) -> FunctionDescription {
        let outer = scope
        let inner = Scope(.function, in: outer)
        scope = inner
        defer { scope = outer }
        let uses = NameUses(of: function.body)
        var parameters: [Code.Parameter] = []
        var fallbacks = 0
        // By position first, then `*rest`, then by name only, then `**keywords`.
        let order: [FunctionSyntax.Parameter.Form] = [.plain, .rest, .keywordOnly, .keywords]
        for form in order {
            for parameter in function.parameters where parameter.form == form {
                try inner.declare(
                    parameter.name, isBoxed: uses.sharedInside.contains(parameter.name.id))
                parameters.append(
                    Code.Parameter(name: parameter.name, form: form, fallback: nil))
                inner.noteBound(parameter.name.id)
            }
        }
        for parameter in function.parameters where parameter.fallback != nil {
            if let index = parameters.firstIndex(where: { $0.name.id == parameter.name.id }) {
                parameters[index].fallback = fallbacks
            }
            fallbacks += 1
        }
        try declareLocals(uses, of: function.body, at: range)
        for parameter in parameters where uses.sharedInside.contains(parameter.name.id) {
            guard case .variable(let variable) = inner.meaning(of: parameter.name.id) else { continue }
            emit(Instruction(.makeBox, variable.register), at: parameter.name.range)
        }
        try compile(function.body)
        emit(Instruction(.resultNone), at: range)
        let code = makeCode(name: function.name.text, range: function.name.range)
        code.parameters = parameters
        return FunctionDescription(
            code: code, captured: inner.capturedSources, defaultCount: fallbacks)
    }

    /// Gives the names that a block assigns their registers, in the order of their numbers.
    private func declareLocals(
        _ uses: NameUses, of body: [Statement], at range: Range<Int>
    ) throws(Failure) {
        let ids = uses.assigned.sorted().filter { !scope.isDeclared($0) }
        for id in ids {
            let isBoxed = uses.sharedInside.contains(id) && scope.kind != .classBlock
            let name = Name(text: "", id: id, range: range)
            try scope.declare(name, isBoxed: isBoxed)
            if isBoxed, case .variable(let variable) = scope.meaning(of: id) {
                emit(Instruction(.makeBox, variable.register), at: range)
            }
        }
        for id in uses.assigned.sorted() { try scope.count(Name(text: "", id: id, range: range)) }
    }

    private func compileClass(_ type: ClassSyntax, at range: Range<Int>) throws(Failure) {
        let register = try scope.takeRegister(at: range)
        let base = try scope.takeRegister(at: range)
        if let expression = type.base { try compile(expression, into: base) }
        let outer = scope
        scope = Scope(.classBlock, in: outer)
        // The first register is the class itself.
        _ = try scope.takeRegister(at: range)
        for statement in type.body { try checkClassStatement(statement) }
        try declareLocals(NameUses(of: type.body), of: type.body, at: range)
        try compile(type.body)
        emit(Instruction(.result, 0), at: range)
        let code = FunctionDescription(
            code: makeCode(name: type.name.text, range: type.name.range), captured: scope.capturedSources,
            defaultCount: 0)
        scope = outer
        scope.builder.classes.append(
            ClassSyntaxSummary(
                name: type.name, code: code, hasBase: type.base != nil,
                baseRange: type.base?.range ?? type.name.range))
        emit(
            Instruction(.makeClass, register, UInt16(scope.builder.classes.count - 1), base),
            at: type.base?.range ?? type.name.range)
        try assign(register, to: .name(type.name), isNaming: false)
    }

    /// Refuses the operators that a class may define in Python.
    private func checkClassStatement(_ statement: Statement) throws(Failure) {
        guard case .function(let function) = statement.kind else { return }
        let name = function.name.text
        guard name.hasPrefix("__"), name.hasSuffix("__"), !Compiler.specialMethods.contains(name) else {
            return
        }
        throw Failure(.specialMethod(name), at: function.name.range)
    }

    private static let specialMethods: Set<String> = [
        "__init__", "__call__", "__repr__", "__str__", "__len__",
    ]
}
