/// What stands between `%` and its letter: flags, width and precision.
struct PercentFormat {
    var flags: [Unicode.Scalar] = []
    var width: Int?
    var precision: Int?

    /// A width that is an argument; a negative one puts the text to the left.
    mutating func setWidth(_ number: Int) {
        if number < 0 { flags.append("-") }
        width = Int(clamping: number.magnitude)
    }

    static func number(_ rest: inout ArraySlice<Unicode.Scalar>) -> Int? {
        var number: Int?
        while let digit = rest.first, ("0"..."9").contains(digit) {
            number = min((number ?? 0) * 10 + Int(digit.value - 48), FormatSpecification.limit + 1)
            rest.removeFirst()
        }
        return number
    }
}

extension FormatSpecification {
    /// The same as what `%` says with a type such as `d`, `f` or `s`.
    init(_ format: PercentFormat, type: Unicode.Scalar) throws(Misfit) {
        try self.init("")
        let isNumber = !"rsac".unicodeScalars.contains(type)
        if format.flags.contains("-") {
            align = "<"
        } else if isNumber, format.flags.contains("0") {
            fill = "0"
            isZeroPadded = true
            align = "="
        } else {
            align = ">"
        }
        if isNumber {
            sign = format.flags.contains("+") ? "+" : (format.flags.contains(" ") ? " " : nil)
            isAlternate = format.flags.contains("#")
        }
        guard format.width ?? 0 <= FormatSpecification.limit,
            format.precision ?? 0 <= FormatSpecification.limit
        else { throw Misfit(reason: "widths and digits go to \(FormatSpecification.limit)") }
        width = format.width ?? 0
        switch type {
        case "d", "i", "u":
            self.type = "d"
            leastDigits = format.precision
        case "o", "x", "X":
            self.type = type
            leastDigits = format.precision
        case "r", "s", "a", "c":
            precision = format.precision
        default:
            self.type = type
            precision = format.precision ?? 6
        }
    }
}

/// The arguments of `format`, and how many fields without a name have taken one.
struct FormatFields {
    struct Problem: Error {
        var reason: String
    }

    let positional: [Cell]
    let names: [String]
    let keywords: [Cell]
    private var automatic = 0
    private var isNumbered = false

    init(positional: [Cell], names: [String], keywords: [Cell]) {
        self.positional = positional
        self.names = names
        self.keywords = keywords
    }

    /// The argument that a field names: the next one, the one of a number, or that of a name.
    mutating func value(_ name: String) throws(Problem) -> Cell {
        var index = Int(name)
        if name.isEmpty {
            guard !isNumbered else {
                throw Problem(reason: "fields with and without a number do not go together")
            }
            index = automatic
            automatic += 1
        } else if index != nil {
            guard automatic == 0 else {
                throw Problem(reason: "fields with and without a number do not go together")
            }
            isNumbered = true
        }
        if let index {
            guard positional.indices.contains(index) else {
                throw Problem(
                    reason:
                        "there is no argument for field \(index): \(positional.count) \(positional.count == 1 ? "is" : "are") given"
                )
            }
            return positional[index]
        }
        guard let place = names.firstIndex(of: name) else {
            throw Problem(reason: "no argument is named '\(name)'")
        }
        return keywords[place]
    }
}
