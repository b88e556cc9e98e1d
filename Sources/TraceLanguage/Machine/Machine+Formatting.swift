internal import Micrograd
internal import MicrogradSupport

// f-strings, `format` and `%`.

extension Machine {
    /// A field: an object as text, by a format behind its colon and a conversion behind its `!`.
    func format(
        _ cell: Cell, _ specification: String?, _ conversion: Expression.Conversion?
    ) throws(Failure) -> String {
        var text: String?
        switch conversion {
        case .repr: text = try representation(of: cell)
        case .ascii: text = try representation(of: cell).asciiEscaped
        case .str: text = try self.text(of: cell)
        case nil: break
        }
        let specification = specification ?? ""
        if specification.isEmpty {
            if text == nil { text = try self.text(of: cell) }
            try step(text?.utf8.count ?? 0)
            return text ?? ""
        }
        do throws(FormatSpecification.Misfit) {
            let format = try FormatSpecification(specification)
            let result: String
            if let text {
                result = try format.apply(to: .string(text))
            } else {
                result = try format.apply(to: formatted(cell))
            }
            return result
        } catch {
            throw failure(
                .badSpecification(
                    specification,
                    type: kind == .expressions && cell.tag == .value ? "a float" : typeName(of: cell),
                    reason: integerReason(specification, of: cell) ?? error.reason))
        }
    }

    /// What a format is applied to.
    private func formatted(_ cell: Cell) -> FormatSpecification.Object {
        switch cell.tag {
        case .string: return .string(cell.string)
        case .float: return .float(cell.double)
        case .bool, .integer, .bigInteger: return .integer(integer(of: cell) ?? 0)
        case .value where kind == .expressions: return .float(value(cell).data)
        case .value: return .value
        default: return .other
        }
    }

    /// Says why a format of integers does not fit a value of an expression file; nil for other formats.
    private func integerReason(_ specification: String, of cell: Cell) -> String? {
        guard kind == .expressions, cell.tag == .value, specification.last == "d" else { return nil }
        let value = value(cell)
        let name = fieldName() ?? value.label ?? "this"
        return name
            + (value.isLeaf
                ? " is an input of the graph, and inputs are floats"
                : " is a value of the graph, and these are floats")
            + "; write \(specification.dropLast()).0f"
    }

    /// The name that the field at this place is, where it is nothing but a name.
    private func fieldName() -> String? { Parser.expression(at: place, in: source)?.name?.text }

    // MARK: - %

    /// `text % values`.
    func formatPercent(_ text: String, _ values: Cell) throws(Failure) -> String {
        var rest = Array(text.unicodeScalars)[...]
        let given = values.tag == .tuple ? Array(values.sequence.pointee.elements) : [values]
        var used = 0
        var result = String.UnicodeScalarView()
        func next() throws(Failure) -> Cell {
            guard used < given.count else { throw failure(.percentCount(given: given.count)) }
            used += 1
            return given[used - 1]
        }
        while let scalar = rest.popFirst() {
            guard scalar == "%" else {
                result.append(scalar)
                continue
            }
            if rest.first == "%" {
                rest.removeFirst()
                result.append("%")
                continue
            }
            var format = PercentFormat()
            while let flag = rest.first, "-+ 0#".unicodeScalars.contains(flag) {
                format.flags.append(flag)
                rest.removeFirst()
            }
            if rest.first == "*" {
                rest.removeFirst()
                format.setWidth(Int(clamping: try starNumber(try next())))
            } else {
                format.width = PercentFormat.number(&rest)
            }
            if rest.first == "." {
                rest.removeFirst()
                if rest.first == "*" {
                    rest.removeFirst()
                    format.precision = max(0, Int(clamping: try starNumber(try next())))
                } else {
                    format.precision = PercentFormat.number(&rest) ?? 0
                }
            }
            while let letter = rest.first, "hlL".unicodeScalars.contains(letter) { rest.removeFirst() }
            guard let type = rest.popFirst() else { throw failure(.percentWithoutType) }
            guard "diuoxXeEfFgGcrsa".unicodeScalars.contains(type) else {
                throw failure(.percentType(String(Character(type))))
            }
            let piece = try formatted(try next(), format, type)
            try step(piece.utf8.count)
            result.append(contentsOf: piece.unicodeScalars)
        }
        let isSingle = values.tag != .tuple
        guard used == given.count || (isSingle && used == 0 && values.tag == .keywords) else {
            throw failure(.percentRest(used: used, given: given.count))
        }
        return String(result)
    }

    private func starNumber(_ cell: Cell) throws(Failure) -> Int128 {
        guard let number = integer(of: cell) else { throw failure(.percentOperand("*", typeName(of: cell))) }
        return number
    }

