internal import Micrograd

// Where a mistake stands, and what the text there says. Code keeps places alone; the rest is read anew.

extension Machine {
    /// The place of the instruction that runs.
    var place: Range<Int> {
        let frame = frames[max(top, 0)]
        let code = frame.code.takeUnretainedValue()
        let index = frame.instruction - UnsafePointer(code.instructions) - 1
        return code.places[min(max(index, 0), code.places.count - 1)].range
    }

    func failure(_ problem: Problem) -> Failure { Failure(problem, at: place) }

    /// The calls that led to where the machine is, the innermost first: the function and where it was called.
    var callChain: [(function: String, range: Range<Int>)] {
        var chain: [(String, Range<Int>)] = []
        for index in stride(from: top, to: 0, by: -1) {
            let code = frames[index].code.takeUnretainedValue()
            let caller = frames[index - 1]
            let callerCode = caller.code.takeUnretainedValue()
            let position = caller.instruction - UnsafePointer(callerCode.instructions) - 1
            let range = callerCode.places[min(max(position, 0), callerCode.places.count - 1)].range
            if code.kind == .function { chain.append((code.name, range)) }
        }
        return chain
    }

    // MARK: - Names

    /// What is wrong where a register holds nothing.
    func unbound(register: UInt16) -> Failure {
        let frame = frames[top]
        let code = frame.code.takeUnretainedValue()
        if code.kind == .module, register >= Scope.moduleTemporaries {
            return unknownName(Int(register) - globalStart)
        }
        let name = code.registerNames[register].map { names.texts[$0] } ?? written
        return failure(.unassignedName(name))
    }

    /// What is wrong where a shared variable holds nothing.
    func unassignedOutside() -> Failure { failure(.unassignedName(written)) }

    private var written: String { source.text(in: place) }

    func unknownName(_ id: Int) -> Failure {
        let name = names.texts[id]
        let place = self.place
        let trailers = Parser.trailers(behind: place, in: source)
        if let problem = leftOutNames[id] { return Failure(problem, at: place) }
        if let module = missingModules[id] {
            return Failure(missingModule(module, name, place, trailers), at: place)
        }
        if skippedNames.contains(id) { return Failure(.skippedFunction(name), at: place) }
        if let problem = foreignName(name, place, before: trailers) { return Failure(problem, at: place) }
        let suggestion = suggestion(for: name, isCalled: trailers.first?.isCall ?? false)
        return Failure(.unknownName(name, suggestion: suggestion), at: place)
    }

    /// The names of the text, and those that are built in.
    private var knownNames: [String] {
        boundNames.map(\.name) + lookup.members(of: .builtins) + ["True", "False", "None"]
    }

    /// Returns what may be meant: a name that is called otherwise elsewhere, else `a*b` for `ab`, where a and b are
    /// numbers or Values of the text and no longer name is a letter away, else the nearest name.
    private func suggestion(for name: String, isCalled: Bool) -> String? {
        let known = knownNames + localNames
        if let synonym = Suggestion.synonym(of: name, among: known) { return synonym }
        let nearest = Suggestion.nearest(to: name, among: known)
        guard !isCalled else { return nearest }
        if let nearest, nearest.count > 2, Suggestion.nearest(to: name, among: [nearest], within: 1) != nil {
            return nearest
        }
        let factors = boundNames.filter { isNumeric($0.cell) }.map(\.name)
        guard let parts = Suggestion.parts(of: name, among: factors), parts.count <= 3 else { return nearest }
        return parts.joined(separator: "*")
    }

    /// The variables of the function that runs.
    private var localNames: [String] {
        frames[top].code.takeUnretainedValue().registerNames.values.sorted().map { names.texts[$0] }
            .filter { !$0.isEmpty }
    }

    private func missingModule(
        _ module: String, _ name: String, _ place: Range<Int>, _ trailers: [Expression.Trailer]
    ) -> Problem {
        .otherModule(module, instead: trailers.first.flatMap { own($0, trailers, place) })
    }

