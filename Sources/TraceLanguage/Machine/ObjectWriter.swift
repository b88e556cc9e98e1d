internal import Micrograd
internal import MicrogradSupport

/// Writes objects as Python does.
///
/// Lists wait in a list of what is still to be written, so any depth is written; one that holds itself stands as
/// `[...]` there.
struct ObjectWriter {
    let machine: Machine

    /// Whether a Value is written as its number; else as micrograd writes it, `Value(data=2.0, grad=0.0)`.
    var showsNumbers: Bool { machine.kind == .expressions }

    /// The object as Python's `str` writes it.
    func text(of cell: Cell) throws(Failure) -> String {
        cell.tag == .string ? cell.string : try representation(of: cell)
    }

    /// The object as Python's `repr` writes it.
    func representation(of cell: Cell) throws(Failure) -> String {
        guard cell.tag == .list || cell.tag == .tuple || cell.tag == .set || cell.tag == .keywords else {
            return plain(cell)
        }
        var text = ""
        // What is written next stands at the end.
        var waiting: [Part] = [.object(cell)]
        var open: Set<UInt64> = []
        var charged = 0
        while let part = waiting.popLast() {
            if text.utf8.count > charged + 4096 {
                try machine.step(text.utf8.count - charged)
                charged = text.utf8.count
            }
            switch part {
            case .text(let piece): text += piece
            case .close(let piece, let bits):
                text += piece
                open.remove(bits)
            case .object(let cell): append(cell, to: &text, &waiting, &open)
            }
        }
        return text
    }

    private enum Part {
        case object(Cell)
        case text(String)
        case close(String, UInt64)
    }

    private func append(
        _ cell: Cell, to text: inout String, _ waiting: inout [Part], _ open: inout Set<UInt64>
    ) {
        let elements: [Cell]
        let brackets: (String, String)
        switch cell.tag {
        case .list:
            elements = Array(cell.sequence.pointee.elements)
            brackets = ("[", "]")
        case .tuple:
            elements = Array(cell.sequence.pointee.elements)
            brackets = ("(", elements.count == 1 ? ",)" : ")")
        case .set:
            elements = cell.payload(SetPayload.self).elements
            guard !elements.isEmpty else {
                text += "set()"
                return
            }
            brackets = ("{", "}")
        case .keywords:
            let keywords = cell.payload(Keywords.self)
            text += "{"
            var parts: [Part] = []
            for (index, name) in keywords.names.enumerated() {
                parts.append(.text((index > 0 ? ", " : "") + ObjectWriter.quoted(name.text) + ": "))
                parts.append(.object(keywords.cells[index]))
            }
            waiting.append(.text("}"))
            waiting += parts.reversed()
            return
        default:
            text += plain(cell)
            return
        }
        guard open.insert(cell.bits).inserted else {
            text += brackets.0 + "..." + (cell.tag == .tuple ? ")" : brackets.1)
            return
        }
        text += brackets.0
        waiting.append(.close(brackets.1, cell.bits))
        for (index, element) in elements.enumerated().reversed() {
            waiting.append(.object(element))
            if index > 0 { waiting.append(.text(", ")) }
        }
    }

