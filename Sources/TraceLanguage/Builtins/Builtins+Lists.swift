internal import Micrograd

extension Builtins {
    /// The functions of lists.
    static let lists: [Builtin] = [
        Builtin("len", in: [.builtins], "list") { call throws(Failure) in
            if case .string(let text) = call[0].object { return .integer(Int128(text.unicodeScalars.count)) }
            return .integer(Int128(try call.elements(0).count))
        },
        Builtin("sum", in: [.builtins], "list start?") { call throws(Failure) in
            try sum(try call.elements(0), from: call.optional(1)?.object, call)
        },
        Builtin("softmax", in: [.builtins], "logits") { call throws(Failure) in
            let exponentials = try exponentials(of: try shifted(call), call)
            let total = try sum(exponentials, from: nil, call)
            var results: [Object] = []
            for exponential in exponentials { results.append(try call.apply(.divide, exponential, total)) }
            return .list(List(results))
        },
        Builtin("mse", in: [.builtins], "predictions targets") { call throws(Failure) in
            let (predictions, targets) = (try call.elements(0), try call.elements(1))
            guard predictions.count == targets.count else {
                throw Failure(
                    .unequalCounts(function: "mse", predictions.count, targets.count), at: call.range)
            }
            guard !predictions.isEmpty else { throw call.wrong(call[0], 0, wanted: "a list with elements") }
            var squares: [Object] = []
            for (prediction, target) in zip(predictions, targets) {
                let difference = try call.apply(.subtract, prediction, target)
                squares.append(try call.apply(.power, difference, .integer(2)))
            }
            return try call.apply(.divide, try sum(squares, from: nil, call), .integer(Int128(squares.count)))
        },
        Builtin("cross_entropy", in: [.builtins], "logits index") { call throws(Failure) in
            // -log(softmax(logits)[index]) = log Σ exp(logitᵢ - m) - (logit - m).
            let shifted = try shifted(call)
            let index = try call.integer(1)
            let position = index < 0 ? index + Int128(shifted.count) : index
            guard position >= 0, position < shifted.count else {
                throw Failure(.indexOutOfRange(index, count: shifted.count), at: call[1].range)
            }
            let total = try sum(try exponentials(of: shifted, call), from: nil, call)
            return try call.apply(.subtract, try apply("log", to: total, call), shifted[Int(position)])
        },
    ]

    /// A fold from the left that starts with the first element.
    private static func sum(_ elements: [Object], from start: Object?, _ call: Call) throws(Failure) -> Object
    {
        var total = start
        for element in elements {
            if let sum = total {
                total = try call.apply(.add, sum, element)
            } else {
                guard element.number != nil || isValue(element) else {
                    throw Failure(.badOperands("+", left: "0", right: element.typeName), at: call.range)
                }
                total = element
            }
        }
        return total ?? .integer(0)
    }

    private static func isValue(_ object: Object) -> Bool {
        if case .value = object { true } else { false }
    }

    /// The logits less the largest of them, a constant: so no exponential overflows.
    private static func shifted(_ call: Call) throws(Failure) -> [Object] {
        let logits = try call.elements(0)
        var largest = -Double.infinity
        for logit in logits {
            let number = if case .value(let value) = logit { value.data } else { logit.number ?? .nan }
            largest = number.isNaN ? largest : max(largest, number)
        }
        guard !logits.isEmpty else { throw call.wrong(call[0], 0, wanted: "a list with elements") }
        var shifted: [Object] = []
        for logit in logits { shifted.append(try call.apply(.subtract, logit, .float(largest))) }
        return shifted
    }

    private static func exponentials(of objects: [Object], _ call: Call) throws(Failure) -> [Object] {
        var results: [Object] = []
        for object in objects { results.append(try apply("exp", to: object, call)) }
        return results
    }

    /// Applies a function of the table to one argument, at the place of the call.
    static func apply(_ name: String, to object: Object, _ call: Call) throws(Failure) -> Object {
        guard let row = row(name, of: .builtins) else { return object }
        try call.state.step(at: call.range)
        let argument = Argument(
            name: nil, object: object, range: call.range, nameRange: call.range, variable: nil)
        let result = try row.body(
            try Call(call.state, row.function, [argument], isMethod: false, at: call.range))
        call.state.noteResult(result, at: call.range)
        return result
    }
}
