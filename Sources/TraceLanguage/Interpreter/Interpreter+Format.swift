internal import Micrograd
internal import MicrogradSupport

extension Interpreter {
    /// Writes out the parts of an f-string.
    func format(_ parts: [Expression.FormatPart]) throws(Failure) -> String {
        var result = ""
        for part in parts {
            switch part {
            case .text(let text): result += text
            case .field(let field): result += try format(field)
            }
        }
        return result
    }

    private func format(_ field: Expression.FormatField) throws(Failure) -> String {
        var object = try evaluate(field.value)
        let writer = state.writer
        switch field.conversion {
        case .repr: object = .string(writer.representation(of: object))
        case .ascii: object = .string(writer.representation(of: object).asciiEscaped)
        case .str: object = .string(writer.text(of: object))
        case nil: break
        }
        let text = writer.text(of: object)
        try state.step(text.utf8.count, at: field.range)
        let specification = try format(field.specification)
        guard !specification.isEmpty else { return text }
        var number: Value?
        if writer.showsNumbers, case .value(let value) = object {
            number = value
            object = .float(value.data)
        }
        do throws(FormatSpecification.Misfit) {
            return try FormatSpecification(specification).apply(to: object)
        } catch {
            throw Failure(
                .badSpecification(
                    specification, type: object.typeName,
                    reason: number.flatMap { integerReason(specification, of: $0, field.value) }
                        ?? error.reason),
                at: field.range)
        }
    }

    /// Says why a format of integers does not fit a value of an expression file; nil for other formats.
    private func integerReason(
        _ specification: String, of value: Value, _ written: Expression
    ) -> String? {
        guard specification.last == "d" else { return nil }
        let name = written.name?.text ?? value.label ?? "this"
        return name
            + (value.isLeaf
                ? " is an input of the graph, and inputs are floats"
                : " is a value of the graph, and these are floats")
            + "; write \(specification.dropLast()).0f"
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