    /// An object that holds no others.
    private func plain(_ cell: Cell) -> String {
        switch cell.tag {
        case .unbound, .none: return "None"
        case .bool: return cell.isTrueBit ? "True" : "False"
        case .integer, .bigInteger: return String(machine.integer(of: cell) ?? 0)
        case .float: return cell.double.pythonDescription
        case .string: return ObjectWriter.quoted(cell.string)
        case .value:
            let value = machine.value(cell)
            return showsNumbers ? value.data.pythonDescription : value.description
        case .range:
            let range = cell.range.pointee
            return range.step == 1
                ? "range(\(range.start), \(range.stop))"
                : "range(\(range.start), \(range.stop), \(range.step))"
        case .function:
            return "<function \(cell.function.pointee.code.takeUnretainedValue().name)>"
        case .builtin:
            let name = machine.builtins[Int(cell.bits)].name
            return ObjectWriter.types.contains(name) ? "<class '\(name)'>" : "<built-in function \(name)>"
        case .method:
            return "<bound method \(methodName(cell.method.pointee.function))>"
        case .module: return "<module '\(Namespace(cell).rawValue)'>"
        case .network: return cell.payload(NetworkBox.self).network.description
        case .drawing: return "<drawing>"
        case .unusable: return "<\(machine.unusableName(cell))>"
        case .classObject: return "<class '__main__.\(cell.classInfo.name)'>"
        case .instance:
            if let known = machine.representations[cell.bits] { return known }
            return "<__main__.\(cell.instance.pointee.type.takeUnretainedValue().name) object>"
        case .superObject: return "<super>"
        case .iterator: return "<\(machine.typeName(of: cell).drop { $0 != " " }.dropFirst()) object>"
        case .generator: return "<generator object <genexpr>>"
        case .list, .tuple, .set, .keywords, .box: return ""
        }
    }

    private static let types: Set<String> = [
        "int", "float", "bool", "str", "list", "tuple", "set", "range", "enumerate", "zip", "map", "reversed",
    ]

    private func methodName(_ cell: Cell) -> String {
        cell.tag == .function
            ? cell.function.pointee.code.takeUnretainedValue().name : machine.builtins[Int(cell.bits)].name
    }

    /// A string in quotes: single ones, where the text has not only those.
    static func quoted(_ text: String) -> String {
        let quote: Unicode.Scalar = text.contains("'") && !text.contains("\"") ? "\"" : "'"
        var result = String(quote)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\\": result += "\\\\"
            case quote: result += "\\\(quote)"
            case " ": result += " "
            case _ where !scalar.isASCII || scalar.value < 32 || scalar.value == 127:
                if scalar.isPrintable {
                    result.unicodeScalars.append(scalar)
                } else {
                    result += scalar.pythonEscape
                }
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + String(quote)
    }
}

extension Machine {
    /// The object as `str` gives it; classes of the text say it themselves.
    func text(of cell: Cell) throws(Failure) -> String {
        if cell.tag == .string { return cell.string }
        if cell.tag == .instance, let text = try ownText(of: cell, SpecialName.text) { return text }
        try represent(in: cell)
        defer { representations = [:] }
        return try writer.text(of: cell)
    }

    /// The object as `repr` gives it.
    func representation(of cell: Cell) throws(Failure) -> String {
        try represent(in: cell)
        defer { representations = [:] }
        return try writer.representation(of: cell)
    }

    /// Asks the objects of the text's own classes in a cell for their texts, in the order in which they are written.
    private func represent(in cell: Cell) throws(Failure) {
        guard !classes.isEmpty else { return }
        var waiting = [cell]
        var seen: Set<UInt64> = []
        while let cell = waiting.popLast() {
            switch cell.tag {
            case .list, .tuple:
                guard seen.insert(cell.bits).inserted else { continue }
                waiting += cell.sequence.pointee.elements.reversed()
            case .instance:
                guard seen.insert(cell.bits).inserted,
                    let text = try ownText(of: cell, SpecialName.representation)
                else { continue }
                representations[cell.bits] = text
            default: break
            }
        }
    }

    /// What a method of the class says; nil where it has none.
    private func ownText(of cell: Cell, _ name: SpecialName) throws(Failure) -> String? {
        let type = cell.instance.pointee.type.takeUnretainedValue()
        guard let function = type.attribute(name.id), function.tag == .function else { return nil }
        let known = representations
        let result = try callAndWait(function, [cell])
        representations = known
        guard result.tag == .string else {
            throw failure(.textOfObject(name.rawValue, type: typeName(of: result)))
        }
        return result.string
    }
}

extension Unicode.Scalar {
    /// Whether Python shows the character in a string as it is.
    fileprivate var isPrintable: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            false
        default: true
        }
    }
}
