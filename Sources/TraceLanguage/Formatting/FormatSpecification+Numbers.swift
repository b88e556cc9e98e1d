internal import Micrograd
internal import MicrogradSupport

extension FormatSpecification {
    func format(_ integer: Int128) throws(Misfit) -> String {
        let digits: String
        switch type {
        case nil, "d", "n": digits = String(integer.magnitude)
        case "b": digits = String(integer.magnitude, radix: 2)
        case "o": digits = String(integer.magnitude, radix: 8)
        case "x": digits = String(integer.magnitude, radix: 16)
        case "X": digits = String(integer.magnitude, radix: 16, uppercase: true)
        case "c": digits = try character(integer)
        case "e", "E", "f", "F", "g", "G", "%": return try format(Double(integer))
        default: throw Misfit(reason: "an integer takes d, b, o, x, or the letters of a float")
        }
        guard precision == nil, !hasNoNegativeZero else {
            throw Misfit(reason: "an integer has no digits behind the point; write .2f")
        }
        let missing = max(0, (leastDigits ?? 0) - digits.count)
        let padded = String(repeating: "0", count: missing) + digits
        let marks: [Unicode.Scalar: String] = ["b": "0b", "o": "0o", "x": "0x", "X": "0X"]
        let mark = isAlternate ? type.flatMap { marks[$0] } ?? "" : ""
        let size = type == nil || type == "d" || type == "n" ? 3 : 4
        return finished(isNegative: integer < 0, mark: mark, whole: padded, rest: "", groupSize: size)
    }

    /// The character that a number is the code of.
    private func character(_ integer: Int128) throws(Misfit) -> String {
        guard sign == nil, !isAlternate, let code = UInt32(exactly: integer),
            let scalar = Unicode.Scalar(code)
        else { throw Misfit(reason: "c takes the code of a character, and no sign") }
        return String(Character(scalar))
    }

    func format(_ number: Double) throws(Misfit) -> String {
        var text: String
        switch type {
        case "f", "F": text = number.magnitude.fixed(precision ?? 6)
        case "e", "E": text = number.magnitude.scientific(precision ?? 6)
        case "g", "G", "n": text = general(number.magnitude, digits: precision ?? 6, isPlain: false)
        case "%": text = (number.magnitude * 100).fixed(precision ?? 6) + "%"
        case nil:
            text =
                precision.map { general(number.magnitude, digits: $0, isPlain: true) }
                ?? number.magnitude.pythonDescription
        default: throw Misfit(reason: "a float takes f, e, g or %, such as .4f")
        }
        if isAlternate, number.isFinite, !text.contains(".") {
            // The point stays, though nothing follows it.
            let end = text.firstIndex { $0 == "e" || $0 == "%" } ?? text.endIndex
            text.insert(".", at: end)
        }
        var isNegative = number.sign == .minus && !number.isNaN
        if hasNoNegativeZero, number.isFinite {
            let mantissa = text.prefix { $0 != "e" }
            isNegative = isNegative && mantissa.contains { $0.isNumber && $0 != "0" }
        }
        if type == "E" || type == "F" || type == "G" { text = text.uppercased() }
        let whole = text.prefix { $0.isASCII && $0.isNumber }
        return finished(
            isNegative: isNegative, mark: "", whole: String(whole), rest: String(text.dropFirst(whole.count)),
            groupSize: 3)
    }

    /// `%g`: the shorter of positional and scientific; without a type at least one digit stands behind the point.
    private func general(_ number: Double, digits: Int, isPlain: Bool) -> String {
        if let text = number.nonFiniteDescription { return text }
        let count = max(digits, 1)
        var decimal = DecimalDigits(exact: number)
        decimal.round(significantDigits: count)
        let exponent = decimal.isZero ? 0 : decimal.pointPosition - 1
        let limit = isPlain ? count - 1 : count
        let isScientific = exponent < -4 || exponent >= limit
        let kept = isAlternate ? max(0, count - 1 - (isScientific ? 0 : exponent)) : 0
        if isScientific { return decimal.scientific(fractionDigits: kept) }
        return decimal.positional(fractionDigits: isPlain ? max(kept, 1) : kept)
    }

    private func finished(isNegative: Bool, mark: String, whole: String, rest: String, groupSize: Int)
        -> String
    {
        let signText = isNegative ? "-" : sign.map { $0 == "-" ? "" : String(Character($0)) } ?? ""
        let prefix = signText + mark
        guard let grouping, !whole.isEmpty else {
            return padded(prefix: prefix, whole + rest, align: numberAlign)
        }
        var digits = whole
        if fill == "0", numberAlign == "=" {
            // The zeros that fill the width are grouped too.
            func grouped(_ count: Int) -> Int { count + (count - 1) / groupSize }
            while prefix.count + grouped(digits.count) + rest.count < width { digits = "0" + digits }
        }
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % groupSize == 0 { text.append(Character(grouping)) }
            text.append(digit)
        }
        return padded(prefix: prefix, text + rest, align: numberAlign)
    }
}
