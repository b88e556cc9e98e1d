internal import Micrograd

// Operators: chains are evaluated by loops.

extension Interpreter {
    func evaluateChain(_ first: Expression, _ steps: [Expression.ChainStep]) throws(Failure) -> Object {
        var left = try evaluate(first)
        var leftExpression: Expression? = first
        for step in steps {
            try state.step(at: step.range)
            let right = try evaluate(step.operand)
            left = try combine(step.operation, left, leftExpression, right, step.operand, at: step.range)
            leftExpression = nil
        }
        return left
    }

    func evaluatePower(_ terms: [Expression.PowerTerm]) throws(Failure) -> Object {
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
                try state.step(at: sign.range)
                if sign.isMinus {
                    result = try Arithmetic.negate(result, at: sign.range)
                } else {
                    result = try unchanged(result, at: sign.range)
                }
                state.noteResult(result, at: sign.range)
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

    func evaluateComparison(
        _ first: Expression, _ steps: [Expression.ComparisonStep]
    ) throws(Failure) -> Object {
        var left = try evaluate(first)
        var leftExpression = first
        for step in steps {
            let right = try evaluate(step.operand)
            if left.isNumeric, right.isNumeric, left.number == nil || right.number == nil {
                let sign = step.comparison.rawValue
                var instead: String?
                if let left = number(left, leftExpression), let right = number(right, step.operand) {
                    instead = "\(left) \(sign) \(right)"
                }
                throw Failure(.valueComparison(sign, instead: instead), at: step.range)
            }
            guard try step.comparison.apply(left, right, at: step.range) else { return .bool(false) }
            left = right
            leftExpression = step.operand
        }
        return .bool(true)
    }

    /// How the number of an operand is written; nil where that is long.
    private func number(_ object: Object, _ expression: Expression) -> String? {
        object.number == nil
            ? written(expression).map { "\($0).data" } : source.shortText(in: expression.range)
    }

    /// Applies an operation, with a note where a named plain number meets a Value.
    func combine(
        _ operation: BinaryOperator, _ left: Object, _ leftExpression: Expression?, _ right: Object,
        _ rightExpression: Expression?, at range: Range<Int>
    ) throws(Failure) -> Object {
        let result = try Arithmetic.apply(operation, left, right, at: range)
        if case .string(let text) = result { try state.step(text.utf8.count, at: range) }
        if case .value = result {
            state.noteNumber(left, named: leftExpression?.name)
            if operation != .power { state.noteNumber(right, named: rightExpression?.name) }
            state.noteResult(result, at: range)
        }
        return result
    }
}
