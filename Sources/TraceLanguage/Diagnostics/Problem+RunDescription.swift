internal import Micrograd
internal import MicrogradSupport

extension Problem {
    /// The wording of what goes wrong, or is worth a note, while a text runs.
    var runDescription: String {
        switch self {
        case .unknownName(let name, let suggestion): "unknown name '\(name)'" + didYouMean(suggestion)
        case .unknownAttribute(let name, let type, let suggestion, let known):
            "\(type) has no '\(name)'"
                + (suggestion == nil && !known.isEmpty ? "; it has \(list(known))" : didYouMean(suggestion))
        case .unusable(let name): "'\(name)' is not needed: trace draws by itself; write draw_dot(y)"
        case .notCallable(let type): "\(type) cannot be called"
        case .notIndexable(let type): "\(type) has no elements"
        case .badIndex(let type): "an index is an integer, not \(type)"
        case .indexOutOfRange(let index, let count):
            "no element \(index): there \(count == 1 ? "is 1" : "are \(count)"), counted from 0"
        case .badOperand(let sign, let type): "'\(sign)' does not work on \(type)"
        case .badOperands(let sign, let left, let right): "'\(sign)' does not work on \(left) and \(right)"
        case .valueComparison(let sign): "'\(sign)' compares numbers, not Values; write x.data \(sign) y.data"
        case .notSettable(let name, let type): "'\(name)' of \(type) cannot be set"
        case .notUnpackable(let type): "\(type) cannot be assigned to several names"
        case .unpackCount(let wanted, let given):
            "\(wanted) names, but \(given) \(given == 1 ? "value" : "values")"
        case .nestedLists(let limit): "lists inside lists go \(grouped(limit)) deep at most"

        case .wrongArgument(let function, let parameter, let wanted, let given):
            "\(parameter) of \(function) is \(wanted), not \(given)"
        case .missingArgument(let function, let parameter): "\(function) needs an argument '\(parameter)'"
        case .tooManyArguments(let function, let limit, let given):
            "\(function) takes \(limit == 0 ? "no arguments" : limit == 1 ? "1 argument" : "\(limit) arguments"), "
                + "not \(given)"
        case .unknownKeyword(let function, let name, let suggestion, let known):
            "\(function) has no argument '\(name)'"
                + (suggestion == nil && !known.isEmpty ? "; it has \(list(known))" : didYouMean(suggestion))
        case .givenTwice(let function, let parameter): "\(function) is given '\(parameter)' twice"
        case .unequalCounts(let function, let one, let two):
            "\(function) compares lists of equal length, not \(one) and \(two) elements"
        case .mathOnValue(let function, let hasCounterpart):
            "math.\(function) takes a number, not a Value; "
                + (hasCounterpart ? "write \(function)(x) or x.\(function)()" : "write x.data for its number")
        case .inputCount(let what, let wanted, let given):
            "this \(what) takes \(wanted) \(wanted == 1 ? "input" : "inputs"), not \(given)"

        case .divisionByZero: "division by zero"
        case .zeroToNegativePower: "0 cannot be raised to a negative power"
        case .complexPower: "a negative number to a power that is not whole has no real result"
        case .integerOverflow:
            "integers are exact within ±2¹²⁷, and this result is beyond; write one operand as a float"
        case .floatOverflow: "the result is too large for a float"
        case .outsideDomain(let function, let argument): "\(function) of \(argument) does not exist"
        case .rangeError(let function, let argument): "\(function) of \(argument) is too large for a float"

        case .tooManySteps(let limit):
            "stopped after \(grouped(limit)) operations; --max-steps N lets a text run longer"
        case .unknownRoot(let name, let suggestion, let names):
            "--root: no value is named '\(name)'" + meantOrListed(suggestion, names)
                + (name.hasPrefix("#") ? "; ids such as \(name) name the nodes of a saved graph" : "")
        case .rootWithoutValue(let name, let type): "--root: '\(name)' is \(type), not a Value"
        case .unknownSetting(let name, let suggestion, let names):
            "--set: no number is assigned to '\(name)'" + meantOrListed(suggestion, names)
        case .settingNotLiteral(let name):
            "--set: '\(name)' is first assigned something else than a number or Value(number)"
        case .nothingToDraw: "nothing to draw: the text has no value; write, for example, a = Value(2.0)"

        case .plainNumber(let name, let number):
            "`\(name)` is a plain number here, drawn as a constant; write `\(name) = Value(\(number.pythonDescription))` "
                + "to make it an input"
        case .unusedInputs(let names):
            "\(list(names)) \(names.count == 1 ? "is" : "are") not used, and left out"
        case .severalRoots(let names, let byOption):
            byOption
                ? "no backward ran, because several values are drawn: \(list(names))"
                : "\(list(names)) are all drawn, because nothing uses them, and no backward ran; --root NAME chooses one"
        case .changedAfterUse(let names):
            "\(list(names)) changed after \(names.count == 1 ? "it was" : "they were") used; "
                + "what was computed before is as it was"
        case .gradientsSet:
            "the text sets gradients itself and calls no backward(), so none is run"
        case .gradientsRead(let root):
            "backward() ran from \(root) after the text, which reads gradients but does not call it"
        case .notCalled(let name): "'\(name)' is named but not called; write \(name)()"
        case .drawsAnother(let root, let asked):
            "the \(root) that backward ran from last is drawn; --root \(asked) draws the other value"
        case .nothingComputed(let names):
            "nothing is computed from \(list(names)), which \(names.count == 1 ? "is" : "are") drawn alone; "
                + "what is computed from plain numbers is a number"
        case .changedAfterBackward(let names):
            "\(list(names)) changed after the last backward, and \(names.count == 1 ? "is" : "are") drawn so; "
                + "what was computed before is as it was"
        case .drawingOptions:
            "how to draw is said on the command line; the other arguments of draw_dot are not used"
        case .drawingCall(let name): "`\(name)` does nothing here; trace writes the picture, to -o FILE"
        case .notFinite(let label, let data):
            (label.map { "'\($0)'" } ?? "this")
                + " is \(data.pythonDescription), and what is computed from it may be nan or inf too"
        default: ""
        }
    }

    private func meantOrListed(_ suggestion: String?, _ names: [String]) -> String {
        if let suggestion { return "; did you mean '\(suggestion)'? There are \(list(names))" }
        return names.isEmpty ? "; there are none" : "; there are \(list(names))"
    }

    private func didYouMean(_ suggestion: String?) -> String {
        suggestion.map { "; did you mean '\($0)'?" } ?? ""
    }

    /// `a, b and c`; of many the first ten.
    private func list(_ names: [String]) -> String {
        let shown = names.count > 11 ? names.prefix(10) + ["\(names.count - 10) more"] : names[...]
        guard let last = shown.last, shown.count > 1 else { return names.first ?? "" }
        return shown.dropLast().joined(separator: ", ") + " and " + last
    }
}
