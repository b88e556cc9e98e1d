internal import Micrograd
internal import MicrogradSupport

extension Builtins {
    /// What makes one kind of object of another, and asks which kind one is.
    static let conversions: [Builtin] = [
        Builtin("int", in: [.builtins], "x?") { call throws(Failure) in
            guard call[0].isBound else { return Cell(0) }
            let machine = call.machine
            if let integer = machine.integer(of: call[0]) { return machine.heap.makeInteger(integer) }
            if call[0].tag == .string {
                guard let integer = integer(written: call[0].string) else {
                    throw call.failure(.notConvertible(try machine.representation(of: call[0]), to: "an int"))
                }
                return machine.heap.makeInteger(integer)
            }
            guard let number = machine.number(of: call[0]) ?? machine.readNumber(call[0]) else {
                throw call.wrong(
                    0, wanted: call[0].tag == .value ? "a number such as x.data" : "a number or a string")
            }
            guard number.isFinite else {
                throw call.failure(.notConvertible(number.pythonDescription, to: "an int"))
            }
            guard let integer = Int128(exactly: number.rounded(.towardZero)) else {
                throw call.failure(.integerOverflow)
            }
            return machine.heap.makeInteger(integer)
        },
        Builtin("float", in: [.builtins], "x?") { call throws(Failure) in
            guard call[0].isBound else { return Cell(0.0) }
            if call[0].tag == .string {
                guard let number = number(written: call[0].string) else {
                    throw call.failure(
                        .notConvertible(try call.machine.representation(of: call[0]), to: "a float"))
                }
                return Cell(number)
            }
            guard let number = call.machine.number(of: call[0]) ?? call.machine.readNumber(call[0]) else {
                throw call.wrong(
                    0, wanted: call[0].tag == .value ? "a number such as x.data" : "a number or a string")
            }
            return Cell(number)
        },
        Builtin("bool", in: [.builtins], "x?") { call throws(Failure) in
            Cell(call[0].isBound && call.machine.isTrue(call[0]))
        },
        Builtin("str", in: [.builtins], "object?") { call throws(Failure) in
            let text = call[0].isBound ? try call.machine.text(of: call[0]) : ""
            try call.machine.step(text.utf8.count)
            return call.machine.heap.makeString(text)
        },
        Builtin("list", in: [.builtins], "elements?") { call throws(Failure) in
            call.machine.heap.makeList(call[0].isBound ? try call.elements(0) : [])
        },
        Builtin("tuple", in: [.builtins], "elements?") { call throws(Failure) in
            call[0].tag == .tuple
                ? call[0] : call.machine.heap.makeTuple(call[0].isBound ? try call.elements(0) : [])
        },
        Builtin("set", in: [.builtins], "elements?") { call throws(Failure) in
            let set = call.machine.makeSet([])
            if call[0].isBound {
                for element in try call.elements(0) { try add(element, to: set, call) }
            }
            return set
        },
        Builtin("round", in: [.builtins], "number ndigits?") { call throws(Failure) in try rounded(call) },
        Builtin("isinstance", in: [.builtins], "object type") { call throws(Failure) in
            Cell(try isInstance(call[0], of: call[1], call))
        },
    ]

    static func add(_ element: Cell, to set: Cell, _ call: Call) throws(Failure) {
        let payload = set.payload(SetPayload.self)
        guard element.tag != .list, element.tag != .set, element.tag != .keywords else {
            throw call.failure(.unhashable(call.machine.typeName(of: element)))
        }
        guard try !call.machine.compare(.isIn, element, set) else { return }
        payload.elements.append(element)
    }

    private static func integer(written text: String) -> Int128? {
        let digits = text.trimmedBlanks
        guard digits.utf8.allSatisfy({ $0 < 128 }), !digits.hasSuffix("_"), !digits.contains("__"),
            !digits.hasPrefix("_"), !digits.hasPrefix("+_"), !digits.hasPrefix("-_")
        else { return nil }
        return Int128(digits.filter { $0 != "_" })
    }

    private static func number(written text: String) -> Double? {
        let word = text.trimmedBlanks
        var lower = word.lowercased()
        let isNegative = lower.hasPrefix("-")
        if isNegative || lower.hasPrefix("+") { lower.removeFirst() }
        switch lower {
        case "inf", "infinity": return isNegative ? -.infinity : .infinity
        case "nan": return .nan
        default: break
        }
        // Digits, a point and an exponent: no hexadecimal numbers.
        guard lower.utf8.allSatisfy({ $0.isDigit || ".e+-_".utf8.contains($0) }), !lower.hasSuffix("_"),
            !lower.hasPrefix("_"), !lower.contains("__")
        else { return nil }
        var plain = String(word.filter { $0 != "_" })
        if plain.hasSuffix(".") { plain += "0" }
        plain = plain.replacingFirst(".e", by: ".0e")
        return Double(plain)
    }

