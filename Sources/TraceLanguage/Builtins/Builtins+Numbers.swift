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
            call.state.noteNumber(call[0].object, named: call[0].variable)
            return try call.apply(.power, call[0].object, call[1].object)
        },
        Builtin("min", in: [.builtins], "*rest") { call throws(Failure) in
            try choose(call, .less) { min($0, $1) }
        },
        Builtin("max", in: [.builtins], "*rest") { call throws(Failure) in
            try choose(call, .greater) { max($0, $1) }
        },
    ]

    /// A row of an operation, for Values and for numbers.
    private static func unary(
        _ operation: Value.Operation, onInteger: (@Sendable (Int128) -> Int128?)? = nil,
        onValue: @escaping @Sendable (Value) -> Value
    ) -> Builtin {
        Builtin(operation.symbol, in: [.builtins, .value], "x") { call throws(Failure) in
            let argument = call[0]
            if case .value(let value) = argument.object { return .value(onValue(value)) }
            if let onInteger, let integer = argument.object.integer {
                guard let result = onInteger(integer) else { throw Failure(.integerOverflow, at: call.range) }
                return .integer(result)
            }
            guard let number = argument.object.number else {
                throw call.wrong(argument, 0, wanted: "a Value or a number")
            }
            return .float(try call.checked(operation(number), of: number))
        }
    }

    /// A fold of pairs from the left; of numbers alone Python's own choice.
    private static func choose(
        _ call: Call, _ comparison: Comparison, _ onValues: (Value, Value) -> Value
    ) throws(Failure) -> Object {
        var candidates = call.rest
        if let only = candidates.first, candidates.count == 1 {
            guard let elements = only.object.elements, !elements.isEmpty else {
                throw call.wrong(only, nil, wanted: "two or more, or a list")
            }
            candidates = elements.map {
                Argument(name: nil, object: $0, range: only.range, nameRange: only.range, variable: nil)
            }
        }
        guard !candidates.isEmpty else {
            throw Failure(.missingArgument(function: call.function.name, parameter: "x"), at: call.range)
        }
        var best = candidates[0]
        for candidate in candidates.dropFirst() {
            try call.state.step(at: call.range)
            switch (best.object, candidate.object) {
            case (.value(let x), .value(let y)):
                best.object = .value(onValues(x, y))
                best.variable = nil
            case (.value(let x), let other):
                guard let y = other.number else {
                    throw call.wrong(candidate, nil, wanted: "a Value or a number")
                }
                call.state.noteNumber(other, named: candidate.variable)
                best.object = .value(comparison == .less ? min(x, y) : max(x, y))
                best.variable = nil
            case (let other, .value(let y)):
                guard let x = other.number else { throw call.wrong(best, nil, wanted: "a Value or a number") }
                call.state.noteNumber(other, named: best.variable)
                best.object = .value(comparison == .less ? min(x, y) : max(x, y))
                best.variable = nil
            default:
                if try comparison.apply(candidate.object, best.object, at: call.range) { best = candidate }
            }
        }
        return best.object
    }
}

extension Call {
    /// Refuses the results that Python raises an error for.
    func checked(_ result: Double, of argument: Double) throws(Failure) -> Double {
        if result.isFinite || argument.isNaN || (argument.isInfinite && !result.isNaN) { return result }
        let text = argument.pythonDescription
        let isTooLarge = result.isInfinite && argument != 0 && result > 0
        throw Failure(
            isTooLarge
                ? .rangeError(function: function.name, argument: text)
                : .outsideDomain(function: function.name, argument: text),
            at: range)
    }
}
