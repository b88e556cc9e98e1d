internal import Micrograd

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
        if writer.showsNumbers, case .value(let value) = object { object = .float(value.data) }
        do throws(FormatSpecification.Misfit) {
            return try FormatSpecification(specification).apply(to: object)
        } catch {
            throw Failure(
                .badSpecification(specification, type: object.typeName, reason: error.reason),
                at: field.range)
        }
    }
}

extension String {
    /// The text as Python's `ascii` writes it: characters beyond ASCII as escapes.
    fileprivate var asciiEscaped: String {
        var result = ""
        for scalar in unicodeScalars {
            guard !scalar.isASCII else {
                result.unicodeScalars.append(scalar)
                continue
            }
            let code = String(scalar.value, radix: 16)
            let (letter, width) =
                scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
            result += "\\" + letter + String(repeating: "0", count: width - code.count) + code
        }
        return result
    }
}
