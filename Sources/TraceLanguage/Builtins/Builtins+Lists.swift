internal import Micrograd

extension Builtins {
    /// The functions of lists.
    static let lists: [Builtin] = [
        Builtin("len", in: [.builtins], "list") { call throws(Failure) in
            if let count = call.machine.count(of: call[0]) { return Cell(count) }
            if call[0].tag == .instance,
                let method = call[0].instance.pointee.type.takeUnretainedValue().attribute(
                    SpecialName.length.id)
            {
                return try call.machine.callAndWait(method, [call[0]])
            }
            throw call.wrong(0, wanted: "a list")
        },
        Builtin("sum", in: [.builtins], "list start?") { call throws(Failure) in
            let start = call[1].isBound ? call[1] : nil
            if let start, start.tag == .string { throw call.failure(.sumOfTexts) }
            guard call.machine.isIterable(call[0]) else { throw call.wrong(0, wanted: "a list") }
            return try sum(of: call[0], from: start, call)
        },
        Builtin("softmax", in: [.builtins], "logits") { call throws(Failure) in
            let exponentials = try exponentials(of: try shifted(call), call)
            let total = try sum(exponentials, call)
            var results: [Cell] = []
            for exponential in exponentials { results.append(try call.apply(.divide, exponential, total)) }
            return call.machine.heap.makeList(results)
        },
        Builtin("mse", in: [.builtins], "predictions targets") { call throws(Failure) in
            let (predictions, targets) = (try call.elements(0), try call.elements(1))
            guard predictions.count == targets.count else {
                throw call.failure(.unequalCounts(function: "mse", predictions.count, targets.count))
            }
            guard !predictions.isEmpty else { throw call.wrong(0, wanted: "a list with elements") }
            var squares: [Cell] = []
            for (prediction, target) in zip(predictions, targets) {
                let difference = try call.apply(.subtract, prediction, target)
                squares.append(try call.apply(.power, difference, Cell(2)))
            }
            return try call.apply(.divide, try sum(squares, call), Cell(squares.count))
        },
        Builtin("cross_entropy", in: [.builtins], "logits index") { call throws(Failure) in
            // -log(softmax(logits)[index]) = log Σ exp(logitᵢ - m) - (logit - m).
            let shifted = try shifted(call)
            let index = try call.integer(1)
            let position = index < 0 ? index + Int128(shifted.count) : index
            guard position >= 0, position < shifted.count else {
                throw Failure(.indexOutOfRange(index, count: shifted.count), at: call.range(1))
            }
            let total = try sum(try exponentials(of: shifted, call), call)
            let logarithm = try applied(.log, to: total, call)
            return try call.apply(.subtract, logarithm, shifted[Int(position)])
        },
    ]

    /// A fold from the left that starts with the first element, or with what is given.
    private static func sum(of source: Cell, from start: Cell?, _ call: Call) throws(Failure) -> Cell {
        var total = start
        try call.machine.forEach(in: source) { (element) throws(Failure) in
            if let sum = total {
                total = try call.apply(.add, sum, element)
            } else {
                guard call.machine.isNumeric(element) else {
                    throw call.failure(
                        .badOperands("+", left: "0", right: call.machine.typeName(of: element)))
                }
                total = call.machine.integer(of: element).map(call.machine.heap.makeInteger) ?? element
            }
        }
        return total ?? Cell(0)
    }

    private static func sum(_ cells: [Cell], _ call: Call) throws(Failure) -> Cell {
        try sum(of: call.machine.heap.makeList(cells), from: nil, call)
    }

    /// The logits less the largest of them, a constant: so no exponential overflows.
    private static func shifted(_ call: Call) throws(Failure) -> [Cell] {
        let logits = try call.elements(0)
        var largest = -Double.infinity
        for logit in logits {
            let number =
                logit.tag == .value ? call.machine.value(logit).data : call.machine.number(of: logit) ?? .nan
            largest = number.isNaN ? largest : max(largest, number)
        }
        guard !logits.isEmpty else { throw call.wrong(0, wanted: "a list with elements") }
        var shifted: [Cell] = []
        for logit in logits { shifted.append(try call.apply(.subtract, logit, Cell(largest))) }
        return shifted
    }

    private static func exponentials(of cells: [Cell], _ call: Call) throws(Failure) -> [Cell] {
        var results: [Cell] = []
        for cell in cells { results.append(try applied(.exp, to: cell, call)) }
        return results
    }

    /// Applies an operation of one operand at the place of the call.
    private static func applied(
        _ operation: Value.Operation, to cell: Cell, _ call: Call
    ) throws(Failure) -> Cell {
        try call.machine.step()
        if cell.tag == .value {
            let value = call.machine.value(cell)
            let result = call.machine.cell(operation == .exp ? value.exp() : value.log())
            call.machine.noteResult(result)
            return result
        }
        guard let number = call.machine.number(of: cell) else {
            throw Failure(
                .wrongArgument(
                    function: operation.symbol, parameter: "'x'", wanted: "a Value or a number",
                    given: call.machine.typeName(of: cell)),
                at: call.machine.place)
        }
        return Cell(try call.checked(operation(number), of: number, function: operation.symbol))
    }
}
