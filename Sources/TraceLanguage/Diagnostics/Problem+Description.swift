internal import Micrograd

extension Problem: CustomStringConvertible {
    /// What is wrong and what to do, in one sentence.
    var description: String {
        switch self {
        case .lineTooLong(let line, let bytes, let limit):
            "line \(line) is \(grouped(bytes)) bytes long; trace reads lines of up to \(grouped(limit)): "
                + "put parts of it on lines of their own"
        case .tabInIndentation: "a tab in the indentation; indent by spaces"
        case .unevenIndentation: "this indentation matches no line above"
        case .unexpectedIndentation: "unexpected indentation; start the line at the left margin"
        case .strayBackslash: "a backslash joins lines and must be the last character of its line"
        case .strayCharacter(let scalar): describe(stray: scalar)
        case .unclosed(let bracket): "'\(bracket)' is never closed"
        case .neverOpened(let bracket): "'\(bracket)' closes nothing"
        case .mismatched(let closing, let opening): "'\(closing)' does not close '\(opening)'"
        case .nestedTooDeeply(let limit):
            "too many nested parentheses (more than \(limit)); give parts of the expression a name"

        case .leadingZero(let rest): "an integer cannot start with 0; write \(rest), or 0o\(rest) for octal"
        case .integerTooLarge: "integers are exact within ±2¹²⁷, and this one is beyond; write it as a float"
        case .badNumber(let text): "'\(text)' is not a number"
        case .numberMeetsName(let number, let name):
            "a number cannot stand before a name; write \(number)*\(name)"
        case .numberMeetsKeyword(let number, let word): "write a space between \(number) and '\(word)'"
        case .badPrefix(let prefix): "'\(prefix)' is no prefix of a string; only f, r and u are"
        case .unterminatedString(let isTriple):
            isTriple ? "this string is never closed" : "this string is not closed on its line"
        case .badEscape(let text):
            "bad escape '\(text)' in a string; write '\\\(text)' for the backslash itself"
        case .singleBrace: "a single '}' in an f-string; write '}}' for the brace itself"
        case .unclosedField: "'{' in this f-string is never closed"
        case .emptyField: "an empty field in an f-string; write an expression between the braces"
        case .badConversion: "only !r, !s and !a can follow a value in an f-string"
        case .badSpecification(let text, let type, let reason):
            "the format '\(text)' does not fit \(type); \(reason)"

        case .refused(let refusal):
            "trace does not read \(refusal.advice.construct); \(refusal.advice.instead)"
        case .unexpected(let found, let wanted): "expected \(wanted), found \(found)"
        case .needlessWord(let word): "names need no '\(word)'; leave it out"
        case .callWithoutParentheses(let function, let argument): "write \(function)(\(argument))"
        case .caretAsPower: "'^' is not a power here; write ** for a power"
        case .printStatement: "print is a function; write print(…)"
        case .notebookCommand: "notebook commands are not read; leave the line out"
        case .cannotAssign(let what):
            "cannot assign to \(what); a name, or x.data, x.grad, x.label can stand left of ="
        case .unknownAugmented(let sign):
            "trace does not read '\(sign)'; +=, -=, *=, /= and **= are there, or write x = x … in full"
        case .relativeImport:
            "relative imports are not read; Value and nn are built in, so leave the line out"
        case .unknownModule(let name):
            "no module '\(name)' here; micrograd, random, math and graphviz can be imported"
        case .repeatedArgument(let name): "the argument '\(name)' is given twice"
        case .positionalAfterKeyword: "an argument without a name cannot follow one with a name"
        default: runDescription
        }
    }

    private func describe(stray scalar: Unicode.Scalar) -> String {
        if let meant = Problem.meant[scalar] {
            return "the character '\(scalar)' is not read; write \(meant)"
        }
        let code = String(scalar.value, radix: 16, uppercase: true)
        let number = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
        switch scalar.properties.generalCategory {
        case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator, .privateUse,
            .unassigned,
            .surrogate:
            return "an invisible character \(number); remove it, or write a plain space"
        default:
            return "the character '\(scalar)' (\(number)) has no meaning here"
        }
    }

    private static let meant: [Unicode.Scalar: String] = [
        "×": "* to multiply", "·": "* to multiply", "⋅": "* to multiply", "÷": "/ to divide",
        "−": "- (a hyphen)",
        "–": "- (a hyphen)", "—": "- (a hyphen)", "²": "**2", "³": "**3", "“": "\" as a quote",
        "”": "\" as a quote",
        "‘": "' as a quote", "’": "' as a quote", "≤": "<=", "≥": ">=", "≠": "!=", "√": "sqrt(x)", "；": ";",
        "，": ",", "（": "(", "）": ")", "π": "math.pi",
    ]
}

/// Returns a count with commas between thousands.
func grouped(_ count: Int) -> String {
    var text = ""
    for (index, digit) in String(count).reversed().enumerated() {
        if index > 0, index % 3 == 0, digit != "-" { text.append(",") }
        text.append(digit)
    }
    return String(text.reversed())
}
