internal import Micrograd

extension Interpreter {
    /// What is called, as the text writes it.
    struct Callee {
        private let base: Expression
        private let trailers: ArraySlice<Expression.Trailer>
        private let start: Int

        init(_ base: Expression, _ trailers: ArraySlice<Expression.Trailer>, start: Int) {
            self.base = base
            self.trailers = trailers
            self.start = start
        }

        /// `p[0]` of `p[0].tanh`; nil where another object may stand there each time, or the text is long.
        func receiver(in source: SourceText) -> String? { place(trailers.dropLast(), in: source) }

        /// `nets[0]`.
        func text(in source: SourceText) -> String? { place(trailers, in: source) }

        private func place(_ trailers: ArraySlice<Expression.Trailer>, in source: SourceText) -> String? {
            let hasCall = trailers.contains { if case .call = $0.kind { true } else { false } }
            guard base.name != nil, !hasCall else { return nil }
            return source.shortText(in: start..<(trailers.last?.range.upperBound ?? base.range.upperBound))
        }
    }

    func call(
        _ callee: Object, _ arguments: [Expression.ArgumentSyntax], callee place: Callee, at range: Range<Int>
    ) throws(Failure) -> Object {
        let row: Builtin?
        var given: [Argument] = []
        switch callee {
        case .function(let function):
            row = Builtins.row(of: function)
        case .method(let function, let receiver):
            row = Builtins.row(of: function)
            given.append(
                Argument(
                    name: nil, object: receiver, range: range, nameRange: range, variable: nil,
                    written: function.name == "_backward" ? place.receiver(in: source) : nil))
        case .network:
            row = Builtins.networkCall
            try checkInputs(arguments, of: place)
            given.append(Argument(name: nil, object: callee, range: range, nameRange: range, variable: nil))
        case .unusable(let name):
            throw Failure(.unusable(name), at: range)
        default:
            row = nil
        }
        guard let row else { throw Failure(.notCallable(callee.typeName, product: nil), at: range) }
        let isMath = row.function.namespaces.contains(.math)
        for argument in arguments {
            given.append(
                Argument(
                    name: argument.name, object: try evaluate(argument.value), range: argument.value.range,
                    nameRange: argument.nameRange, variable: argument.value.name,
                    written: isMath ? written(argument.value) : nil))
        }
        let isMethod = if case .function = callee { false } else { true }
        let call = try Call(state, row.function, given, isMethod: isMethod, at: range)
        return try row.body(call)
    }

    /// Refuses `n(1.0, 2.0)`: a network takes one list.
    private func checkInputs(
        _ arguments: [Expression.ArgumentSyntax], of callee: Callee
    ) throws(Failure) {
        guard let first = arguments.first, let last = arguments.last, arguments.count > 1,
            arguments.allSatisfy({ $0.name == nil })
        else { return }
        let range = first.value.range.lowerBound..<last.value.range.upperBound
        let inputs = source.shortText(in: range) ?? "…"
        throw Failure(.networkInputs(callee.text(in: source), inputs: inputs), at: range)
    }

    /// Returns an expression as the text writes it, in brackets where it is an operation; nil where that is long.
    func written(_ expression: Expression) -> String? {
        guard let text = source.shortText(in: expression.range) else { return nil }
        return expression.isOperation ? "(\(text))" : text
    }

    /// Binds what an import names.
    func bind(_ one: Statement.Import) throws(Failure) {
        if one.isStar {
            guard let namespace = Namespace(path: one.path) else { return }
            for (slot, text) in state.names.texts.enumerated() {
                if let member = Builtins.member(text, of: namespace) { state.globals[slot] = member }
            }
            return
        }
        guard let binding = one.binding else { return }
        if let namespace = Namespace(path: one.path) {
            state.globals[binding.slot] = .namespace(namespace)
            return
        }
        guard let name = one.path.last, let namespace = Namespace(path: Array(one.path.dropLast())) else {
            return
        }
        guard let member = Builtins.member(name, of: namespace) else {
            let known = Builtins.members(of: namespace)
            throw Failure(
                .unknownAttribute(
                    name, type: "the module \(namespace.rawValue)",
                    suggestion: Suggestion.nearest(to: name, among: known), known: known),
                at: one.range)
        }
        state.globals[binding.slot] = member
    }
}
