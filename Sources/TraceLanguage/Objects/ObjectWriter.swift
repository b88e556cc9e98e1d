internal import Micrograd
internal import MicrogradSupport

/// Writes objects as Python does.
struct ObjectWriter {
    /// Whether a Value is written as its number; else as micrograd writes it, `Value(data=2.0, grad=0.0)`.
    var showsNumbers: Bool

    /// The object as Python's `str` writes it.
    func text(of object: Object) -> String {
        if case .string(let text) = object { text } else { representation(of: object) }
    }

    /// The object as Python's `repr` writes it.
    func representation(of object: Object) -> String {
        switch object {
        case .none: "None"
        case .bool(let bool): bool ? "True" : "False"
        case .integer(let integer): String(integer)
        case .float(let number): number.pythonDescription
        case .string(let text): ObjectWriter.quoted(text)
        case .value(let value): showsNumbers ? value.data.pythonDescription : value.description
        case .list(let list): "[\(elements(of: list))]"
        case .tuple(let list):
            list.elements.count == 1 ? "(\(elements(of: list)),)" : "(\(elements(of: list)))"
        case .function(let function), .method(let function, _): "<function \(function.name)>"
        case .namespace(let namespace): "<module '\(namespace.rawValue)'>"
        case .network(let network): network.description
        case .drawing: "<drawing>"
        case .unusable(let name): "<\(name)>"
        }
    }

    private func elements(of list: List) -> String {
        list.elements.map(representation).joined(separator: ", ")
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
            case _ where scalar.properties.generalCategory == .control: result += scalar.pythonEscape
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + String(quote)
    }
}
