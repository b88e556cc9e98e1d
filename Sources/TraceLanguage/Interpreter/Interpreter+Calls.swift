internal import Micrograd

extension Interpreter {
    func call(
        _ callee: Object, _ arguments: [Expression.ArgumentSyntax], at range: Range<Int>
    ) throws(Failure) -> Object {
        let row: Builtin
        var given: [Argument] = []
        switch callee {
        case .function(let builtin):
            row = builtin
        case .method(let builtin, let receiver):
            row = builtin
            given.append(
                Argument(name: nil, object: receiver, range: range, nameRange: range, expression: nil))
        case .network(let network):
            row = Builtins.networkCall
            given.append(
                Argument(
                    name: nil, object: .network(network), range: range, nameRange: range, expression: nil))
        case .unusable(let name):
            throw Failure(.unusable(name), at: range)
        default:
            throw Failure(.notCallable(callee.typeName), at: range)
        }
        for argument in arguments {
            given.append(
                Argument(
                    name: argument.name, object: try evaluate(argument.value), range: argument.value.range,
                    nameRange: argument.nameRange, expression: argument.value))
        }
        let isMethod = if case .function = callee { false } else { true }
        let call = try Call(self, row, given, isMethod: isMethod, at: range)
        return try row.body(call)
    }

    /// Binds what an import names.
    func bind(_ one: Statement.Import) throws(Failure) {
        if one.isStar {
            guard let namespace = Namespace(path: one.path) else { return }
            for (slot, text) in program.names.texts.enumerated() {
                if let member = Builtins.member(text, of: namespace) { globals[slot] = member }
            }
            return
        }
        guard let binding = one.binding else { return }
        if let namespace = Namespace(path: one.path) {
            globals[binding.slot] = .namespace(namespace)
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
        globals[binding.slot] = member
    }
}
