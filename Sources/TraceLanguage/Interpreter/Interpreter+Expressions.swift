internal import Micrograd

extension Interpreter {
    func evaluate(_ expression: Expression) throws(Failure) -> Object {
        try state.step(at: expression.range)
        switch expression.kind {
        case .literal(let object):
            return object
        case .name(let name):
            return try lookUp(name)
        case .list(let elements):
            return .list(try makeList(elements, at: expression.range))
        case .tuple(let elements):
            return .tuple(try makeList(elements, at: expression.range))
        case .format(let parts):
            return .string(try format(parts))
        case .chain(let first, let steps):
            return try evaluateChain(first, steps)
        case .power(let terms):
            return try evaluatePower(terms)
        case .comparison(let first, let steps):
            return try evaluateComparison(first, steps)
        case .postfix(let base, let trailers):
            return try evaluatePostfix(base, trailers, start: expression.range.lowerBound)
        }
    }

    func lookUp(_ name: Name) throws(Failure) -> Object {
        if let object = state.globals[name.slot] { return object }
        if let builtin = Builtins.member(name.text, of: .builtins) { return builtin }
        throw Failure(
            .unknownName(
                name.text,
                suggestion: product(joinedBy: name.text)
                    ?? Suggestion.meant(by: name.text, among: knownNames)),
            at: name.range)
    }

    /// Returns `a*b` for `ab`, where a and b are numbers or Values of the text.
    private func product(joinedBy name: String) -> String? {
        let factors = zip(state.names.texts, state.globals).filter { $0.1?.isNumeric ?? false }.map(\.0)
        return Suggestion.parts(of: name, among: factors)?.joined(separator: "*")
    }

    private func makeList(_ elements: [Expression], at range: Range<Int>) throws(Failure) -> List {
        var objects: [Object] = []
        objects.reserveCapacity(elements.count)
        for element in elements { objects.append(try evaluate(element)) }
        let list = List(objects)
        guard list.depth <= List.deepest else { throw Failure(.nestedLists(List.deepest), at: range) }
        // A list that holds one list twice, and so on, is small to write and large to print.
        try state.step(list.size, at: range)
        return list
    }
}
