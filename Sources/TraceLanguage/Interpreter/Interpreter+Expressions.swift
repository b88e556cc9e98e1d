internal import Micrograd

extension Interpreter {
    func evaluate(_ expression: Expression) throws(Failure) -> Object {
        try step(at: expression.range)
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
            return try evaluatePostfix(base, trailers)
        }
    }

    func lookUp(_ name: Name) throws(Failure) -> Object {
        if let object = globals[name.slot] { return object }
        if let builtin = Builtins.member(name.text, of: .builtins) { return builtin }
        throw Failure(
            .unknownName(name.text, suggestion: Suggestion.nearest(to: name.text, among: knownNames)),
            at: name.range)
    }

    private func makeList(_ elements: [Expression], at range: Range<Int>) throws(Failure) -> List {
        var objects: [Object] = []
        objects.reserveCapacity(elements.count)
        for element in elements { objects.append(try evaluate(element)) }
        let list = List(objects)
        guard list.depth <= List.deepest else { throw Failure(.nestedLists(List.deepest), at: range) }
        // A list that holds one list twice, and so on, is small to write and large to print.
        try step(list.size, at: range)
        return list
    }

    // MARK: - Operators

    private func evaluateChain(_ first: Expression, _ steps: [Expression.ChainStep]) throws(Failure) -> Object
    {
        var left = try evaluate(first)
        var leftExpression: Expression? = first
        for step in steps {
            try self.step(at: step.range)
            let right = try evaluate(step.operand)
            left = try combine(step.operation, left, leftExpression, right, step.operand, at: step.range)
            leftExpression = nil
        }
        return left
    }

    private func evaluatePower(_ terms: [Expression.PowerTerm]) throws(Failure) -> Object {
        var objects: [Object] = []
        for term in terms { objects.append(try evaluate(term.operand)) }
        var result = Object.none
        for index in terms.indices.reversed() {
            let term = terms[index]
            if index == terms.count - 1 {
                result = objects[index]
            } else {
                let isPlain = index + 1 == terms.count - 1 && terms[index + 1].signs.isEmpty
                result = try combine(
                    .power, objects[index], term.operand, result, isPlain ? terms[index + 1].operand : nil,
                    at: terms[index + 1].range)
            }
            for sign in term.signs.reversed() {
                try step(at: sign.range)
                if sign.isMinus {
                    result = try Arithmetic.negate(result, at: sign.range)
                } else {
                    result = try unchanged(result, at: sign.range)
                }
                noteResult(result, at: sign.range)
            }
        }
        return result
    }

    /// What `+x` gives.
    private func unchanged(_ object: Object, at range: Range<Int>) throws(Failure) -> Object {
        switch object {
        case .value, .float: return object
        default:
            guard let integer = object.integer else {
                throw Failure(.badOperand("+", type: object.typeName), at: range)
            }
            return .integer(integer)
        }
    }

    private func evaluateComparison(
        _ first: Expression, _ steps: [Expression.ComparisonStep]
    ) throws(Failure) -> Object {
        var left = try evaluate(first)
        for step in steps {
            let right = try evaluate(step.operand)
            guard try step.comparison.apply(left, right, at: step.range) else { return .bool(false) }
            left = right
        }
        return .bool(true)
    }

    /// Applies an operation, with a note where a named plain number meets a Value.
    func combine(
        _ operation: BinaryOperator, _ left: Object, _ leftExpression: Expression?, _ right: Object,
        _ rightExpression: Expression?, at range: Range<Int>
    ) throws(Failure) -> Object {
        let result = try Arithmetic.apply(operation, left, right, at: range)
        if case .string(let text) = result { try step(text.utf8.count, at: range) }
        if case .value = result {
            noteNumber(left, named: leftExpression)
            if operation != .power { noteNumber(right, named: rightExpression) }
            noteResult(result, at: range)
        }
        return result
    }

    /// Notes that a plain number stands in the graph as a constant, where the text has a name for it.
    func noteNumber(_ object: Object, named expression: Expression?) {
        guard program.kind == .program, let number = object.number, case .name(let name) = expression?.kind
        else {
            return
        }
        notes.addOnce(name.text, .plainNumber(name.text, number), at: name.range)
    }

    /// Keeps the place of the first value that is not a finite number.
    func noteResult(_ object: Object, at range: Range<Int>) {
        guard case .value(let value) = object, !value.data.isFinite, notes.firstNotFinite == nil else {
            return
        }
        notes.firstNotFinite = (value, range)
    }

    // MARK: - Attributes, calls and elements

    private func evaluatePostfix(
        _ base: Expression, _ trailers: [Expression.Trailer]
    ) throws(Failure) -> Object {
        var object = try evaluate(base)
        var start = base.range.lowerBound
        for trailer in trailers {
            try step(at: trailer.range)
            switch trailer.kind {
            case .attribute(let name):
                object = try attribute(name, of: object, at: trailer.range)
                start = trailer.range.lowerBound
            case .index(let index):
                object = try element(
                    of: object, at: try evaluate(index), indexRange: index.range, range: trailer.range)
            case .call(let arguments):
                object = try call(object, arguments, at: start..<trailer.range.upperBound)
                noteResult(object, at: start..<trailer.range.upperBound)
            }
        }
        return object
    }

    func attribute(_ name: String, of object: Object, at range: Range<Int>) throws(Failure) -> Object {
        let found: Object? =
            switch object {
            case .value(let value): valueAttribute(name, of: value)
            case .network(let network): networkAttribute(name, of: network)
            case .namespace(let namespace): Builtins.member(name, of: namespace)
            case .unusable(let whole): throw Failure(.unusable(whole), at: range)
            default: nil
            }
        if let found { return found }
        if let namespace = Namespace(methodsOf: object), let row = Builtins.row(name, of: namespace) {
            return .method(row, object)
        }
        let known = attributes(of: object)
        throw Failure(
            .unknownAttribute(
                name, type: object.typeName, suggestion: Suggestion.nearest(to: name, among: known),
                known: known),
            at: range)
    }

    private func attributes(of object: Object) -> [String] {
        let own: [String] =
            switch object {
            case .value: ["data", "grad", "label"]
            case .network(.neuron): ["w", "b"]
            case .network(.layer): ["neurons"]
            case .network(.perceptron): ["layers"]
            case .namespace(let namespace): Builtins.members(of: namespace)
            default: []
            }
        return own + (Namespace(methodsOf: object).map(Builtins.members) ?? [])
    }

    private func valueAttribute(_ name: String, of value: Value) -> Object? {
        switch name {
        case "data": .float(value.data)
        case "grad": .float(value.grad)
        case "label": .string(value.label ?? "")
        default: nil
        }
    }

    private func networkAttribute(_ name: String, of network: Network) -> Object? {
        switch (network, name) {
        case (.neuron(let neuron), "w"): .list(List(neuron.weights.map(Object.value)))
        case (.neuron(let neuron), "b"): .value(neuron.bias)
        case (.layer(let layer), "neurons"): .list(List(layer.neurons.map { .network(.neuron($0)) }))
        case (.perceptron(let model), "layers"): .list(List(model.layers.map { .network(.layer($0)) }))
        default: nil
        }
    }

    private func element(
        of object: Object, at index: Object, indexRange: Range<Int>, range: Range<Int>
    ) throws(Failure) -> Object {
        guard let elements = object.elements else { throw Failure(.notIndexable(object.typeName), at: range) }
        guard let index = index.integer ?? readInteger(index) else {
            throw Failure(.badIndex(index.typeName), at: indexRange)
        }
        let position = index < 0 ? index + Int128(elements.count) : index
        guard position >= 0, position < elements.count else {
            throw Failure(.indexOutOfRange(index, count: elements.count), at: indexRange)
        }
        return elements[Int(position)]
    }

    /// Reads an input of an expression file as the integer that it was assigned.
    func readInteger(_ object: Object) -> Int128? {
        guard let number = readNumber(object) else { return nil }
        return Int128(exactly: number)
    }

    /// Reads an input of an expression file as its number.
    func readNumber(_ object: Object) -> Double? {
        guard program.kind == .expressions, case .value(let value) = object, value.isLeaf else { return nil }
        naming.markReadAsNumber(value)
        return value.data
    }
}
