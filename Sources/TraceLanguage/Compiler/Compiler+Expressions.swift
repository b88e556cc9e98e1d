extension Compiler {
    /// Returns where an expression's object is: a variable, a constant, or a register that is taken for it.
    func operand(_ expression: Expression) throws(Failure) -> UInt16 {
        switch expression.kind {
        case .literal(let literal):
            let place = constant(of: literal)
            if place < Int(Instruction.constantBit) { return UInt16(place) | Instruction.constantBit }
        case .name(let name):
            if let register = try register(of: name) { return register }
        default:
            break
        }
        let register = try scope.takeRegister(at: expression.range)
        try compile(expression, into: register)
        return register
    }

    /// The register of a name that is a variable without a box; nil for others.
    private func register(of name: Name) throws(Failure) -> UInt16? {
        let register: UInt16
        switch scope.meaning(of: name.id) {
        case .variable(let variable) where !variable.isBoxed: register = variable.register
        case .global:
            guard let global = globalRegister(name.id) else { return nil }
            register = global
        default: return nil
        }
        if !scope.isBound(name.id) { emit(Instruction(.check, register), at: name.range) }
        return register
    }

    /// Writes an expression's object into a register that nothing of the expression reads.
    func compile(_ expression: Expression, into target: UInt16) throws(Failure) {
        let range = expression.range
        switch expression.kind {
        case .literal(let literal):
            emit(Instruction(.loadConstant, target, wide: constant(of: literal)), at: range)
        case .name(let name):
            try compileName(name, into: target)
        case .format(let parts):
            try compileFormat(parts, into: target, at: range)
        case .list(let elements):
            try compileList(elements, into: target, at: range)
        case .tuple(let elements):
            try compileTuple(elements, into: target, at: range)
        case .comparison(let first, let steps):
            try compileComparison(first, steps, into: target)
        case .chain(let first, let steps):
            try compileChain(first, steps, into: target)
        case .power(let terms):
            try compilePower(terms, into: target)
        case .postfix(let base, let trailers):
            try compilePostfix(base, trailers, start: range.lowerBound, into: target)
        case .logic(let isAnd, let operands):
            var exits: [Int] = []
            for (index, operand) in operands.enumerated() {
                try scope.withRegisters { () throws(Failure) in try compile(operand, into: target) }
                if index < operands.count - 1 {
                    exits.append(emitJump(isAnd ? .jumpIfNot : .jumpIf, target, at: operand.range))
                }
            }
            land(exits)
        case .not(let operand, let count):
            try scope.withRegisters { () throws(Failure) in
                let source = try self.operand(operand)
                emit(Instruction(.not, target, source), at: range)
            }
            if count % 2 == 0 { emit(Instruction(.not, target, target), at: range) }
        case .conditional(let cases, let otherwise):
            var exits: [Int] = []
            for one in cases {
                let next = try jumpUnless(one.condition)
                try scope.withRegisters { () throws(Failure) in try compile(one.value, into: target) }
                exits.append(emitJump(.jump, at: range))
                land(next)
            }
            try scope.withRegisters { () throws(Failure) in try compile(otherwise, into: target) }
            land(exits)
        case .comprehension(let comprehension):
            if comprehension.isGenerator {
                try compileGenerator(comprehension, into: target, at: range)
            } else {
                try compileListComprehension(comprehension, into: target, at: range)
            }
        }
    }

    /// Writes an expression's object into a variable, which the expression may read.
    func compile(_ expression: Expression, intoVariable target: UInt16) throws(Failure) {
        switch expression.kind {
        case .chain, .power, .literal, .name:
            // Only their last step writes.
            try compile(expression, into: target)
        default:
            try scope.withRegisters { () throws(Failure) in
                let source = try operand(expression)
                emit(Instruction(.move, target, source), at: expression.range)
            }
        }
    }

    private func compileName(_ name: Name, into target: UInt16) throws(Failure) {
        switch scope.meaning(of: name.id) {
        case .variable(let variable):
            emit(Instruction(variable.isBoxed ? .loadBox : .move, target, variable.register), at: name.range)
        case .captured(let index):
            emit(Instruction(.loadCaptured, target, index), at: name.range)
        case .global:
            if let register = globalRegister(name.id) {
                emit(Instruction(.move, target, register), at: name.range)
            } else {
                emit(Instruction(.loadGlobal, target, wide: name.id), at: name.range)
            }
        }
    }

    // MARK: - Operators

    private func compileChain(
        _ first: Expression, _ steps: [Expression.ChainStep], into target: UInt16
    ) throws(Failure) {
        try scope.withRegisters { () throws(Failure) in
            var left = try operand(first)
            var sum: UInt16?
            for (index, step) in steps.enumerated() {
                let mark = scope.freeRegister
                let right = try operand(step.operand)
                scope.free(from: mark)
                let isLast = index == steps.count - 1
                var result = target
                if !isLast {
                    if sum == nil { sum = try scope.takeRegister(at: step.range) }
                    result = sum ?? target
                }
                emit(Instruction(step.operation.opcode, result, left, right), at: step.range)
                left = result
            }
        }
    }

    /// Powers go from the right, when all operands have been computed from the left.
    private func compilePower(_ terms: [Expression.PowerTerm], into target: UInt16) throws(Failure) {
        try scope.withRegisters { () throws(Failure) in
            if terms.count > 64 { return try compileLongPower(terms, into: target) }
            var operands: [UInt16] = []
            for term in terms { operands.append(try operand(term.operand)) }
            let result = try scope.takeRegister(at: terms[0].operand.range)
            var current = operands[terms.count - 1]
            for index in terms.indices.reversed() {
                let isLast = index == 0
                if index < terms.count - 1 {
                    let register = isLast && terms[0].signs.isEmpty ? target : result
                    emit(
                        Instruction(.power, register, operands[index], current), at: terms[index + 1].range)
                    current = register
                }
                for (number, sign) in terms[index].signs.reversed().enumerated() {
                    let isEnd = isLast && number == terms[0].signs.count - 1
                    let register = isEnd ? target : result
                    emit(Instruction(sign.isMinus ? .negate : .plus, register, current), at: sign.range)
                    current = register
                }
            }
            if current != target { emit(Instruction(.move, target, current), at: terms[0].operand.range) }
        }
    }

    /// The same by way of a list, where registers would not do.
    private func compileLongPower(_ terms: [Expression.PowerTerm], into target: UInt16) throws(Failure) {
        let range = terms[0].operand.range
        let list = try scope.takeRegister(at: range)
        emit(Instruction(.newList, list, 0), at: range)
        for term in terms {
            try scope.withRegisters { () throws(Failure) in
                emit(Instruction(.append, list, try operand(term.operand)), at: term.operand.range)
            }
        }
        let (result, left) = (try scope.takeRegister(at: range), try scope.takeRegister(at: range))
        for index in terms.indices.reversed() {
            let isLast = index == terms.count - 1
            let place = constant(.integer(Int128(index)))
            emit(Instruction(.loadConstant, left, wide: place), at: range)
            emit(Instruction(.getItem, isLast ? result : left, list, left), at: range)
            if !isLast { emit(Instruction(.power, result, left, result), at: terms[index + 1].range) }
            for sign in terms[index].signs.reversed() {
                emit(Instruction(sign.isMinus ? .negate : .plus, result, result), at: sign.range)
            }
        }
        emit(Instruction(.move, target, result), at: range)
    }

    private func compileComparison(
        _ first: Expression, _ steps: [Expression.ComparisonStep], into target: UInt16
    ) throws(Failure) {
        try scope.withRegisters { () throws(Failure) in
            var left = try operand(first)
            // What stands between two comparisons is an operand of both.
            var between: [UInt16] = []
            var exits: [Int] = []
            for (index, step) in steps.enumerated() {
                let right: UInt16
                let isLast = index == steps.count - 1
                if isLast || step.operand.isPlainOperand {
                    right = try operand(step.operand)
                } else {
                    if between.count < 2 { between.append(try scope.takeRegister(at: step.range)) }
                    right = between[index % between.count]
                    try compile(step.operand, into: right)
                }
                emit(Instruction(step.comparison.opcode, target, left, right), at: step.range)
                if !isLast { exits.append(emitJump(.jumpIfNot, target, at: step.range)) }
                left = right
            }
            land(exits)
        }
    }

    /// Writes jumps that are taken where a condition does not hold.
    func jumpUnless(_ condition: Expression) throws(Failure) -> [Int] {
        switch condition.kind {
        case .logic(isAnd: true, let operands):
            var jumps: [Int] = []
            for operand in operands { jumps += try jumpUnless(operand) }
            return jumps
        default:
            return try scope.withRegisters { () throws(Failure) in
                let register = try operand(condition)
                return [emitJump(.jumpIfNot, register, at: condition.range)]
            }
        }
    }

    // MARK: - Lists, tuples and texts

    private func compileList(
        _ elements: [Expression], into target: UInt16, at range: Range<Int>
    ) throws(Failure) {
        emit(Instruction(.newList, target, UInt16(clamping: elements.count)), at: range)
        for element in elements {
            try scope.withRegisters { () throws(Failure) in
                emit(Instruction(.append, target, try operand(element)), at: element.range)
            }
        }
    }

    private func compileTuple(
        _ elements: [Expression], into target: UInt16, at range: Range<Int>
    ) throws(Failure) {
        guard elements.count <= Compiler.mostInRegisters else {
            try compileList(elements, into: target, at: range)
            return emit(Instruction(.tupleOfList, target, target), at: range)
        }
        try scope.withRegisters { () throws(Failure) in
            let first = try compileInRow(elements, at: range)
            emit(Instruction(.makeTuple, target, first, UInt16(elements.count)), at: range)
        }
    }

    /// How many elements or arguments stand in registers one after the other; more go by a list.
    static let mostInRegisters = 8

    /// Writes objects into registers one after the other, and returns the first.
    func compileInRow(_ expressions: [Expression], at range: Range<Int>) throws(Failure) -> UInt16 {
        let first = scope.freeRegister
        for expression in expressions {
            let register = try scope.takeRegister(at: range)
            try scope.withRegisters { () throws(Failure) in try compile(expression, into: register) }
        }
        return first
    }

    private func compileFormat(
        _ parts: [Expression.FormatPart], into target: UInt16, at range: Range<Int>
    ) throws(Failure) {
        try scope.withRegisters { () throws(Failure) in
            var rest = parts[...]
            var texts: UInt16?
            repeat {
                let first = scope.freeRegister
                if let texts { emit(Instruction(.move, try scope.takeRegister(at: range), texts), at: range) }
                for part in rest.prefix(Compiler.mostInRegisters) {
                    let register = try scope.takeRegister(at: range)
                    try scope.withRegisters { () throws(Failure) in
                        try compile(part, into: register, at: range)
                    }
                }
                rest = rest.dropFirst(Compiler.mostInRegisters)
                let count = scope.freeRegister - first
                let joined = texts ?? target
                scope.free(from: first)
                if texts == nil, !rest.isEmpty {
                    texts = try scope.takeRegister(at: range)
                    emit(Instruction(.join, texts ?? target, first, count), at: range)
                } else {
                    emit(Instruction(.join, rest.isEmpty ? target : joined, first, count), at: range)
                }
            } while !rest.isEmpty
        }
    }

    private func compile(
        _ part: Expression.FormatPart, into target: UInt16, at range: Range<Int>
    ) throws(Failure) {
        switch part {
        case .text(let text):
            emit(Instruction(.loadConstant, target, wide: constant(string: text)), at: range)
        case .field(let field):
            let value = try operand(field.value)
            var specification = Opcode.noOperand
            if !field.specification.isEmpty {
                specification = try scope.takeRegister(at: range)
                try compileFormat(field.specification, into: specification, at: range)
            }
            emit(
                Instruction(.format, flags: field.conversion?.code ?? 0, target, value, specification),
                at: field.range)
        }
    }
}

extension Expression {
    /// Whether it needs no register of its own.
    fileprivate var isPlainOperand: Bool {
        switch kind {
        case .literal, .name: true
        default: false
        }
    }
}

extension Expression.Conversion {
    /// The flag of the instruction that formats.
    var code: UInt8 {
        switch self {
        case .repr: 1
        case .str: 2
        case .ascii: 3
        }
    }

    init?(code: UInt8) {
        switch code {
        case 1: self = .repr
        case 2: self = .str
        case 3: self = .ascii
        default: return nil
        }
    }
}

extension BinaryOperator {
    var opcode: Opcode {
        switch self {
        case .add: .add
        case .subtract: .subtract
        case .multiply: .multiply
        case .divide: .divide
        case .power: .power
        case .floorDivide: .floorDivide
        case .remainder: .remainder
        }
    }
}

extension Comparison {
    var opcode: Opcode {
        switch self {
        case .equal: .equal
        case .notEqual: .notEqual
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterOrEqual
        case .isIn: .isIn
        case .isNotIn: .isNotIn
        case .isSame: .isSame
        case .isNotSame: .isNotSame
        }
    }
}
