internal import Micrograd

extension Interpreter {
    /// Writes out the parts of an f-string.
    func format(_ parts: [Expression.FormatPart]) throws(Failure) -> String {
        var result = ""
        for part in parts {
            switch part {
            case .text(let text):
                result += text
            case .field(let field):
                var object = try evaluate(field.value)
                if field.conversion == "r" { object = .string(object.representation) }
                if field.conversion == "s" { object = .string(object.text) }
                try step(object.text.utf8.count, at: field.range)
                let specification = try format(field.specification)
                do {
                    result += try FormatSpecification(specification, for: object).apply(to: object)
                } catch {
                    throw Failure(
                        .badSpecification(specification, type: object.typeName, reason: error.reason),
                        at: field.range)
                }
            }
        }
        return result
    }
}