    // MARK: - round

    private static func rounded(_ call: Call) throws(Failure) -> Cell {
        let machine = call.machine
        let digits = call.optional(1) == nil ? nil : Int(clamping: try call.integer(1))
        if let integer = machine.integer(of: call[0]) {
            guard let digits, digits < 0 else { return machine.heap.makeInteger(integer) }
            guard digits > -39 else { return Cell(0) }
            var unit: Int128 = 1
            for _ in 0..<(-digits) { unit = unit.multipliedReportingOverflow(by: 10).partialValue }
            guard unit > 0 else { return Cell(0) }
            var (quotient, rest) = integer.quotientAndRemainder(dividingBy: unit)
            if rest < 0 {
                quotient -= 1
                rest += unit
            }
            let double = rest.magnitude * 2
            if double > unit.magnitude || (double == unit.magnitude && quotient % 2 != 0) { quotient += 1 }
            let (product, isOver) = quotient.multipliedReportingOverflow(by: unit)
            guard !isOver else { throw call.failure(.integerOverflow) }
            return machine.heap.makeInteger(product)
        }
        guard let number = machine.number(of: call[0]) ?? machine.readNumber(call[0]) else {
            throw call.wrong(0, wanted: call[0].tag == .value ? "a number such as x.data" : "a number")
        }
        guard let digits else {
            guard number.isFinite else {
                throw call.failure(.notConvertible(number.pythonDescription, to: "an int"))
            }
            guard let integer = Int128(exactly: number.rounded(.toNearestOrEven)) else {
                throw call.failure(.integerOverflow)
            }
            return machine.heap.makeInteger(integer)
        }
        guard number.isFinite, digits < 324 else { return Cell(number) }
        guard digits > -310 else { return Cell(0.0 * number) }
        if digits >= 0 { return Cell(Double(number.fixed(digits)) ?? number) }
        // The exact decimal digits, of which the last ones go.
        var decimal = DecimalDigits(exact: number.magnitude)
        if number == 0 || decimal.pointPosition + digits < 0 {
            return Cell(number.sign == .minus ? -0.0 : 0.0)
        }
        decimal.round(significantDigits: decimal.pointPosition + digits)
        let magnitude = Double(decimal.scientific(fractionDigits: max(decimal.pointPosition + digits - 1, 0)))
        return Cell((magnitude ?? number.magnitude) * (number < 0 ? -1 : 1))
    }

    // MARK: - isinstance

    private static func isInstance(_ cell: Cell, of type: Cell, _ call: Call) throws(Failure) -> Bool {
        if type.tag == .tuple {
            for one in type.sequence.pointee.elements where try isInstance(cell, of: one, call) {
                return true
            }
            return false
        }
        if type.tag == .classObject {
            return cell.tag == .instance
                && cell.instance.pointee.type.takeUnretainedValue().isKind(of: type.classInfo)
        }
        guard type.tag == .builtin else { throw call.wrong(1, wanted: "a class, or a tuple of classes") }
        let name = call.machine.builtins[Int(type.bits)].name
        switch name {
        case "int": return call.machine.integer(of: cell) != nil
        case "float": return cell.tag == .float
        case "bool": return cell.tag == .bool
        case "str": return cell.tag == .string
        case "list": return cell.tag == .list
        case "tuple": return cell.tag == .tuple
        case "set": return cell.tag == .set
        case "range": return cell.tag == .range
        case "Value": return cell.tag == .value
        case "Neuron", "Layer", "MLP", "Module", "Linear":
            if name == "Module", cell.tag == .instance {
                return cell.instance.pointee.type.takeUnretainedValue().isBuiltOnModule
            }
            guard cell.tag == .network else { return false }
            switch (cell.payload(NetworkBox.self).network, name) {
            case (.neuron, "Neuron"), (.layer, "Layer"), (.layer, "Linear"), (.perceptron, "MLP"),
                (_, "Module"):
                return true
            default: return false
            }
        default: throw call.wrong(1, wanted: "a class, or a tuple of classes")
        }
    }
}

extension ClassInfo {
    fileprivate var isBuiltOnModule: Bool {
        var type: ClassInfo? = self
        while let current = type {
            if current.isBuiltin { return true }
            type = current.base
        }
        return false
    }
}

extension String {
    fileprivate var trimmedBlanks: String {
        let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        let start = unicodeScalars.drop(while: isBlank)
        let end = start.reversed().drop(while: isBlank)
        return String(String.UnicodeScalarView(end.reversed()))
    }

    fileprivate func replacingFirst(_ part: String, by other: String) -> String {
        guard let range = firstRange(of: part) else { return self }
        return self[..<range.lowerBound] + other + self[range.upperBound...]
    }

    private func firstRange(of part: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
            start = index(after: start)
        }
        return nil
    }
}
