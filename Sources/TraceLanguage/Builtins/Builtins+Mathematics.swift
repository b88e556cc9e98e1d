internal import Micrograd

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Glibc
#endif

extension Builtins {
    /// Python's `math`: of numbers; in an expression file also of inputs, as the function of Values.
    static let mathematics: [Builtin] = [
        number("exp") { exp($0) },
        number("sqrt") { $0.squareRoot() },
        number("sin") { sin($0) },
        number("cos") { cos($0) },
        number("tan") { tan($0) },
        number("asin") { asin($0) },
        number("acos") { acos($0) },
        number("atan") { atan($0) },
        number("sinh") { sinh($0) },
        number("cosh") { cosh($0) },
        number("tanh") { tanh($0) },
        number("fabs") { $0.magnitude },
        number("log2") { log2($0) },
        number("log10") { log10($0) },
        number("log1p") { log1p($0) },
        number("expm1") { expm1($0) },
        Builtin("log", in: [.math], "x base?") { call throws(Failure) in
            if let result = try counterpart(call), call.optional(1) == nil { return result }
            let number = try mathNumber(call, 0)
            let logarithm = try call.checked(log(number), of: number)
            guard call.optional(1) != nil else { return .float(logarithm) }
            let base = try mathNumber(call, 1)
            return try call.apply(.divide, .float(logarithm), .float(try call.checked(log(base), of: base)))
        },
        Builtin("pow", in: [.math], "x y") { call throws(Failure) in
            if isValue(call[0]) || isValue(call[1]) {
                if let result = try counterpart(call) { return result }
            }
            let (x, y) = (try mathNumber(call, 0), try mathNumber(call, 1))
            return try call.apply(.power, .float(x), .float(y))
        },
        Builtin("floor", in: [.math], "x") { call throws(Failure) in try whole(call, .down) },
        Builtin("ceil", in: [.math], "x") { call throws(Failure) in try whole(call, .up) },
    ]

    private static func number(_ name: String, _ body: @escaping @Sendable (Double) -> Double) -> Builtin {
        Builtin(name, in: [.math], "x") { call throws(Failure) in
            if let result = try counterpart(call) { return result }
            let number = try mathNumber(call, 0)
            return .float(try call.checked(body(number), of: number))
        }
    }

    private static func isValue(_ argument: Argument) -> Bool {
        if case .value = argument.object { true } else { false }
    }

    /// What the function of Values gives for an input of an expression file; nil for numbers.
    private static func counterpart(_ call: Call) throws(Failure) -> Object? {
        let arguments = call.function.parameters.indices.compactMap(call.optional)
        guard arguments.contains(where: isValue) else { return nil }
        let name = call.function.name == "fabs" ? "abs" : call.function.name
        let row = row(name, of: .builtins)
        guard call.state.kind == .expressions, let row, row.function.parameters.count >= arguments.count
        else {
            let instead = instead(row?.function, arguments, call)
            throw Failure(.mathOnValue(function: call.function.name, instead: instead), at: call.range)
        }
        return try row.body(try Call(call.state, row.function, arguments, isMethod: false, at: call.range))
    }

    /// What to write for a function of numbers that is given a Value.
    private static func instead(_ counterpart: Function?, _ arguments: [Argument], _ call: Call) -> String {
        guard let counterpart, counterpart.parameters.count >= arguments.count else {
            let value = arguments.first(where: isValue)?.written
            return value.map { "\($0).data for its number" } ?? ".data behind a Value for its number"
        }
        let texts = arguments.compactMap(\.written)
        guard texts.count == arguments.count else {
            return arguments.count == 2 ? "** for a power" : "\(counterpart.name) without 'math.'"
        }
        return texts.count == 2 ? texts.joined(separator: "**") : texts[0] + ".\(counterpart.name)()"
    }

    private static func mathNumber(_ call: Call, _ index: Int) throws(Failure) -> Double {
        if let number = call[index].object.number { return number }
        throw call.wrong(call[index], index, wanted: "a number")
    }

    private static func whole(_ call: Call, _ rule: FloatingPointRoundingRule) throws(Failure) -> Object {
        if let integer = call[0].object.integer { return .integer(integer) }
        _ = try counterpart(call)
        let number = try mathNumber(call, 0)
        guard let whole = Int128(exactly: number.rounded(rule)) else {
            throw Failure(.integerOverflow, at: call.range)
        }
        return .integer(whole)
    }
}
