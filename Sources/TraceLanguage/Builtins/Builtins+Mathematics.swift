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
        number("asinh") { asinh($0) },
        number("acosh") { acosh($0) },
        number("atanh") { atanh($0) },
        number("cbrt") { cbrt($0) },
        number("exp2") { exp2($0) },
        number("erf") { erf($0) },
        number("erfc") { erfc($0) },
        number("gamma") { tgamma($0) },
        number("lgamma") { lgamma($0) },
        number("degrees") { $0 * (180 / Double.pi) },
        number("radians") { $0 * (Double.pi / 180) },
        Builtin("log", in: [.math], "x base?") { call throws(Failure) in
            if !call[1].isBound, let result = try counterpart(call) { return result }
            let number = try mathNumber(call, 0)
            let logarithm = try call.checked(log(number), of: number)
            guard call[1].isBound else { return Cell(logarithm) }
            let base = try mathNumber(call, 1)
            return try call.apply(.divide, Cell(logarithm), Cell(try call.checked(log(base), of: base)))
        },
        Builtin("pow", in: [.math], "x y") { call throws(Failure) in
            if call[0].tag == .value || call[1].tag == .value {
                if let result = try counterpart(call) { return result }
            }
            let (x, y) = (try mathNumber(call, 0), try mathNumber(call, 1))
            return try call.apply(.power, Cell(x), Cell(y))
        },
        Builtin("floor", in: [.math], "x") { call throws(Failure) in try whole(call, .down) },
        Builtin("ceil", in: [.math], "x") { call throws(Failure) in try whole(call, .up) },
        Builtin("trunc", in: [.math], "x") { call throws(Failure) in try whole(call, .towardZero) },
        pair("atan2", "y x") { atan2($0, $1) },
        pair("copysign", "x y") { copysign($0, $1) },
        pair("fmod", "x y") { fmod($0, $1) },
        Builtin("hypot", in: [.math], "*rest") { call throws(Failure) in
            let numbers = try numbers(call.rest, call)
            if numbers.count == 2 { return Cell(hypot(numbers[0], numbers[1])) }
            let largest = numbers.map(\.magnitude).max() ?? 0
            guard largest > 0, largest.isFinite else { return Cell(largest) }
            return Cell(largest * numbers.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot())
        },
        question("isnan") { $0.isNaN },
        question("isinf") { $0.isInfinite },
        question("isfinite") { $0.isFinite },
        Builtin("isclose", in: [.math], "a b * rel_tol? abs_tol?") { call throws(Failure) in
            let (a, b) = (try mathNumber(call, 0), try mathNumber(call, 1))
            let relative = call[2].isBound ? try mathNumber(call, 2) : 1e-9
            let absolute = call[3].isBound ? try mathNumber(call, 3) : 0
            if a == b { return Cell(true) }
            guard a.isFinite, b.isFinite else { return Cell(false) }
            let difference = (a - b).magnitude
            return Cell(difference <= max(relative * max(a.magnitude, b.magnitude), absolute))
        },
        Builtin("factorial", in: [.math], "n") { call throws(Failure) in
            let count = try call.integer(0)
            guard count >= 0 else {
                throw call.failure(.outsideDomain(function: "factorial", argument: String(count)))
            }
            var product: Int128 = 1
            for factor in 1...max(count, 1) {
                let (next, isOver) = product.multipliedReportingOverflow(by: factor)
                guard !isOver else { throw call.failure(.integerOverflow) }
                product = next
            }
            return call.machine.heap.makeInteger(product)
        },
        Builtin("isqrt", in: [.math], "n") { call throws(Failure) in
            let number = try call.integer(0)
            guard number >= 0 else {
                throw call.failure(.outsideDomain(function: "isqrt", argument: String(number)))
            }
            var root = Int128(Double(number).squareRoot())
            while root * root > number { root -= 1 }
            while (root + 1) * (root + 1) <= number { root += 1 }
            return call.machine.heap.makeInteger(root)
        },
        Builtin("comb", in: [.math], "n k") { call throws(Failure) in
            try selections(call) { $0 / $1 }
        },
        Builtin("perm", in: [.math], "n k") { call throws(Failure) in
            try selections(call) { (product, _) in product }
        },
        Builtin("gcd", in: [.math], "*rest") { call throws(Failure) in
            var result: UInt128 = 0
            for (index, cell) in call.rest.enumerated() {
                guard let integer = call.machine.integer(of: cell) else {
                    throw call.wrongRest(index, wanted: "an integer", given: cell)
                }
                var other = integer.magnitude
                while other != 0 { (result, other) = (other, result % other) }
            }
            return call.machine.heap.makeInteger(Int128(result))
        },
        Builtin("prod", in: [.math], "list * start?") { call throws(Failure) in
            var product = call[1].isBound ? call[1] : Cell(1)
            for element in try call.elements(0) { product = try call.apply(.multiply, product, element) }
            return product
        },
        Builtin("fsum", in: [.math], "list") { call throws(Failure) in
            Cell(exactSum(try numbers(try call.elements(0), call)))
        },
    ]

    /// `n · (n - 1) · …`, of k factors, each followed by a step with its number.
    private static func selections(
        _ call: Call, _ step: (Int128, Int128) -> Int128
    ) throws(Failure) -> Cell {
        let (n, k) = (try call.integer(0), try call.integer(1))
        guard n >= 0, k >= 0 else {
            throw call.failure(.outsideDomain(function: call.builtin.name, argument: String(min(n, k))))
        }
        var result: Int128 = k > n ? 0 : 1
        guard k <= n, k > 0 else { return call.machine.heap.makeInteger(result) }
        for number in 1...k {
            try call.machine.step()
            let (product, isOver) = result.multipliedReportingOverflow(by: n - number + 1)
            guard !isOver else { throw call.failure(.integerOverflow) }
            result = step(product, number)
        }
        return call.machine.heap.makeInteger(result)
    }

    private static func number(_ name: String, _ body: @escaping @Sendable (Double) -> Double) -> Builtin {
        Builtin(name, in: [.math], "x") { call throws(Failure) in
            if let result = try counterpart(call) { return result }
            let number = try mathNumber(call, 0)
            return Cell(try call.checked(body(number), of: number))
        }
    }

    private static func pair(
        _ name: String, _ parameters: String, _ body: @escaping @Sendable (Double, Double) -> Double
    ) -> Builtin {
        Builtin(name, in: [.math], parameters) { call throws(Failure) in
            let (x, y) = (try mathNumber(call, 0), try mathNumber(call, 1))
            let result = body(x, y)
            guard !result.isNaN || x.isNaN || y.isNaN else {
                _ = try call.checked(result, of: x); return Cell(result)
            }
            return Cell(result)
        }
    }

    private static func question(_ name: String, _ body: @escaping @Sendable (Double) -> Bool) -> Builtin {
        Builtin(name, in: [.math], "x") { call throws(Failure) in Cell(body(try mathNumber(call, 0))) }
    }

    private static func numbers(_ cells: [Cell], _ call: Call) throws(Failure) -> [Double] {
        var numbers: [Double] = []
        for cell in cells {
            guard let number = call.machine.number(of: cell) else {
                throw call.failure(
                    .wrongArgument(
                        function: call.builtin.name, parameter: "an argument", wanted: "a number",
                        given: call.machine.typeName(of: cell)))
            }
            numbers.append(number)
        }
        return numbers
    }

    /// The sum of numbers, rounded once (J. R. Shewchuk, 1997).
    private static func exactSum(_ numbers: [Double]) -> Double {
        var partials: [Double] = []
        for number in numbers {
            guard number.isFinite else { return numbers.reduce(0, +) }
            var x = number
            var kept = 0
            for var y in partials {
                if x.magnitude < y.magnitude { swap(&x, &y) }
                let high = x + y
                let low = y - (high - x)
                if low != 0 {
                    partials[kept] = low
                    kept += 1
                }
                x = high
            }
            partials.removeSubrange(kept...)
            partials.append(x)
        }
        guard var high = partials.popLast() else { return 0 }
        var low = 0.0
        while let next = partials.popLast() {
            let x = high
            high = x + next
            low = next - (high - x)
            if low != 0 { break }
        }
        // Half way between two doubles what is left decides.
        if let rest = partials.last, (low < 0 && rest < 0) || (low > 0 && rest > 0) {
            let y = low * 2
            let x = high + y
            if y == x - high { high = x }
        }
        return high
    }

    /// What the function of Values gives for an input of an expression file; nil for numbers.
    private static func counterpart(_ call: Call) throws(Failure) -> Cell? {
        let count = call.builtin.parameters.count
        let given = (0..<count).filter { call[$0].isBound }
        guard given.contains(where: { call[$0].tag == .value }) else { return nil }
        let name = call.builtin.name == "fabs" ? "abs" : call.builtin.name
        let row = lookup.row(of: name).map { table[$0] }
        guard call.machine.kind == .expressions, let row, row.parameters.count >= given.count else {
            throw call.failure(
                .mathOnValue(function: call.builtin.name, instead: instead(row, given, call)))
        }
        let arguments = given.map { call[$0] }
        return try call.machine.callAndWait(
            Cell(.builtin, UInt64(lookup.row(of: name) ?? 0)), arguments)
    }

    /// What to write for a function of numbers that is given a Value.
    private static func instead(_ counterpart: Builtin?, _ given: [Int], _ call: Call) -> String {
        guard let counterpart, counterpart.parameters.count >= given.count else {
            let value = given.first { call[$0].tag == .value }.flatMap(call.written)
            return value.map { "\($0).data for its number" } ?? ".data behind a Value for its number"
        }
        let texts = given.compactMap(call.written)
        guard texts.count == given.count else {
            return given.count == 2 ? "** for a power" : "\(counterpart.name) without 'math.'"
        }
        return texts.count == 2 ? texts.joined(separator: "**") : texts[0] + ".\(counterpart.name)()"
    }

    private static func mathNumber(_ call: Call, _ index: Int) throws(Failure) -> Double {
        if let number = call.machine.number(of: call[index]) ?? call.machine.readNumber(call[index]) {
            return number
        }
        throw call.wrong(index, wanted: "a number")
    }

    private static func whole(_ call: Call, _ rule: FloatingPointRoundingRule) throws(Failure) -> Cell {
        if let integer = call.machine.integer(of: call[0]) { return call.machine.heap.makeInteger(integer) }
        _ = try counterpart(call)
        let number = try mathNumber(call, 0)
        guard number.isFinite else {
            throw call.failure(
                .notConvertible(number.isNaN ? "nan" : (number > 0 ? "inf" : "-inf"), to: "an int"))
        }
        guard let whole = Int128(exactly: number.rounded(rule)) else {
            throw call.failure(.integerOverflow)
        }
        return call.machine.heap.makeInteger(whole)
    }
}
