/// The text of an SVG as it grows: one buffer, without a string for each piece.
struct SVGBuffer {
    private(set) var bytes: [UInt8] = []

    mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// Text that XML reads as it stands, on one line.
    mutating func appendEscaped(_ text: String) {
        append(SVGText.escape(text))
    }

    mutating func append(_ first: Double, _ between: String, _ second: Double) {
        append(first)
        append(between)
        append(second)
    }

    /// A coordinate, to a hundredth of a point.
    mutating func append(_ number: Double) {
        let hundredths = Int((number * 100).rounded())
        if hundredths < 0 { bytes.append(UInt8(ascii: "-")) }
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        append(whole)
        guard rest > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        bytes.append(UInt8(ascii: "0") + UInt8(rest / 10))
        if rest % 10 > 0 { bytes.append(UInt8(ascii: "0") + UInt8(rest % 10)) }
    }

    private mutating func append(_ number: UInt) {
        guard number >= 10 else {
            bytes.append(UInt8(ascii: "0") + UInt8(number))
            return
        }
        let start = bytes.count
        var rest = number
        while rest > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        }
        bytes[start...].reverse()
    }

    /// The data of a path, each coordinate absolute.
    mutating func append(_ path: Path) {
        var place = Point(x: .nan, y: .nan)
        for step in path.steps {
            switch step {
            case .move(let end):
                append("M", end)
                place = end
            case .line(let end):
                if end.y == place.y {
                    append("H")
                    append(end.x)
                } else if end.x == place.x {
                    append("V")
                    append(end.y)
                } else {
                    append("L", end)
                }
                place = end
            case .curve(let first, let second, let end):
                append("C", first)
                append(" ", second)
                append(" ", end)
                place = end
            case .corner(let end, let radius, let isClockwise):
                append("A")
                append(radius, ",", radius)
                append(isClockwise ? " 0 0 1 " : " 0 0 0 ", end)
                place = end
            case .close: append("Z")
            }
        }
    }

    private mutating func append(_ letter: String, _ point: Point) {
        append(letter)
        append(point.x, ",", point.y)
    }
}