    /// What Python has under a name that is unknown here, and what to write instead; nil for other names.
    private func foreignName(
        _ name: String, _ place: Range<Int>, before trailers: [Expression.Trailer]
    ) -> Problem? {
        if let module = Machine.modules[name], let first = trailers.first, case .attribute = first.kind {
            return .otherModule(module, instead: own(first, trailers, place))
        }
        if trailers.first?.isCall ?? false, let instead = Machine.functions[name] {
            return .pythonName(name, instead: "write \(instead)")
        }
        guard let number = Machine.numbers[name], Suggestion.nearest(to: name, among: knownNames) == nil
        else { return nil }
        return .pythonName(name, instead: "write \(number)")
    }

    /// `tanh(a)` of `np.tanh(a)`; nil where there is no such function here.
    private func own(
        _ first: Expression.Trailer, _ trailers: [Expression.Trailer], _ place: Range<Int>
    ) -> String? {
        guard case .attribute(let attribute) = first.kind, trailers.count > 1, trailers[1].isCall,
            lookup.member(attribute.text, of: .builtins)?.tag == .builtin
        else { return nil }
        return source.shortText(in: first.range.lowerBound..<trailers[1].range.upperBound)
            ?? "\(attribute.text)(…)"
    }

    private static let modules = [
        "np": "numpy", "numpy": "numpy", "torch": "torch", "plt": "matplotlib", "matplotlib": "matplotlib",
    ]

    private static let functions = [
        "format": "an f-string, f'{x:.2f}'", "repr": "f'{x!r}'", "type": "isinstance(x, …)",
        "open": "the numbers as a list in the text", "input": "the number in the text",
        "dict": "a list, or one name for each value",
    ]

    private static let numbers = ["e": "math.e, or exp(x) for its power", "π": "math.pi"]

    // MARK: - Operands

    /// The cell of an operand of the instruction that ran.
    func operandCell(_ operand: UInt16) -> Cell? {
        let frame = frames[top]
        guard operand & Instruction.constantBit == 0 else {
            return frame.constants[Int(operand & ~Instruction.constantBit)]
        }
        return stack[frame.base + Int(operand)]
    }

    /// The name of the variable that an operand of the instruction is; nil for all else.
    func name(ofOperand operand: UInt16) -> Int? {
        guard operand & Instruction.constantBit == 0 else { return nil }
        let frame = frames[top]
        let code = frame.code.takeUnretainedValue()
        if code.kind == .module, operand >= Scope.moduleTemporaries { return Int(operand) - globalStart }
        if let name = code.registerNames[operand] { return name }
        // What was loaded last into that register.
        var instruction = frame.instruction - 2
        while instruction >= UnsafePointer(code.instructions) {
            let i = instruction.pointee
            if i.a == operand {
                switch i.operation {
                case .loadGlobal: return i.wide
                case .loadBox: return code.registerNames[i.b]
                default: return nil
                }
            }
            instruction -= 1
        }
        return nil
    }

    /// Where an operand that is a name stands, beside the sign of the operator.
    func operandPlace(_ name: String, isLeft: Bool) -> Range<Int> {
        let sign = place
        let length = name.utf8.count
        func isNamed(_ start: Int) -> Bool {
            start >= 0 && start + length <= source.bytes.count
                && Identifier.normalized(source.text(in: start..<start + length)) == name
        }
        if isLeft {
            var end = sign.lowerBound
            while end > 0,
                source.bytes[end - 1].isBlank || source.bytes[end - 1].isLineEnd
                    || source.bytes[end - 1] == UInt8(ascii: ")")
            {
                end -= 1
            }
            if isNamed(end - length) { return end - length..<end }
        } else {
            var start = sign.upperBound
            while start < source.bytes.count,
                source.bytes[start].isBlank || source.bytes[start].isLineEnd
                    || source.bytes[start] == UInt8(ascii: "(") || source.bytes[start] == UInt8(ascii: "=")
            {
                start += 1
            }
            if isNamed(start) { return start..<start + length }
        }
        return sign
    }

