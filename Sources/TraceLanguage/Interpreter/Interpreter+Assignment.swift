internal import Micrograd

extension Statement.Target {
    /// The target as the expression that reads it.
    var expression: Expression? {
        if case .name(let name) = self { Expression(kind: .name(name), range: name.range) } else { nil }
    }
}

extension Interpreter {
    /// A target whose object, if it has one, has been evaluated.
    enum Place {
        case name(Name)
        case attribute(Object, String, Range<Int>)
        case tuple([Statement.Target], Range<Int>)
    }

    /// Evaluates the object of a target, once for reading and writing.
    func place(of target: Statement.Target) throws(Failure) -> Place {
        switch target {
        case .name(let name): .name(name)
        case .attribute(let object, let attribute, let range):
            .attribute(try evaluate(object), attribute, range)
        case .tuple(let targets, let range): .tuple(targets, range)
        }
    }

    func read(_ place: Place) throws(Failure) -> Object {
        switch place {
        case .name(let name): return try lookUp(name)
        case .attribute(let object, let attribute, let range):
            return try self.attribute(attribute, of: object, at: range)
        case .tuple(_, let range): throw Failure(.cannotAssign("several names"), at: range)
        }
    }

    /// - Parameter namesElements: Whether the object is written as a list, whose elements are named `x[0]`, ….
    func assign(_ object: Object, to place: Place, namesElements: Bool) throws(Failure) {
        switch place {
        case .name(let name):
            if case .list(let list) = object { try state.step(list.size, at: name.range) }
            state.globals[name.slot] = object
            state.assignedAt[name.slot] = name.range.lowerBound
            state.naming.bind(object, to: name.text, namesElements: namesElements)
        case .attribute(let owner, let attribute, let range):
            try set(attribute, of: owner, to: object, at: range)
        case .tuple(let targets, let range):
            guard let elements = object.elements else {
                throw Failure(.notUnpackable(object.typeName), at: range)
            }
            guard elements.count == targets.count else {
                throw Failure(.unpackCount(wanted: targets.count, given: elements.count), at: range)
            }
            for (target, element) in zip(targets, elements) {
                try assign(element, to: try self.place(of: target), namesElements: false)
            }
        }
    }

    private func set(
        _ attribute: String, of object: Object, to new: Object, at range: Range<Int>
    ) throws(Failure) {
        guard case .value(let value) = object else {
            throw Failure(.notSettable(attribute, type: object.typeName), at: range)
        }
        switch attribute {
        case "label":
            switch new {
            case .string(let label): state.naming.label(value, label)
            case .none: state.naming.label(value, "")
            default:
                throw Failure(
                    .wrongArgument(
                        function: "a Value", parameter: "label", wanted: "a string", given: new.typeName),
                    at: range)
            }
        case "data":
            state.setData(of: value, to: try number(new, for: "data", of: value, at: range))
        case "grad":
            state.setGradient(of: value, to: try number(new, for: "grad", of: value, at: range))
        case "_backward", "_prev", "_op":
            throw Failure(.notSettable(attribute, type: "a Value"), at: range)
        default:
            throw Failure(
                .unknownAttribute(
                    attribute, type: "a Value",
                    suggestion: Suggestion.nearest(to: attribute, among: ["data", "grad", "label"]),
                    known: ["data", "grad", "label"]),
                at: range)
        }
    }

    private func number(
        _ object: Object, for attribute: String, of owner: Value, at range: Range<Int>
    ) throws(Failure) -> Double {
        if let number = object.number { return number }
        if case .value(let value) = object, state.kind == .expressions {
            // The number was made an input on its way here, or computed from inputs such as a rate.
            guard let name = state.inputOfGraph(value, beside: owner) else { return value.data }
            throw Failure(.inputAsNumber(attribute, name: name), at: range)
        }
        throw Failure(
            .wrongArgument(
                function: "a Value", parameter: attribute, wanted: "a number", given: object.typeName),
            at: range)
    }
}
