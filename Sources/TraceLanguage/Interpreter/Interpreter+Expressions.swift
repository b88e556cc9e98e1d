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

    /// - Parameter trailers: What stands behind the name.
    func lookUp(_ name: Name, before trailers: [Expression.Trailer] = []) throws(Failure) -> Object {
        if let object = state.globals[name.slot] { return object }
        if let builtin = Builtins.member(name.text, of: .builtins) { return builtin }
        if let problem = foreignName(name, before: trailers) { throw Failure(problem, at: name.range) }
        let suggestion = suggestion(for: name.text, isCalled: trailers.isCall(at: 0))
        throw Failure(.unknownName(name.text, suggestion: suggestion), at: name.range)
    }

    /// Returns what may be meant: a name that is called otherwise elsewhere, else `a*b` for `ab`, where a and b are
    /// numbers or Values of the text and no longer name is a letter away, else the nearest name.
    private func suggestion(for name: String, isCalled: Bool) -> String? {
        let known = knownNames
        if let synonym = Suggestion.synonym(of: name, among: known) { return synonym }
        let nearest = Suggestion.nearest(to: name, among: known)
        guard !isCalled else { return nearest }
        if let nearest, nearest.count > 2, Suggestion.nearest(to: name, among: [nearest], within: 1) != nil {
            return nearest
        }
        let factors = zip(state.names.texts, state.globals).filter { $0.1?.isNumeric ?? false }.map(\.0)
        guard let parts = Suggestion.parts(of: name, among: factors), parts.count <= 3 else { return nearest }
        return parts.joined(separator: "*")
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
