/// What stands behind the colon of a field: `[[fill]align][sign][#][0][width][,][.precision][type]`.
struct FormatSpecification {
    /// Why a format does not fit an object.
    struct Misfit: Error {
        var reason: String
    }

    var fill: Character = " "
    var align: Character?
    var sign: Character = "-"
    var isAlternate = false
    var width = 0
    /// `,` or `_`.
    var grouping: Character?
    var precision: Int?
    var type: Character?
    /// Whether nothing is said, so that the object is written as `str` does.
    private let isEmpty: Bool

    /// The largest width or precision, which bounds the work of one field.
    static let limit = 10_000

    init(_ text: String, for object: Object) throws(Misfit) {
        isEmpty = text.isEmpty
        var rest = Array(text)[...]
        func isAlign(_ character: Character?) -> Bool { character.map { "<>=^".contains($0) } ?? false }
        var hasFill = false
        if isAlign(rest.dropFirst().first), let first = rest.popFirst() {
            fill = first
            hasFill = true
            align = rest.popFirst()
        } else if isAlign(rest.first) {
            align = rest.popFirst()
        }
        if let first = rest.first, "+- ".contains(first) { sign = rest.removeFirst() }
        if rest.first == "#" {
            isAlternate = true
            rest.removeFirst()
        }
        if rest.first == "0" {
            rest.removeFirst()
            if !hasFill { fill = "0" }
            align = align ?? "="
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
    }

    private static func number(_ rest: inout ArraySlice<Character>) throws(Misfit) -> Int? {
        var number: Int?
        while let digit = rest.first?.wholeNumberValue, rest.first?.isASCII == true {
            number = (number ?? 0) * 10 + digit
            guard (number ?? 0) <= limit else {
                throw Misfit(reason: "widths and digits go to \(grouped(limit))")
            }
            rest.removeFirst()
        }
        return number
    }

    func apply(to object: Object) throws(Misfit) -> String {
        switch object {
        case .string(let text):
            return try format(text)
        case .bool where isEmpty:
            return object.text
        case .bool, .integer:
            return try format(object.integer ?? 0)
        case .float(let number):
            return try format(number)
        case .value where !isEmpty:
            throw Misfit(reason: "write the number of the Value, such as x.data")
        default:
            guard isEmpty else { throw Misfit(reason: "only numbers and strings take one") }
            return object.text
        }
    }

    private func format(_ text: String) throws(Misfit) -> String {
        guard type == nil || type == "s", grouping == nil, sign == "-", !isAlternate,
            align != "=" || fill == "0"
        else {
            throw Misfit(reason: "a string takes a width and an alignment, such as >10")
        }
        let scalars = text.unicodeScalars
        let cut = precision.map { String(String.UnicodeScalarView(scalars.prefix($0))) } ?? text
        return padded(prefix: "", cut, default: "<")
    }

    /// Puts the fill where the alignment wants it; with `=` between prefix and body.
    func padded(prefix: String, _ body: String, default alignment: Character) -> String {
        let missing = max(0, width - prefix.unicodeScalars.count - body.unicodeScalars.count)
        func fill(_ count: Int) -> String { String(repeating: self.fill, count: count) }
        var align = align ?? alignment
        if align == "=", alignment == "<" { align = "<" }
        switch align {
        case "<": return prefix + body + fill(missing)
        case "^": return fill(missing / 2) + prefix + body + fill(missing - missing / 2)
        case "=": return prefix + fill(missing) + body
        default: return fill(missing) + prefix + body
        }
    }
}