    /// The operands of the comparison whose sign stands at the place, and the sign.
    func comparisonOperands() -> (Expression, String, Expression)? {
        let sign = place
        let line = source.line(at: sign.lowerBound)
        // The statement may begin on a line above.
        for first in stride(from: line, through: max(0, line - 5), by: -1) {
            var start = source.range(ofLine: first).lowerBound
            while start < sign.lowerBound {
                if let found = comparison(in: start, at: sign) { return found }
                start += 1
                while start < sign.lowerBound, source.bytes[start].isWordByte,
                    source.bytes[start - 1].isWordByte
                {
                    start += 1
                }
            }
        }
        return nil
    }

    private func comparison(in start: Int, at sign: Range<Int>) -> (Expression, String, Expression)? {
        guard let expression = Parser.expression(at: start..<sign.upperBound, in: source),
            case .comparison(let first, let steps) = expression.kind,
            let index = steps.firstIndex(where: { $0.range == sign })
        else { return nil }
        let left = index == 0 ? first : steps[index - 1].operand
        return (left, steps[index].comparison.rawValue, steps[index].operand)
    }

    // MARK: - Calls

    /// What the text writes as the call that runs: what is called, and its arguments.
    func callSyntax() -> (callee: Range<Int>, arguments: [Expression.ArgumentSyntax])? {
        Parser.call(at: place, in: source)
    }

    /// What is wrong with a call of something that is no function.
    func notCallable(_ cell: Cell) -> Failure {
        let place = self.place
        let call = callSyntax()
        if let callee = call?.callee {
            let text = source.text(in: callee)
            if place.lowerBound > 0, source.bytes[place.lowerBound - 1] == UInt8(ascii: "."),
                ["data", "grad", "label"].contains(text)
            {
                let line = source.range(ofLine: source.line(at: callee.lowerBound)).lowerBound
                let length = PostfixText.length(source.text(in: line..<callee.lowerBound))
                let written = source.shortText(in: callee.lowerBound - length..<callee.upperBound)
                let isNamed = written.map { !$0.hasPrefix("(") && !$0.hasPrefix("[") } ?? false
                return Failure(.calledAttribute(text, written: isNamed ? written : nil), at: place)
            }
            if let id = names.knownID(of: Identifier.normalized(text)),
                isNumeric(cell) || cell.tag == .list || cell.tag == .tuple,
                lookup.global(names.texts[id])?.tag == .builtin,
                let offset = shadowedBuiltins[id]?.last(where: { $0 < place.lowerBound })
                    ?? shadowedBuiltins[id]?.first
            {
                let assignment = source.place(ofLine: source.line(at: offset))
                return Failure(
                    .noFunctionAnyMore(names.texts[id], cell: assignment.cell, line: assignment.line),
                    at: place)
            }
        }
        var product: String?
        if isNumeric(cell), let call, call.arguments.count == 1, call.arguments[0].isPlain,
            call.arguments[0].value.canBeFactor
        {
            let text =
                source.text(in: call.callee) + "*"
                + source.text(in: call.callee.upperBound..<place.upperBound)
            if text.utf8.count <= 60, !text.utf8.contains(where: \.isLineEnd) { product = text }
        }
        return Failure(.notCallable(typeName(of: cell), product: product), at: place)
    }
}

extension UInt8 {
    fileprivate var isWordByte: Bool {
        isDigit || self >= 128 || self == UInt8(ascii: "_")
            || (self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z"))
    }
}

extension Expression {
    /// Whether it may give a number or a Value.
    fileprivate var canBeFactor: Bool {
        switch kind {
        case .literal(let literal): literal.isNumber
        case .list, .tuple, .format, .comparison, .comprehension, .logic, .not: false
        case .name, .chain, .power, .postfix, .conditional: true
        }
    }
}
