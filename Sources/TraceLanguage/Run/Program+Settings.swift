extension Program {
    /// Replaces the number that a name is first assigned.
    mutating func apply(_ setting: RunOptions.Setting) throws(Failure) {
        for index in statements.indices {
            guard case .assignment(let targets, var value) = statements[index].kind else { continue }
            for target in targets {
                guard let isReplaced = try target.replace(setting, in: &value) else { continue }
                guard isReplaced else { throw Failure(.settingNotLiteral(setting.name), at: value.range) }
                statements[index].kind = .assignment(targets, value)
                return
            }
        }
        let names = settableNames
        throw Failure(
            .unknownSetting(
                setting.name, suggestion: Suggestion.nearest(to: setting.name, among: names), names: names),
            at: nil)
    }

    /// The names whose first assignment is of a number, in order.
    private var settableNames: [String] {
        var seen: Set<String> = []
        var names: [String] = []
        for statement in statements {
            guard case .assignment(let targets, let value) = statement.kind else { continue }
            for target in targets {
                for name in target.names where seen.insert(name).inserted {
                    var copy = value
                    let setting = RunOptions.Setting(name: name, number: 0)
                    if (try? target.replace(setting, in: &copy)) == true { names.append(name) }
                }
            }
        }
        return names
    }
}

extension Statement.Target {
    fileprivate var names: [String] {
        switch self {
        case .name(let name): [name.text]
        case .attribute: []
        case .tuple(let targets, _): targets.flatMap(\.names)
        }
    }

    /// Replaces the part of `value` that the name of the setting gets.
    ///
    /// - Returns: Whether that part is a number; nil where the name is not assigned here.
    fileprivate func replace(_ setting: RunOptions.Setting, in value: inout Expression) throws(Failure)
        -> Bool?
    {
        switch self {
        case .name(let name):
            guard name.text == Identifier.normalized(setting.name) else { return nil }
            return value.replaceNumber(by: setting.number)
        case .attribute:
            return nil
        case .tuple(let targets, _):
            guard names.contains(Identifier.normalized(setting.name)) else { return nil }
            guard case .tuple(var elements) = value.kind, elements.count == targets.count else {
                return false
            }
            for (index, target) in targets.enumerated() {
                guard let isReplaced = try target.replace(setting, in: &elements[index]) else { continue }
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
            kind = .literal(Int128(exactly: number).map(Object.integer) ?? .float(number))
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
                arguments[0].name == nil || arguments[0].name == "data",
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
        if case .attribute(attribute) = kind { return true }
        return false
    }
}
