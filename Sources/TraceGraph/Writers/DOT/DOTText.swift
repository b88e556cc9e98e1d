internal import MicrogradSupport

/// Writes the strings of the DOT language.
enum DOTText {
    /// A quoted string; what stands in it is read by Graphviz as it is meant by `escape` or `record`.
    static func quoted(_ text: String) -> String {
        var buffer = TextBuffer()
        buffer.append(quoted: text)
        return String(decoding: buffer.bytes, as: UTF8.self)
    }

    /// Text without meaning to Graphviz, for labels and tooltips: it reads `\` and `&` as escapes.
    static func escape(_ text: String) -> String {
        escape(text, also: "".unicodeScalars)
    }

    /// Text without meaning to Graphviz, for a field of a record, whose signs `{ } | < >` it escapes too.
    static func record(_ text: String) -> String {
        escape(text, also: "{}|<>".unicodeScalars)
    }

    private static func escape(_ text: String, also signs: String.UnicodeScalarView) -> String {
        let line = LabelText.oneLine(text)
        guard needsEscape(line, inRecord: !signs.isEmpty) else { return line }
        var result = ""
        var lastWasSpace = true
        for scalar in line.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "\\": result += "\\\\"
            // Records drop spaces at the start and all but one between words.
            case " " where lastWasSpace && !signs.isEmpty: result += "\\ "
            case _ where signs.contains(scalar):
                result += "\\"
                result.unicodeScalars.append(scalar)
            default: result.unicodeScalars.append(scalar)
            }
            lastWasSpace = scalar == " "
        }
        return result
    }

    private static func needsEscape(_ line: String, inRecord: Bool) -> Bool {
        var last = UInt8(ascii: " ")
        for byte in line.utf8 {
            switch byte {
            case UInt8(ascii: "&"), UInt8(ascii: "\\"): return true
            case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "<"),
                UInt8(ascii: ">"):
                if inRecord { return true }
            case UInt8(ascii: " "):
                if inRecord, last == byte { return true }
            default: break
            }
            last = byte
        }
        return false
    }
}

extension TextBuffer {
    /// A quoted string of the DOT language.
    mutating func append(quoted text: String) {
        append(byte: UInt8(ascii: "\""))
        append(inQuotes: text)
        append(byte: UInt8(ascii: "\""))
    }

    /// A quoted string that Graphviz shows as `write` has it.
    mutating func append(shownBy write: (inout TextBuffer) -> Void) {
        append(byte: UInt8(ascii: "\""))
        let start = count
        write(&self)
        // Most need no second look.
        let isPlain = bytes[start...].allSatisfy {
            $0 >= 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "&") && $0 != UInt8(ascii: "\\")
                && $0 != UInt8(ascii: "\"")
        }
        if !isPlain { append(inQuotes: DOTText.escape(removeText(from: start))) }
        append(byte: UInt8(ascii: "\""))
    }

    /// What stands between the quotation marks of a string of the DOT language.
    mutating func append(inQuotes text: String) {
        guard text.utf8.contains(UInt8(ascii: "\"")) else { return append(text) }
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\"") { append(byte: UInt8(ascii: "\\")) }
            append(byte: byte)
        }
    }
}
