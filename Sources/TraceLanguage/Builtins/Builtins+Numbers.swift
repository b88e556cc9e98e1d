internal import Micrograd
internal import MicrogradSupport

extension Builtins {
    /// The functions of Values and of numbers.
    static let numbers: [Builtin] = [
        unary(.exp) { $0.exp() },
        unary(.log) { $0.log() },
        unary(.sqrt) { $0.sqrt() },
        unary(.sin) { $0.sin() },
        unary(.cos) { $0.cos() },
        unary(.tanh) { $0.tanh() },
        unary(.sigmoid) { $0.sigmoid() },
        unary(.relu, onInteger: { max($0, 0) }) { $0.relu() },
        unary(.abs, onInteger: { $0.magnitude > Int128.max.magnitude ? nil : Int128($0.magnitude) }) {
            $0.abs()
        },
        Builtin("pow", in: [.builtins, .value], "x y") { call throws(Failure) in
            if call[1].tag == .value || call[0].tag == .value { call.noteNumber(0) }
            return try call.apply(.power, call[0], call[1])
        },
        Builtin("min", in: [.builtins], "*rest key? default?") { call throws(Failure) in
            try choose(call, .less) { min($0, $1) }
        },
        Builtin("max", in: [.builtins], "*rest key? default?") { call throws(Failure) in
            try choose(call, .greater) { max($0, $1) }
        },
    ]

    /// A row of an operation, for Values and for numbers.
    private static func unary(
        _ operation: Value.Operation, onInteger: (@Sendable (Int128) -> Int128?)? = nil,
        onValue: @escaping @Sendable (Value) -> Value
    ) -> Builtin {
        Builtin(operation.symbol, in: [.builtins, .value], "x") { call throws(Failure) in
            let cell = call[0]
            if cell.tag == .value { return call.machine.cell(onValue(call.machine.value(cell))) }
            if let onInteger, let integer = call.machine.integer(of: cell) {
                guard let result = onInteger(integer) else { throw call.failure(.integerOverflow) }
                return call.machine.heap.makeInteger(result)
            }
            guard let number = call.machine.number(of: cell) else {
                throw call.wrong(0, wanted: "a Value or a number")
            }
            return Cell(try call.checked(operation(number), of: number, function: operation.symbol))
        }
    }

    /// A fold of pairs from the left; of numbers alone Python's own choice.
    private static func choose(
        _ call: Call, _ comparison: Comparison, _ onValues: (Value, Value) -> Value
    ) throws(Failure) -> Cell {
        let machine = call.machine
        var candidates = call.rest
        let isList = candidates.count == 1
        if isList {
            guard machine.isIterable(candidates[0]) else {
                throw call.wrongRest(0, wanted: "two or more, or a list", given: candidates[0])
            }
            candidates = try machine.elements(of: candidates[0])
            if candidates.isEmpty, call[1].isBound { return call[1] }
            guard !candidates.isEmpty else {
                throw call.wrongRest(0, wanted: "two or more, or a list", given: call.rest[0])
            }
        }
        guard !candidates.isEmpty else {
            throw call.failure(.missingArgument(function: call.builtin.name, parameter: "x"))
        }
        if let key = call.optional(0) {
            var keys: [Cell] = []
            for candidate in candidates { keys.append(try machine.callAndWait(key, [candidate])) }
            var best = 0
            for index in candidates.indices.dropFirst()
            where try machine.compare(comparison, keys[index], keys[best]) {
                best = index
            }
            return candidates[best]
        }
        var best = candidates[0]
        var bestIndex: Int? = 0
        for (index, candidate) in candidates.enumerated().dropFirst() {
            try machine.step()
            guard best.tag == .value || candidate.tag == .value else {
                if try machine.compare(comparison, candidate, best) {
                    best = candidate
                    bestIndex = index
                }
                continue
            }
            func operand(_ cell: Cell, _ index: Int?) throws(Failure) -> Value? {
                if cell.tag == .value { return machine.value(cell) }
                guard machine.number(of: cell) != nil else {
                    throw call.wrongRest(isList ? 0 : index ?? 0, wanted: "a Value or a number", given: cell)
                }
                if !isList, let index { call.noteNumber(index) }
                return nil
            }
            let (x, y) = (try operand(best, bestIndex), try operand(candidate, index))
            let (one, two) = (machine.number(of: best) ?? 0, machine.number(of: candidate) ?? 0)
            let isLess = comparison == .less
            let result: Value
            if let x, let y {
                result = onValues(x, y)
            } else if let x {
                result = isLess ? min(x, two) : max(x, two)
            } else if let y {
                result = isLess ? min(one, y) : max(one, y)
            } else {
                continue
            }
            best = machine.cell(result)
            bestIndex = nil
        }
        return best
    }
}

extension Call {
    /// Refuses the results that Python raises an error for.
    func checked(_ result: Double, of argument: Double, function: String? = nil) throws(Failure) -> Double {
        if result.isFinite || argument.isNaN || (argument.isInfinite && !result.isNaN) { return result }
        let text = argument.pythonDescription
        let name = function ?? builtin.name
        let isTooLarge = result.isInfinite && argument != 0 && result > 0
        throw failure(
            isTooLarge
                ? .rangeError(function: name, argument: text) : .outsideDomain(function: name, argument: text)
        )
    }

    /// Notes that an argument is a plain number of a name, drawn as a constant.
    func noteNumber(_ index: Int) {
        let cell = index < builtin.positionalCount ? self[index] : rest[index - builtin.positionalCount]
        guard machine.kind == .program, let number = machine.number(of: cell),
            let arguments = machine.callSyntax()?.arguments, arguments.indices.contains(index),
            let name = arguments[index].value.name, let id = machine.names.knownID(of: name.text),
            machine.assignedNames.contains(id)
        else { return }
        machine.notes.addOnce(name.text, .plainNumber(name.text, number), at: name.range)
    }
}
