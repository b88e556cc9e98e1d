internal import Micrograd

// Attributes, calls and elements.

extension Interpreter {
    /// - Parameter start: Where the expression begins, with the brackets around its base.
    func evaluatePostfix(
        _ base: Expression, _ trailers: [Expression.Trailer], start: Int
    ) throws(Failure) -> Object {
        var object = Object.none
        if let name = base.name {
            try state.step(at: name.range)
            object = try lookUp(name, before: trailers)
        } else {
            object = try evaluate(base)
        }
        var callStart = start
        for (number, trailer) in trailers.enumerated() {
            try state.step(at: trailer.range)
            switch trailer.kind {
            case .attribute(let name):
                object = try attribute(name, of: object, at: trailer.range)
                callStart = trailer.range.lowerBound
                if case .method = object, !trailers.isCall(at: number + 1) {
                    let written = start..<trailer.range.upperBound
                    let text = source.text(in: written)
                    // What stands on several lines is named by its end.
                    guard !text.utf8.contains(where: \.isLineEnd) else {
                        throw Failure(.notCalled("(…).\(name)"), at: trailer.range)
                    }
                    throw Failure(.notCalled(text), at: written)
                }
            case .index(let index):
                object = try element(
                    of: object, at: try evaluate(index), indexRange: index.range, range: trailer.range)
            case .call(let arguments):
                if let problem = calledName(base, trailers, number) {
                    throw Failure(problem, at: callStart..<trailer.range.upperBound)
                }
                guard !object.isNumeric else {
                    throw notCallable(
                        object, arguments, factor: start..<trailer.range.lowerBound, trailer.range,
                        at: callStart..<trailer.range.upperBound)
                }
                object = try call(
                    object, arguments, callee: Callee(base, trailers[..<number], start: start),
                    at: callStart..<trailer.range.upperBound)
                state.noteResult(object, at: callStart..<trailer.range.upperBound)
            }
        }
        return object
    }

    /// What is wrong with `x.grad()`, and with `max(…)` where the text assigned max.
    private func calledName(
        _ base: Expression, _ trailers: [Expression.Trailer], _ number: Int
    ) -> Problem? {
        if number > 0, case .attribute(let name) = trailers[number - 1].kind,
            ["data", "grad", "label"].contains(name)
        {
            let end = trailers[number - 1].range.upperBound
            let written = source.shortText(in: base.range.lowerBound..<end)
            return .calledAttribute(name, written: base.name == nil ? nil : written)
        }
        guard number == 0, let name = base.name, let object = state.globals[name.slot],
            object.isNumeric || object.elements != nil, let offset = state.assignedAt[name.slot],
            case .function? = Builtins.member(name.text, of: .builtins)
        else { return nil }
        return .noFunctionAnyMore(name.text, line: source.line(at: offset) + 1)
    }

    /// What is wrong with a call of a number or Value, which may be meant as a product.
    private func notCallable(
        _ object: Object, _ arguments: [Expression.ArgumentSyntax], factor: Range<Int>, _ call: Range<Int>,
        at range: Range<Int>
    ) -> Failure {
        let product = source.text(in: factor) + "*" + source.text(in: call)
        let canBeMeant = arguments.count == 1 && arguments[0].name == nil && arguments[0].value.canBeFactor
        let isShort = product.utf8.count <= 60 && !product.utf8.contains(where: \.isLineEnd)
        return Failure(
            .notCallable(object.typeName, product: canBeMeant && isShort ? product : nil), at: range)
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
            return .method(row.function, object)
        }
        if object.number != nil, ["backward", "_backward", "grad", "zero_grad"].contains(name) {
            throw Failure(.plainNumberGradient(name, type: object.typeName), at: range)
        }
        let known = attributes(of: object)
        throw Failure(
            .unknownAttribute(
                name, type: object.typeName, suggestion: Suggestion.meant(by: name, among: known),
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
        case "data": return .float(value.data)
        case "grad":
            state.backward.noteGradientRead()
            return .float(value.grad)
        case "label": return .string(value.label ?? "")
        default: return nil
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
        guard let index = index.integer ?? state.readInteger(index) else {
            throw Failure(.badIndex(index.typeName), at: indexRange)
        }
        let position = index < 0 ? index + Int128(elements.count) : index
        guard position >= 0, position < elements.count else {
            throw Failure(.indexOutOfRange(index, count: elements.count), at: indexRange)
        }
        return elements[Int(position)]
    }
}

extension Expression {
    /// Whether it may give a number or a Value.
    fileprivate var canBeFactor: Bool {
        switch kind {
        case .literal(let object): object.isNumeric
        case .list, .tuple, .format, .comparison: false
        case .name, .chain, .power, .postfix: true
        }
    }
}

extension [Expression.Trailer] {
    func isCall(at index: Int) -> Bool {
        guard indices.contains(index), case .call = self[index].kind else { return false }
        return true
    }
}
