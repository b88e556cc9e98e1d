internal import Micrograd

extension Call {
    /// The number of an argument; an input of an expression file gives its own.
    func number(_ index: Int) throws(Failure) -> Double {
        let argument = self[index]
        if let number = argument.object.number ?? state.readNumber(argument.object) { return number }
        if case .value = argument.object { throw wrong(argument, index, wanted: "a number such as x.data") }
        throw wrong(argument, index, wanted: "a number")
    }

    /// An integer, such as a seed.
    func integer(_ index: Int) throws(Failure) -> Int128 {
        let argument = self[index]
        if let integer = argument.object.integer ?? state.readInteger(argument.object) {
            return integer
        }
        throw wrong(argument, index, wanted: "an integer")
    }

    /// A count of at least 1 that memory can hold.
    func count(_ index: Int) throws(Failure) -> Int { try count(self[index], index) }

    private func count(_ argument: Argument, _ index: Int) throws(Failure) -> Int {
        guard let integer = argument.object.integer ?? state.readInteger(argument.object), integer > 0,
            integer <= 1_000_000_000
        else { throw wrongCount(argument, index) }
        return Int(integer)
    }

    private func wrongCount(_ argument: Argument, _ index: Int) -> Failure {
        let number = argument.object.number
        return Failure(
            .wrongArgument(
                function: function.name, parameter: "'\(function.parameters[index].name)'",
                wanted: (number ?? 0) > 1e9 ? "a count of at most a billion" : "a count of at least 1",
                given: number == nil
                    ? argument.object.typeName : state.writer.representation(of: argument.object)),
            at: argument.range)
    }

    /// A list of counts, such as the sizes of layers.
    func counts(_ index: Int) throws(Failure) -> [Int] {
        let argument = self[index]
        guard let elements = argument.object.elements, !elements.isEmpty else {
            throw wrong(argument, index, wanted: "a list of counts such as [4, 4, 1]")
        }
        var counts: [Int] = []
        for element in elements {
            var one = argument
            one.object = element
            counts.append(try count(one, index))
        }
        return counts
    }

    func elements(_ index: Int) throws(Failure) -> [Object] {
        let argument = self[index]
        guard let elements = argument.object.elements else { throw wrong(argument, index, wanted: "a list") }
        return elements
    }

    func value(_ index: Int) throws(Failure) -> Value {
        guard case .value(let value) = self[index].object else {
            throw wrong(self[index], index, wanted: "a Value")
        }
        return value
    }

    /// A string; nil where it was left out, or is None.
    func string(_ index: Int) throws(Failure) -> String? {
        guard let argument = optional(index) else { return nil }
        guard case .string(let text) = argument.object else {
            throw wrong(argument, index, wanted: "a string")
        }
        return text
    }

    /// Values, with each number among them as a leaf of its own.
    func values(_ objects: [Object], of argument: Argument) throws(Failure) -> [Value] {
        var values: [Value] = []
        for object in objects {
            if case .value(let value) = object {
                values.append(value)
            } else if let number = object.number {
                values.append(Value(number))
            } else {
                var one = argument
                one.object = object
                throw wrong(one, nil, wanted: "a Value or a number")
            }
        }
        return values
    }

    /// Applies an operation at the place of the call.
    func apply(_ operation: BinaryOperator, _ left: Object, _ right: Object) throws(Failure) -> Object {
        try state.step(at: range)
        let result = try Arithmetic.apply(operation, left, right, at: range)
        state.noteResult(result, at: range)
        return result
    }
}
