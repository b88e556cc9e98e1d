internal import Micrograd

extension Interpreter {
    func call(
        _ callee: Object, _ arguments: [Expression.ArgumentSyntax], at range: Range<Int>
    ) throws(Failure) -> Object {
        let row: Builtin?
        var given: [Argument] = []
        switch callee {
        case .function(let function):
            row = Builtins.row(of: function)
        case .method(let function, let receiver):
            row = Builtins.row(of: function)
            given.append(
                Argument(name: nil, object: receiver, range: range, nameRange: range, variable: nil))
        case .network:
            row = Builtins.networkCall
            given.append(Argument(name: nil, object: callee, range: range, nameRange: range, variable: nil))
        case .unusable(let name):
            throw Failure(.unusable(name), at: range)
        default:
            row = nil
        }
        guard let row else { throw Failure(.notCallable(callee.typeName, product: nil), at: range) }
        for argument in arguments {
            given.append(
                Argument(
                    name: argument.name, object: try evaluate(argument.value), range: argument.value.range,
                    nameRange: argument.nameRange, variable: argument.value.name))
        }
        let isMethod = if case .function = callee { false } else { true }
        let call = try Call(state, row.function, given, isMethod: isMethod, at: range)
        return try row.body(call)
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
