extension Compiler {
    /// Replaces the numbers that names are first assigned, in a statement of the outermost level and its blocks.
    func apply(settings statement: inout Statement) throws(Failure) {
        switch statement.kind {
        case .assignment(let targets, var value):
            noteSettable(targets, value)
            guard !settings.isEmpty else { return }
            for target in targets {
                for index in settings.indices.reversed() {
                    let setting = settings[index]
                    guard let isReplaced = target.replace(setting, in: &value) else { continue }
                    guard isReplaced else { throw Failure(.settingNotLiteral(setting.name), at: value.range) }
                    statement.kind = .assignment(targets, value)
                    settings.remove(at: index)
                }
            }
        case .conditional(var branches, var otherwise):
            for index in branches.indices { try apply(settings: &branches[index].body) }
            try apply(settings: &otherwise)
            statement.kind = .conditional(branches, otherwise: otherwise)
        case .whileLoop(var branch, var otherwise):
            try apply(settings: &branch.body)
            try apply(settings: &otherwise)
            statement.kind = .whileLoop(branch, otherwise: otherwise)
        case .forLoop(let target, let iterable, var body, var otherwise):
            try apply(settings: &body)
            try apply(settings: &otherwise)
            statement.kind = .forLoop(target, iterable, body, otherwise: otherwise)
        default: break
        }
    }

    private func apply(settings statements: inout [Statement]) throws(Failure) {
        for index in statements.indices { try apply(settings: &statements[index]) }
    }

    /// Lists the names whose first assignment is of a number, for the message about one that is not there.
    private func noteSettable(_ targets: [Statement.Target], _ value: Expression) {
        guard !settings.isEmpty else { return }
        for target in targets {
            for name in target.names where seenNames.insert(name.id).inserted {
                var copy = value
                let setting = RunOptions.Setting(name: name.text, number: 0)
                if target.replace(setting, in: &copy) == true { settableNames.append(name.text) }
            }
        }
    }
}

extension Statement.Target {
    /// Replaces the part of `value` that the name of the setting gets.
    ///
    /// - Returns: Whether that part is a number; nil where the name is not assigned here.
    fileprivate func replace(_ setting: RunOptions.Setting, in value: inout Expression) -> Bool? {
        switch self {
        case .name(let name):
            guard name.text == Identifier.normalized(setting.name) else { return nil }
            return value.replaceNumber(by: setting.number)
        case .attribute, .item:
            return nil
        case .tuple(let targets, _):
            let normalized = Identifier.normalized(setting.name)
            guard names.contains(where: { $0.text == normalized }) else { return nil }
            guard case .tuple(var elements) = value.kind, elements.count == targets.count else {
                return false
            }
            for (index, target) in targets.enumerated() {
                guard let isReplaced = target.replace(setting, in: &elements[index]) else { continue }
                value.kind = .tuple(elements)
                return isReplaced
            }
            return nil
        }
    }
}

extension Expression {
    /// Replaces a literal, with or without a sign, or that of `Value(literal)`; false where there is none.
    fileprivate mutating func replaceNumber(by number: Double) -> Bool {
        switch kind {
        case .literal(.integer):
            kind = .literal(Int128(exactly: number).map(Literal.integer) ?? .float(number))
            return true
        case .literal(.float):
            kind = .literal(.float(number))
            return true
        case .power(let terms):
            guard terms.count == 1 else { return false }
            var operand = terms[0].operand
            guard case .literal = operand.kind, operand.replaceNumber(by: number) else { return false }
            kind = operand.kind
            return true
        case .postfix(let base, var trailers):
            guard case .name(let name) = base.kind, let last = trailers.indices.last,
                name.text == "Value"
                    ? trailers.count == 1 : trailers[0].names("Value") && trailers.count == 2,
                case .call(var arguments) = trailers[last].kind, !arguments.isEmpty,
                arguments[0].isPlain || arguments[0].name?.text == "data",
                arguments[0].value.replaceNumber(by: number)
            else { return false }
            trailers[last].kind = .call(arguments)
            kind = .postfix(base, trailers)
            return true
        default:
            return false
        }
    }
}

extension Expression.Trailer {
    /// Whether it is the attribute of that name.
    fileprivate func names(_ attribute: String) -> Bool {
        if case .attribute(let name) = kind { return name.text == attribute }
        return false
    }
}
