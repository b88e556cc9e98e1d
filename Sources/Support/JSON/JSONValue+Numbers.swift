extension JSONValue {
    /// The value as a number, with the texts for what JSON has no numbers for; `what` names it in errors.
    package func number(_ what: @autoclosure () -> String) throws(JSONError) -> Double {
        switch content {
        case .number(let number): return number
        case .string("NaN"): return .nan
        case .string("Infinity"): return .infinity
        case .string("-Infinity"): return -.infinity
        default:
            throw JSONError(
                problem: "\(what()) must be a number, \"NaN\", \"Infinity\" or \"-Infinity\"", offset: offset)
        }
    }

    /// The value as a whole number of a range; `what` names it in errors.
    package func integer(_ what: @autoclosure () -> String, in range: Range<Int>) throws(JSONError) -> Int {
        guard case .number(let number) = content, let result = Int(exactly: number) else {
            var found = kind
            if case .number(let number) = content { found = number.shortestDescription }
            throw JSONError(problem: "\(what()) must be a whole number, not \(found)", offset: offset)
        }
        guard range.contains(result) else {
            let bounds =
                range.isEmpty
                ? "there is none it could name"
                : (range.upperBound == .max
                    ? "it is \(range.lowerBound) or more"
                    : "it is one of \(range.lowerBound) to \(range.upperBound - 1)")
            throw JSONError(problem: "\(what()) cannot be \(result): \(bounds)", offset: offset)
        }
        return result
    }
}