    private func formatted(
        _ cell: Cell, _ format: PercentFormat, _ type: Unicode.Scalar
    ) throws(Failure) -> String {
        let object: FormatSpecification.Object
        let letter = String(Character(type))
        switch type {
        case "r": object = .string(try representation(of: cell))
        case "a": object = .string(try representation(of: cell).asciiEscaped)
        case "s": object = .string(try text(of: cell))
        case "c":
            if cell.tag == .string, cell.string.unicodeScalars.count == 1 {
                object = .string(cell.string)
            } else if let code = integer(of: cell),
                let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init)
            {
                object = .string(String(Character(scalar)))
            } else {
                throw failure(.percentOperand(letter, typeName(of: cell)))
            }
        case "d", "i", "u":
            if let integer = integer(of: cell) {
                object = .integer(integer)
            } else if cell.tag == .float, cell.double.isFinite,
                let integer = Int128(exactly: cell.double.rounded(.towardZero))
            {
                object = .integer(integer)
            } else {
                throw failure(.percentOperand(letter, typeName(of: cell)))
            }
        case "o", "x", "X":
            guard let integer = integer(of: cell) else {
                throw failure(.percentOperand(letter, typeName(of: cell)))
            }
            object = .integer(integer)
        default:
            if let number = number(of: cell) {
                object = .float(number)
            } else if kind == .expressions, cell.tag == .value {
                object = .float(value(cell).data)
            } else {
                throw failure(
                    cell.tag == .value
                        ? .percentValue(letter) : .percentOperand(letter, typeName(of: cell)))
            }
        }
        do throws(FormatSpecification.Misfit) {
            return try FormatSpecification(format, type: type).apply(to: object)
        } catch {
            throw failure(.badSpecification("%" + letter, type: typeName(of: cell), reason: error.reason))
        }
    }

    // MARK: - format

    /// `text.format(…)`.
    func formatFields(
        _ text: String, _ positional: [Cell], names: [Name], keywords: [Cell]
    ) throws(Failure) -> String {
        var fields = FormatFields(positional: positional, names: names.map(\.text), keywords: keywords)
        return try formatFields(Array(text.unicodeScalars)[...], &fields, depth: 0)
    }

    private func formatFields(
        _ text: ArraySlice<Unicode.Scalar>, _ fields: inout FormatFields, depth: Int
    ) throws(Failure) -> String {
        guard depth < 3 else {
            throw failure(.formatField("the format of a field holds no field in a field"))
        }
        var rest = text
        var result = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
            if scalar == "{" || scalar == "}", rest.first == scalar {
                rest.removeFirst()
                result.append(scalar)
                continue
            }
            if scalar == "}" { throw failure(.formatField("a single '}'; write '}}' for the brace itself")) }
            guard scalar == "{" else {
                result.append(scalar)
                continue
            }
            var field: [Unicode.Scalar] = []
            var open = 1
            while open > 0 {
                guard let next = rest.popFirst() else {
                    throw failure(.formatField("'{' is never closed; write '{{' for the brace itself"))
                }
                if next == "{" { open += 1 }
                if next == "}" { open -= 1 }
                if open > 0 { field.append(next) }
            }
            let piece = try formatField(field[...], &fields, depth: depth)
            result.append(contentsOf: piece.unicodeScalars)
        }
        return String(result)
    }

    private func formatField(
        _ field: ArraySlice<Unicode.Scalar>, _ fields: inout FormatFields, depth: Int
    ) throws(Failure) -> String {
        let name = field.prefix { $0 != ":" && $0 != "!" }
        var rest = field.dropFirst(name.count)
        var conversion: Expression.Conversion?
        if rest.first == "!" {
            rest.removeFirst()
            guard let letter = rest.popFirst(),
                let known = Expression.Conversion(rawValue: String(Character(letter)))
            else { throw failure(.badConversion) }
            conversion = known
        }
        let value = try fieldValue(name, &fields)
        var specification = ""
        if rest.first == ":" { specification = try formatFields(rest.dropFirst(), &fields, depth: depth + 1) }
        return try format(value, specification, conversion)
    }

    /// What a field names: `0`, `name`, `0.data`, `row[1]`.
    private func fieldValue(
        _ name: ArraySlice<Unicode.Scalar>, _ fields: inout FormatFields
    ) throws(Failure) -> Cell {
        let first = name.prefix { $0 != "." && $0 != "[" }
        var rest = name.dropFirst(first.count)
        let text = String(String.UnicodeScalarView(first))
        var cell: Cell
        do throws(FormatFields.Problem) {
            cell = try fields.value(text)
        } catch {
            throw failure(.formatField(error.reason))
        }
        while let sign = rest.popFirst() {
            if sign == "." {
                let part = rest.prefix { $0 != "." && $0 != "[" }
                rest = rest.dropFirst(part.count)
                cell = try fieldAttribute(String(String.UnicodeScalarView(part)), of: cell)
            } else {
                let part = rest.prefix { $0 != "]" }
                rest = rest.dropFirst(part.count + 1)
                let key = String(String.UnicodeScalarView(part))
                cell = try item(of: cell, at: Int(key).map { Cell($0) } ?? heap.makeString(key))
            }
        }
        return cell
    }

    private func fieldAttribute(_ text: String, of cell: Cell) throws(Failure) -> Cell {
        if cell.tag == .value {
            if text == "data" { return Cell(value(cell).data) }
            if text == "grad" { return Cell(value(cell).grad) }
            if text == "label" { return heap.makeString(value(cell).label ?? "") }
        }
        if cell.tag == .instance, let name = names.knownID(of: text),
            let slot = cell.instance.pointee.type.takeUnretainedValue().knownSlot(of: name),
            slot < cell.instance.pointee.capacity, cell.instance.pointee.slots[slot].isBound
        {
            return cell.instance.pointee.slots[slot]
        }
        throw failure(
            .unknownAttribute(text, type: typeName(of: cell), suggestion: nil, known: []))
    }
}

extension String {
    /// The text as Python's `ascii` writes it: characters beyond ASCII as escapes.
    fileprivate var asciiEscaped: String {
        var result = ""
        for scalar in unicodeScalars {
            result += scalar.isASCII ? String(scalar) : scalar.pythonEscape
        }
        return result
    }
}
