internal import MicrogradSupport

/// What stands behind the colon of a field: `[[fill]align][sign][z][#][0][width][,][.precision][type]`.
struct FormatSpecification {
    /// Why a format does not fit an object.
    struct Misfit: Error {
        var reason: String
    }

    var fill: Unicode.Scalar = " "
    /// nil for the one of the type: strings stand left, numbers right.
    var align: Unicode.Scalar?
    /// `+`, `-` or a space.
    var sign: Unicode.Scalar?
    /// Whether a number that rounds to zero loses its sign.
    var hasNoNegativeZero = false
    var isAlternate = false
    /// Whether a 0 stands before the width: the fill of numbers that go behind their sign.
    var isZeroPadded = false
    var width = 0
    /// `,` or `_`.
    var grouping: Unicode.Scalar?
    var precision: Int?
    var type: Unicode.Scalar?
    /// How many digits of an integer there are at least, as `%` can say.
    var leastDigits: Int?

    /// What a format is applied to.
    enum Object {
        case string(String)
        case float(Double)
        case integer(Int128)
        /// A Value of a program, whose number has to be named.
        case value
        case other
    }

    /// The largest width or precision, which bounds the work of one field.
    static let limit = 10_000

    init(_ text: String) throws(Misfit) {
        var rest = Array(text.unicodeScalars)[...]
        func isAlign(_ scalar: Unicode.Scalar?) -> Bool {
            scalar.map { "<>=^".unicodeScalars.contains($0) } ?? false
        }
        var hasFill = false
        if isAlign(rest.dropFirst().first), let first = rest.popFirst() {
            fill = first
            hasFill = true
            align = rest.popFirst()
        } else if isAlign(rest.first) {
            align = rest.popFirst()
        }
        if let first = rest.first, ["+", "-", " "].contains(first) { sign = rest.removeFirst() }
        if rest.first == "z" {
            hasNoNegativeZero = true
            rest.removeFirst()
        }
        if rest.first == "#" {
            isAlternate = true
            rest.removeFirst()
        }
        if !hasFill, rest.first == "0" {
            rest.removeFirst()
            fill = "0"
            isZeroPadded = true
        }
        width = try FormatSpecification.number(&rest) ?? 0
        if let first = rest.first, first == "," || first == "_" { grouping = rest.removeFirst() }
        if rest.first == "." {
            rest.removeFirst()
            precision = try FormatSpecification.number(&rest)
            guard precision != nil else { throw Misfit(reason: "a number of digits is missing after '.'") }
        }
        type = rest.popFirst()
        guard rest.isEmpty else { throw Misfit(reason: "write it like .4f, 8.3f or >10") }
        try checkGrouping()
    }

    private func checkGrouping() throws(Misfit) {
        switch (grouping, type) {
        case (nil, _), (_, nil), (_, "d"), (_, "e"), (_, "E"), (_, "f"), (_, "F"), (_, "g"), (_, "G"),
            (_, "%"),
            ("_", "b"), ("_", "o"), ("_", "x"), ("_", "X"):
            break
        case (let grouping?, let type?):
            throw Misfit(reason: "'\(grouping)' does not go with '\(type)'; leave one of them out")
        }
    }

    private static func number(_ rest: inout ArraySlice<Unicode.Scalar>) throws(Misfit) -> Int? {
        var number: Int?
        while let digit = rest.first, ("0"..."9").contains(digit) {
            number = (number ?? 0) * 10 + Int(digit.value - 48)
            guard (number ?? 0) <= limit else {
                throw Misfit(reason: "widths and digits go to \(limit.grouped)")
            }
            rest.removeFirst()
        }
        return number
    }

    func apply(to object: Object) throws(Misfit) -> String {
        switch object {
        case .string(let text): return try format(text)
        case .float(let number): return try format(number)
        case .integer(let integer): return try format(integer)
        case .value: throw Misfit(reason: "write the number of the Value, such as x.data")
        case .other: throw Misfit(reason: "only numbers and strings take one")
        }
    }

    private func format(_ text: String) throws(Misfit) -> String {
        guard type == nil || type == "s", grouping == nil, sign == nil, !hasNoNegativeZero, !isAlternate,
            align != "="
        else {
            throw Misfit(reason: "a string takes a width and an alignment, such as >10")
        }
        let scalars = text.unicodeScalars
        let cut = precision.map { String(String.UnicodeScalarView(scalars.prefix($0))) } ?? text
        return padded(prefix: "", cut, align: align ?? "<")
    }

    /// How a number stands in its width.
    var numberAlign: Unicode.Scalar { align ?? (isZeroPadded ? "=" : ">") }

    /// Puts the fill where the alignment wants it; with `=` between prefix and body.
    func padded(prefix: String, _ body: String, align: Unicode.Scalar) -> String {
        let missing = max(0, width - prefix.unicodeScalars.count - body.unicodeScalars.count)
        func fill(_ count: Int) -> String { String(repeating: Character(self.fill), count: count) }
        switch align {
        case "<": return prefix + body + fill(missing)
        case "^": return fill(missing / 2) + prefix + body + fill(missing - missing / 2)
        case "=": return prefix + fill(missing) + body
        default: return fill(missing) + prefix + body
        }
    }
}
