internal import Micrograd
internal import MicrogradSupport

extension Object {
    /// The object as Python's `str` writes it.
    var text: String {
        if case .string(let text) = self { text } else { representation }
    }

    /// The object as Python's `repr` writes it.
    var representation: String {
        switch self {
        case .none: "None"
        case .bool(let bool): bool ? "True" : "False"
        case .integer(let integer): String(integer)
        case .float(let number): number.pythonDescription
        case .string(let text): Object.quoted(text)
        case .value(let value): value.description
        case .list(let list): "[\(list.elements.map(\.representation).joined(separator: ", "))]"
        case .tuple(let list):
            list.elements.count == 1
                ? "(\(list.elements[0].representation),)"
                : "(\(list.elements.map(\.representation).joined(separator: ", ")))"
        case .function(let builtin), .method(let builtin, _): "<function \(builtin.name)>"
        case .namespace(let namespace): "<module '\(namespace.rawValue)'>"
        case .network(let network): network.description
        case .drawing: "<drawing>"
        case .unusable(let name): "<\(name)>"
        }
    }

    /// A string in quotes: single ones, where the text has not only those.
    private static func quoted(_ text: String) -> String {
        let quote: Unicode.Scalar = text.contains("'") && !text.contains("\"") ? "\"" : "'"
        var result = String(quote)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\\": result += "\\\\"
            case quote: result += "\\\(quote)"
            case _ where scalar.properties.generalCategory == .control:
                let code = String(scalar.value, radix: 16)
                result += "\\x" + (code.count < 2 ? "0" : "") + code
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + String(quote)
    }
}
