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
        let hundredths = Int((number * 100).rounded())
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        var text = (hundredths < 0 ? "-" : "") + String(whole)
        if rest > 0 {
            text += rest < 10 ? ".0" : "."
            text += String(rest % 10 == 0 ? rest / 10 : rest)
        }
        return text
    }

    static func point(_ point: Point) -> String {
        "\(number(point.x)),\(number(point.y))"
    }

    /// The data of a Bézier curve.
    static func path(_ points: [Point]) -> String {
        guard let first = points.first else { return "" }
        return "M" + point(first) + "C" + points.dropFirst().map(point).joined(separator: " ")
    }

    static func polygon(_ points: [Point]) -> String {
        "M" + points.map(point).joined(separator: "L") + "Z"
    }

    static func rectangle(center: Point, _ size: Size, radius: Double) -> String {
        var text =
            "<rect x=\"\(number(center.x - size.width / 2))\" y=\"\(number(center.y - size.height / 2))\""
        text += " width=\"\(number(size.width))\" height=\"\(number(size.height))\""
        if radius > 0 { text += " rx=\"\(number(radius))\"" }
        return text + "/>"
    }
}
