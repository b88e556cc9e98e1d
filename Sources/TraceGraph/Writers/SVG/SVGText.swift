/// Writes the text, numbers and shapes of an SVG.
enum SVGText {
    /// Text that XML reads as it stands, on one line.
    static func escape(_ text: String) -> String {
        let line = LabelText.oneLine(text)
        guard line.utf8.contains(where: isSign) else { return line }
        var result = ""
        for scalar in line.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): true
        default: false
        }
    }

    /// A coordinate, to a hundredth of a point.
    static func number(_ number: Double) -> String {
        var buffer = SVGBuffer()
        buffer.append(number)
        return String(decoding: buffer.bytes, as: UTF8.self)
    }

    static func point(_ point: Point) -> String {
        "\(number(point.x)),\(number(point.y))"
    }
}
